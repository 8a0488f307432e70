package io.ess4j.placement;

import io.ess4j.capacity.UnitPriceOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The documented rules as one: zone choice, on-demand order and spot order are independent, and every documented
 * strategy is a choice of the three.
 */
final class DocumentedPlacement {
    private final LaunchDraft draft;
    private final PoolTable pools;
    private final PlacementStrategy.Composable rule;
    private final List<CustomPriority> first;
    private final int[] divisor;

    DocumentedPlacement(LaunchDraft draft, PlacementStrategy.Composable rule, List<CustomPriority> first) {
        this.draft = draft;
        this.pools = draft.pools;
        this.rule = rule;
        this.first = first;
        this.divisor = pools.divisors(rule.comparison().orElseGet(pools::documentedComparison));
    }

    /**
     * Places an on-demand part and a spot part.
     *
     * @return the units that nobody could deliver
     */
    long place(long onDemand, long spot) {
        long onDemandMissing = fill(false, onDemand);
        // Overshoot of the on-demand part need not be bought again as spot.
        long spotMissing = fill(true, spot + Math.min(0, onDemandMissing));
        if (spotMissing > 0 && rule.mix().compensateWithOnDemand()) {
            spotMissing = fill(false, spotMissing);
        }
        return Math.max(0, onDemandMissing) + Math.max(0, spotMissing);
    }

    private long fill(boolean spot, long units) {
        if (units <= 0) {
            return units;
        }
        boolean byPrice = (spot ? rule.spot() : rule.onDemand()) == AllocationOrder.LOWEST_PRICE;
        int spread = spot && byPrice ? rule.mix().spotPools() : 1;
        if (rule.balance().isPresent() && pools.zones > 1) {
            boolean strict = rule.balance().orElseThrow() == BalanceMode.BALANCED_ONLY;
            int[][] zones = new int[pools.zones][];
            for (int zone = 0; zone < pools.zones; zone++) {
                zones[zone] = byPrice ? cheapestOfZone(spot, zone) : typesOfZone(spot, zone);
            }
            return new EvenFill(draft, zones, draft.zoneCount, spread, strict).fill(units);
        }
        if (!byPrice) {
            int[] order = new int[pools.half];
            return OrderedFill.fill(draft, order, prioritized(spot, order), units);
        }
        return fillPlans(spot, plansByPrice(spot), spread, units);
    }

    /** Plans are spread evenly over the cheapest few that can deliver, then filled in order of price. */
    private long fillPlans(boolean spot, int[] plans, int spread, long units) {
        long missing = units;
        if (spread > 1) {
            int[][] cheapest = new int[Math.min(spread, plans.length)][];
            int found = 0;
            for (int i = 0; i < plans.length && found < spread; i++) {
                int[] zones = zonesOfPlan(spot, plans[i]);
                if (anyLeft(zones)) {
                    cheapest[found++] = zones;
                } else {
                    passAll(zones);
                }
            }
            int[] level = new int[found];
            missing = new EvenFill(draft, Arrays.copyOf(cheapest, found), level, 1, false).fill(units);
        }
        int[] order = new int[pools.half];
        int length = 0;
        for (int plan : plans) {
            for (int zone = 0; zone < pools.zones; zone++) {
                int pool = pools.pool(spot, zone, plan);
                if (draft.isOffered(pool)) {
                    order[length++] = pool;
                }
            }
        }
        return OrderedFill.fill(draft, order, length, missing);
    }

    private boolean anyLeft(int[] some) {
        for (int pool : some) {
            if (draft.left[pool] > 0) {
                return true;
            }
        }
        return false;
    }

    private void passAll(int[] some) {
        for (int pool : some) {
            draft.pass(pool);
        }
    }

    /** Types of the group by the lowest price among the zones that can deliver; those that nobody can deliver last. */
    private int[] plansByPrice(boolean spot) {
        long[] lowest = new long[pools.types];
        Arrays.fill(lowest, Long.MAX_VALUE);
        for (int zone = 0; zone < pools.zones; zone++) {
            for (int type = 0; type < pools.types; type++) {
                int pool = pools.pool(spot, zone, type);
                if (draft.left[pool] > 0) {
                    lowest[type] = Math.min(lowest[type], draft.price[pool]);
                }
            }
        }
        for (int type = 0; type < pools.types; type++) {
            for (int zone = 0; lowest[type] == Long.MAX_VALUE && zone < pools.zones; zone++) {
                int pool = pools.pool(spot, zone, type);
                lowest[type] = draft.isOffered(pool) ? draft.price[pool] : Long.MAX_VALUE;
            }
        }
        return UnitPriceOrder.of(lowest, divisor);
    }

    private int[] zonesOfPlan(boolean spot, int type) {
        int[] found = new int[pools.zones];
        int length = 0;
        for (int zone = 0; zone < pools.zones; zone++) {
            int pool = pools.pool(spot, zone, type);
            if (draft.isOffered(pool)) {
                found[length++] = pool;
            }
        }
        return Arrays.copyOf(found, length);
    }

    private int[] typesOfZone(boolean spot, int zone) {
        int[] found = new int[pools.types];
        int length = 0;
        for (int type = 0; type < pools.types; type++) {
            int pool = pools.pool(spot, zone, type);
            if (draft.isOffered(pool)) {
                found[length++] = pool;
            }
        }
        return Arrays.copyOf(found, length);
    }

    private int[] cheapestOfZone(boolean spot, int zone) {
        int[] found = typesOfZone(spot, zone);
        long[] price = new long[found.length];
        int[] units = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            price[i] = draft.price[found[i]];
            units[i] = divisor[pools.type(found[i])];
        }
        int[] order = UnitPriceOrder.of(price, units);
        for (int i = 0; i < order.length; i++) {
            order[i] = found[order[i]];
        }
        return order;
    }

    /** Custom pairs, then zones in order with types in order; returns how many. */
    private int prioritized(boolean spot, int[] order) {
        int length = 0;
        boolean[] listed = new boolean[pools.half];
        int base = spot ? pools.half : 0;
        for (CustomPriority pair : first) {
            int zone = pools.zoneIndex(pair.zone());
            int type = pools.typeIndex(pair.type());
            int pool = zone < 0 || type < 0 ? -1 : pools.pool(spot, zone, type);
            if (pool >= 0 && draft.isOffered(pool) && !listed[pool - base]) {
                listed[pool - base] = true;
                order[length++] = pool;
            }
        }
        for (int pool = base; pool < base + pools.half; pool++) {
            if (draft.isOffered(pool) && !listed[pool - base]) {
                order[length++] = pool;
            }
        }
        return length;
    }
}
