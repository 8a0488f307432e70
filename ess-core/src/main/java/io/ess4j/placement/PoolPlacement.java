package io.ess4j.placement;

import io.ess4j.capacity.UnitPriceOrder;
import io.ess4j.model.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Places launches pool by pool, as EC2 Fleet and EC2 Auto Scaling do; the rules are {@link PoolAllocation}'s. */
final class PoolPlacement {
    private final LaunchDraft draft;
    private final PoolTable pools;
    private final PlacementStrategy.PoolAllocated rule;

    PoolPlacement(LaunchDraft draft, PlacementStrategy.PoolAllocated rule) {
        this.draft = draft;
        this.pools = draft.pools;
        this.rule = rule;
        if (rule.spot() == PoolAllocation.DIVERSIFIED) {
            closeSpotNotBelowOnDemand();
        }
    }

    private void closeSpotNotBelowOnDemand() {
        for (int onDemand = 0; onDemand < pools.half; onDemand++) {
            int spot = onDemand + pools.half;
            if (draft.isOffered(onDemand) && draft.price[spot] >= draft.price[onDemand]) {
                draft.close(spot, SkippedPool.Reason.NOT_BELOW_ON_DEMAND);
            }
        }
    }

    /** Places both parts and returns the units that nobody could deliver. */
    long place(long onDemand, long spot) {
        long onDemandMissing = fill(false, onDemand);
        long spotMissing = fill(true, spot + Math.min(0, onDemandMissing));
        if (spotMissing > 0 && rule.mix().compensateWithOnDemand()) {
            spotMissing = fill(false, spotMissing);
        }
        return Math.max(0, onDemandMissing) + Math.max(0, spotMissing);
    }

    /** Takes back launches, the last first, until the rest costs no more than the limit; returns the units lost. */
    long keepWithin(Price limit) {
        long cost = 0;
        for (int pool = 0; pool < pools.size; pool++) {
            cost = Math.addExact(cost, Math.multiplyExact(draft.price[pool], (long) draft.count[pool]));
        }
        return draft.giveBack(cost - limit.nanosPerHour());
    }

    private long fill(boolean spot, long units) {
        if (units <= 0) {
            return units;
        }
        int spread = 1;
        if (spot && rule.spot() == PoolAllocation.LOWEST_PRICE) {
            spread = rule.mix().spotPools();
        } else if (spot && rule.spot() == PoolAllocation.DIVERSIFIED) {
            spread = Integer.MAX_VALUE;
        }
        int[][] groups;
        int[] counts;
        if (rule.balanceZones()) {
            groups = new int[pools.zones][];
            for (int zone = 0; zone < pools.zones; zone++) {
                groups[zone] = ordered(spot, zone, zone + 1, units);
            }
            counts = draft.zoneCount;
        } else {
            groups = new int[][] {ordered(spot, 0, pools.zones, units)};
            counts = new int[1];
        }
        return new EvenFill(draft, groups, counts, spread, false).fill(units);
    }

    /** The offered pools of some zones in the order of the strategy. */
    private int[] ordered(boolean spot, int fromZone, int toZone, long units) {
        int[] found = new int[(toZone - fromZone) * pools.types];
        int n = 0;
        for (int zone = fromZone; zone < toZone; zone++) {
            for (int type = 0; type < pools.types; type++) {
                int pool = pools.pool(spot, zone, type);
                if (draft.isOffered(pool)) {
                    found[n++] = pool;
                }
            }
        }
        int[] given = Arrays.copyOf(found, n);
        if (!spot) {
            return rule.onDemand() == AllocationOrder.LOWEST_PRICE ? byPrice(given) : byType(given);
        }
        return switch (rule.spot()) {
            case LOWEST_PRICE, DIVERSIFIED -> byPrice(given);
            case CAPACITY_OPTIMIZED -> byCapacity(given, Long.MAX_VALUE);
            case CAPACITY_OPTIMIZED_PRIORITIZED -> byCapacity(byType(given), units);
            case PRICE_CAPACITY_OPTIMIZED -> byCapacity(byPrice(given), units);
        };
    }

    private int[] byPrice(int[] given) {
        long[] price = new long[given.length];
        int[] weight = new int[given.length];
        for (int i = 0; i < given.length; i++) {
            price[i] = draft.price[given[i]];
            weight[i] = draft.weight(given[i]);
        }
        int[] order = UnitPriceOrder.of(price, weight);
        for (int i = 0; i < order.length; i++) {
            order[i] = given[order[i]];
        }
        return order;
    }

    private int[] byType(int[] given) {
        return sorted(given, Comparator.comparingInt(pools::type));
    }

    /** Most capacity first, where more than {@code enough} is no better than enough; ties keep their order. */
    private int[] byCapacity(int[] given, long enough) {
        return sorted(
                given,
                Comparator.comparingLong(
                                (Integer pool) -> Math.min(enough, (long) draft.left[pool] * draft.weight(pool)))
                        .reversed());
    }

    private static int[] sorted(int[] given, Comparator<Integer> order) {
        List<Integer> list = new ArrayList<>(given.length);
        for (int pool : given) {
            list.add(pool);
        }
        list.sort(order);
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
