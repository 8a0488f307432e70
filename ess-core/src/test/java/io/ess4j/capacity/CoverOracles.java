package io.ess4j.capacity;

import java.util.Arrays;

/** Slow and obvious ways to solve a covering problem. */
final class CoverOracles {
    private CoverOracles() {}

    /** The least cost by trying everything; for a handful of pools. */
    static long bruteForce(CoverProblem p) {
        return bruteForce(p, 0, p.demand);
    }

    private static long bruteForce(CoverProblem p, int pool, long missing) {
        if (missing <= 0) {
            return 0;
        }
        if (pool == p.pools()) {
            return Long.MAX_VALUE;
        }
        long best = Long.MAX_VALUE;
        for (int count = 0; count <= p.stock[pool]; count++) {
            long rest = bruteForce(p, pool + 1, missing - (long) count * p.weight[pool]);
            if (rest != Long.MAX_VALUE) {
                best = Math.min(best, rest + count * p.price[pool]);
            }
        }
        return best;
    }

    /** The least cost by the textbook dynamic programme over units, one instance at a time. */
    static long textbook(CoverProblem p) {
        long infinite = Long.MAX_VALUE / 4;
        int demand = (int) p.demand;
        long[] cost = new long[demand + 1];
        Arrays.fill(cost, infinite);
        cost[0] = 0;
        for (int i = 0; i < p.pools(); i++) {
            long[] next = cost.clone();
            for (int d = 1; d <= demand; d++) {
                for (int c = 1; c <= p.stock[i]; c++) {
                    int before = Math.max(0, d - c * p.weight[i]);
                    next[d] = Math.min(next[d], cost[before] + c * p.price[i]);
                    if (before == 0) {
                        break;
                    }
                }
            }
            cost = next;
        }
        return cost[demand];
    }

    /** The documented rule: cheapest unit price first, {@code ceil(missing / weight)} of each. */
    static long greedy(CoverProblem p) {
        long missing = p.demand;
        long cost = 0;
        for (int i : UnitPriceOrder.of(p.price, p.weight)) {
            long take = Math.min(p.stock[i], Math.max(0, CoverRelaxation.ceilDiv(missing, p.weight[i])));
            cost += take * p.price[i];
            missing = Math.max(0, missing - take * p.weight[i]);
        }
        return cost;
    }
}
