package io.ess4j.capacity;

import com.google.common.math.LongMath;

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
            units[k + 1] = LongMath.saturatedAdd(units[k], (long) weight[i] * problem.stock[i]);
            cost[k + 1] = LongMath.saturatedAdd(cost[k], LongMath.saturatedMultiply(price[i], problem.stock[i]));
        }
    }

    /** The cost of that demand, 0 to all units, rounded down; {@link Long#MAX_VALUE} if it does not fit. */
    long costBelow(long demand) {
        if (demand == 0) {
            return 0;
        }
        int k = poolAt(demand);
        int i = order[k];
        long missing = demand - units[k];
        long whole = missing / weight[i];
        long part = missing % weight[i];
        long last = price[i] / weight[i] * part + price[i] % weight[i] * part / weight[i];
        return LongMath.saturatedAdd(cost[k], LongMath.saturatedAdd(LongMath.saturatedMultiply(price[i], whole), last));
    }

    /** Compares what the unit number {@code a} costs here with what the unit number {@code b} costs there. */
    int compareUnit(long a, LinearCover other, long b) {
        int i = order[poolAt(a)];
        int j = other.order[other.poolAt(b)];
        return UnitPriceOrder.compare(price[i], weight[i], other.price[j], other.weight[j]);
    }

    /** The place in the order of the pool that covers the unit of that number, 1 to all units. */
    private int poolAt(long unit) {
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
