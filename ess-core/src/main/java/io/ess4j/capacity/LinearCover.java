package io.ess4j.capacity;

/**
 * The cost of covering any demand from the same pools when instances could be divided: a convex function of the demand,
 * made once and read in O(log n).
 */
final class LinearCover {
    private final long[] price;
    private final int[] weight;
    private final int[] order;
    /** Units and cost of the k cheapest pools together; saturated. */
    private final long[] units;

    private final long[] cost;

    LinearCover(CoverProblem problem) {
        this.price = problem.price;
        this.weight = problem.weight;
        this.order = UnitPriceOrder.of(price, weight);
        this.units = new long[order.length + 1];
        this.cost = new long[order.length + 1];
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            units[k + 1] = saturatedSum(units[k], (long) weight[i] * problem.stock[i]);
            long high = Math.multiplyHigh(price[i], problem.stock[i]);
            long all = price[i] * problem.stock[i];
            cost[k + 1] = high != 0 || all < 0 ? Long.MAX_VALUE : saturatedSum(cost[k], all);
        }
    }

    private static long saturatedSum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** The cost of that demand rounded down; {@link Long#MAX_VALUE} if all stock does not cover it. */
    long costBelow(long demand) {
        int k = poolAt(demand);
        if (k < 0) {
            return demand <= 0 ? 0 : Long.MAX_VALUE;
        }
        int i = order[k];
        long missing = demand - units[k];
        long whole = missing / weight[i];
        long part = missing % weight[i];
        long last = price[i] / weight[i] * part + price[i] % weight[i] * part / weight[i];
        return saturatedSum(cost[k], saturatedSum(price[i] * whole, last));
    }

    /** Compares what the unit number {@code a} costs here with what the unit number {@code b} costs there. */
    int compareUnit(long a, LinearCover other, long b) {
        int k = poolAt(a);
        int l = other.poolAt(b);
        if (k < 0 || l < 0) {
            return k < 0 ? 1 : -1;
        }
        int i = order[k];
        int j = other.order[l];
        return UnitPriceOrder.compare(price[i], weight[i], other.price[j], other.weight[j]);
    }

    /** The place in the order of the pool that covers the unit of that number, counted from 1; -1 if none does. */
    private int poolAt(long unit) {
        if (unit <= 0 || unit > units[order.length]) {
            return -1;
        }
        int low = 0;
        int high = order.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (units[middle + 1] >= unit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
