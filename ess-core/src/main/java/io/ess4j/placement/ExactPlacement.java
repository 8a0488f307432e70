package io.ess4j.placement;

import io.ess4j.balance.ZoneBalancer;
import io.ess4j.capacity.CoverProblem;
import io.ess4j.capacity.CoverSolution;
import io.ess4j.capacity.CoverWorkspace;
import io.ess4j.capacity.SplitCover;
import io.ess4j.capacity.SurvivableCover;
import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
import io.ess4j.model.table.Packed;
import java.util.Arrays;

/**
 * The cheapest plan under the constraints of {@link PlacementStrategy.Exact}, as covering problems over the pools that
 * may be used.
 */
final class ExactPlacement {
    private static final LifecycleState[] STATES = LifecycleState.values();

    private final LaunchDraft draft;
    private final PlacementStrategy.Exact rule;
    private final PoolTable pools;
    private final CoverWorkspace workspace = new CoverWorkspace();
    /** Pools with something to give, in the order of the table. */
    private final int[] open;

    private final long[] price;
    private final boolean[] isOnDemand;
    private boolean capped;

    ExactPlacement(LaunchDraft draft, PlacementStrategy.Exact rule) {
        this.draft = draft;
        this.rule = rule;
        this.pools = draft.pools;
        int[] found = new int[pools.size];
        int n = 0;
        for (int pool = 0; pool < pools.size; pool++) {
            boolean onDemandOnly = rule.mix().onDemandPercentAboveBase() == 100;
            if (onDemandOnly && pools.isSpot(pool)) {
                continue;
            }
            if (draft.left[pool] > 0) {
                found[n++] = pool;
            } else {
                draft.pass(pool);
            }
        }
        this.open = Arrays.copyOf(found, n);
        this.price = new long[n];
        this.isOnDemand = new boolean[n];
        for (int k = 0; k < n; k++) {
            price[k] = draft.riskPrice(open[k], rule.interruptionCost());
            isOnDemand[k] = !pools.isSpot(open[k]);
        }
    }

    /** Takes the cheapest plan and says what is missing. */
    Solved place(Fleet fleet, long onDemand, long units) {
        if (rule.survival() != Survival.NOTHING) {
            return taken(survivable(onDemand, units));
        }
        if (rule.balanceZones() && pools.zones > 1) {
            return taken(zoneByZone(fleet, onDemand, units));
        }
        return taken(split(all(), units, onDemand, units));
    }

    /** Whether a cap kept stock from being used. */
    boolean isCapped() {
        return capped;
    }

    /** Covers a demand from some of the open pools; the counts are those of all open pools. */
    private Solved split(int[] part, long demand, long onDemand, long asked) {
        boolean[] base = new boolean[part.length];
        for (int i = 0; i < part.length; i++) {
            base[i] = isOnDemand[part[i]];
        }
        CoverSolution solution = SplitCover.solve(
                problem(part, demand, asked),
                base,
                onDemand,
                rule.mix().compensateWithOnDemand(),
                rule.stepLimit(),
                workspace);
        Solved solved = new Solved(new int[open.length], solution);
        for (int i = 0; i < part.length; i++) {
            solved.counts[part[i]] = solution.count(i);
        }
        return solved;
    }

    private Solved survivable(long onDemand, long units) {
        int[] group = new int[open.length];
        int[] dense = new int[pools.zones];
        Arrays.fill(dense, -1);
        int groups = 0;
        for (int k = 0; k < open.length; k++) {
            int zone = pools.zone(open[k]);
            if (rule.survival() == Survival.ANY_ZONE && dense[zone] < 0) {
                dense[zone] = groups++;
            }
            group[k] = rule.survival() == Survival.ANY_ZONE ? dense[zone] : k;
        }
        CoverSolution solution = SurvivableCover.solve(
                problem(all(), units, units),
                group,
                isOnDemand,
                onDemand,
                rule.mix().compensateWithOnDemand(),
                rule.stepLimit(),
                workspace);
        return new Solved(solution.counts(), solution);
    }

    /** Units are balanced over zones first; then each zone covers its part at the least cost. */
    private Solved zoneByZone(Fleet fleet, long onDemand, long units) {
        int[] now = unitsByZone(fleet);
        int[] room = new int[pools.zones];
        int[] onDemandRoom = new int[pools.zones];
        for (int k = 0; k < open.length; k++) {
            int zone = pools.zone(open[k]);
            long stock = (long) draft.weight(open[k]) * Math.min(draft.left[open[k]], cap(open[k], units));
            boolean usable = !isOnDemand[k] || onDemand > 0 || rule.mix().compensateWithOnDemand();
            room[zone] = (int) Math.min(Integer.MAX_VALUE, room[zone] + (usable ? stock : 0));
            onDemandRoom[zone] = (int) Math.min(Integer.MAX_VALUE, onDemandRoom[zone] + (isOnDemand[k] ? stock : 0));
        }
        int[] quota = ZoneBalancer.additions(now, room, units);
        for (int zone = 0; zone < pools.zones; zone++) {
            onDemandRoom[zone] = Math.min(onDemandRoom[zone], quota[zone]);
        }
        int[] onDemandQuota = ZoneBalancer.additions(new int[pools.zones], onDemandRoom, onDemand);
        Solved sum = new Solved(new int[open.length]);
        long covered = 0;
        for (int zone = 0; zone < pools.zones; zone++) {
            covered += quota[zone];
            sum.add(split(ofZone(zone), quota[zone], onDemandQuota[zone], units));
        }
        sum.shortfall += units - covered;
        return sum;
    }

    private int[] all() {
        int[] part = new int[open.length];
        for (int k = 0; k < part.length; k++) {
            part[k] = k;
        }
        return part;
    }

    /** The open pools of a zone, by bisection: within each purchase option the table is sorted by zone. */
    private int[] ofZone(int zone) {
        int[] part = new int[2 * pools.types];
        int n = 0;
        for (int half = 0; half < pools.size; half += pools.half) {
            int found = Arrays.binarySearch(open, half + zone * pools.types);
            int end = half + (zone + 1) * pools.types;
            for (int k = found < 0 ? -found - 1 : found; k < open.length && open[k] < end; k++) {
                part[n++] = k;
            }
        }
        return Arrays.copyOf(part, n);
    }

    /** The covering problem of some open pools; caps refer to all units that were asked for. */
    private CoverProblem problem(int[] part, long demand, long asked) {
        long[] prices = new long[part.length];
        int[] weight = new int[part.length];
        int[] stock = new int[part.length];
        for (int i = 0; i < part.length; i++) {
            int pool = open[part[i]];
            prices[i] = price[part[i]];
            weight[i] = draft.weight(pool);
            stock[i] = (int) Math.min(draft.left[pool], cap(pool, asked));
            capped |= stock[i] < draft.left[pool];
        }
        return CoverProblem.of(prices, weight, stock, demand);
    }

    /** The most instances of a pool: its share of the units asked for, but always one. */
    private long cap(int pool, long asked) {
        long percent = rule.maxSharePercent();
        long units = asked / 100 * percent + asked % 100 * percent / 100;
        return percent == 100 ? Long.MAX_VALUE : Math.max(1, units / draft.weight(pool));
    }

    private int[] unitsByZone(Fleet fleet) {
        FleetTable table = FleetTable.of(fleet);
        Kinds kinds = table.kinds();
        int[] groupZone = new int[table.zones().size()];
        for (int z = 0; z < groupZone.length; z++) {
            groupZone[z] = pools.zoneIndex(table.zones().get(z));
        }
        int[] units = new int[pools.zones];
        for (int kind = 0; kind < kinds.size(); kind++) {
            int zone = groupZone[kinds.zone()[kind]];
            if (zone >= 0 && STATES[Packed.state(kinds.packed()[kind])].countsTowardsCapacity()) {
                int added = Math.multiplyExact(kinds.count()[kind], kinds.weight()[kind]);
                units[zone] = Math.addExact(units[zone], added);
            }
        }
        return units;
    }

    private Solved taken(Solved solved) {
        for (int k = 0; k < open.length; k++) {
            if (solved.counts[k] > 0) {
                draft.take(open[k], solved.counts[k]);
            }
        }
        return solved;
    }

    /** Counts per open pool and what is known about their cost. */
    static final class Solved {
        private final int[] counts;
        private long lowerBound;
        private long shortfall;
        private long steps;

        private Solved(int[] counts) {
            this.counts = counts;
        }

        private Solved(int[] counts, CoverSolution known) {
            this.counts = counts;
            this.lowerBound = known.lowerBound();
            this.shortfall = known.shortfall();
            this.steps = known.steps();
        }

        private void add(Solved part) {
            for (int k = 0; k < counts.length; k++) {
                counts[k] += part.counts[k];
            }
            lowerBound = Math.addExact(lowerBound, part.lowerBound);
            shortfall += part.shortfall;
            steps += part.steps;
        }

        long lowerBound() {
            return lowerBound;
        }

        long shortfall() {
            return shortfall;
        }

        long steps() {
            return steps;
        }
    }
}
