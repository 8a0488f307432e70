package io.ess4j.capacity;

import com.google.common.math.LongMath;
import java.util.Arrays;
import java.util.List;

/**
 * What a cover under caps costs at least when instances may be divided and only caps with disjoint sets are kept. Then
 * cheapest first is optimal, for the caps form a matroid.
 */
final class CapRelaxation {
    private final CoverProblem problem;
    private final boolean[] isBase;
    private final long baseDemand;
    private final long[] most;
    private final List<int[]> members;
    private final int[] order;
    /** The kept cap of each pool, or -1. */
    private final int[] capOf;

    private final long[] left;
    private final long[] taken;
    private long shortfall;
    private long cost;

    /** Caps are kept as they come from one end, unless they share a pool with one that is kept. */
    CapRelaxation(
            CoverProblem problem,
            boolean[] isBase,
            long baseDemand,
            List<int[]> members,
            long[] most,
            boolean forward) {
        this.problem = problem;
        this.isBase = isBase;
        this.baseDemand = baseDemand;
        this.members = members;
        this.most = most;
        this.order = UnitPriceOrder.of(problem.price, problem.weight);
        this.capOf = new int[isBase.length];
        this.left = new long[most.length];
        this.taken = new long[isBase.length];
        Arrays.fill(capOf, -1);
        for (int i = 0; i < most.length; i++) {
            int cap = forward ? i : most.length - 1 - i;
            if (Arrays.stream(members.get(cap)).allMatch(pool -> capOf[pool] < 0)) {
                for (int pool : members.get(cap)) {
                    capOf[pool] = cap;
                }
            }
        }
    }

    /** Solves for the units beyond what pools bring at least; see {@link #shortfall} and {@link #cost}. */
    void solve(int[] least, int[] mostOf) {
        for (int c = 0; c < most.length; c++) {
            long held = 0;
            for (int pool : members.get(c)) {
                held += (long) least[pool] * problem.weight[pool];
            }
            left[c] = most[c] - held;
        }
        Arrays.fill(taken, 0);
        cost = 0;
        long others = problem.demand - Math.min(problem.demand, problem.units(least));
        shortfall = fill(baseDemand, true, least, mostOf);
        shortfall += fill(Math.max(0, others - baseDemand), false, least, mostOf);
    }

    /** The units that cannot be had beyond what the pools bring at least. */
    long shortfall() {
        return shortfall;
    }

    /** What the others cost at least. */
    long cost() {
        return cost;
    }

    private long fill(long units, boolean onlyBase, int[] least, int[] mostOf) {
        long missing = units;
        for (int i = 0; i < order.length && missing > 0; i++) {
            int pool = order[i];
            if (isBase[pool] || !onlyBase) {
                int weight = problem.weight[pool];
                long room = (long) (mostOf[pool] - least[pool]) * weight - taken[pool];
                room = capOf[pool] < 0 ? room : Math.min(room, left[capOf[pool]]);
                long take = Math.min(room, missing);
                taken[pool] += take;
                missing -= take;
                if (capOf[pool] >= 0) {
                    left[capOf[pool]] -= take;
                }
                cost = LongMath.saturatedAdd(cost, LongMath.saturatedMultiply(problem.price[pool], take / weight));
                long part = take % weight;
                cost = LongMath.saturatedAdd(
                        cost, problem.price[pool] / weight * part + problem.price[pool] % weight * part / weight);
            }
        }
        return missing;
    }
}
