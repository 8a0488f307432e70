package io.ess4j.capacity;

import static java.util.Objects.requireNonNull;

/**
 * A covering problem: buy at least {@code demand} units at the least cost, when an instance of pool {@code i} costs
 * {@code price[i]}, brings {@code weight[i]} units, and no more than {@code stock[i]} can be had.
 *
 * <p>In symbols: minimise the sum of {@code price[i] * count[i]} subject to the sum of {@code weight[i] * count[i]}
 * being at least {@code demand} and {@code 0 <= count[i] <= stock[i]}. The literature calls it the bounded minimum (or
 * covering) knapsack problem.
 */
public final class CoverProblem {
    final long[] price;
    final int[] weight;
    final int[] stock;
    final long demand;

    private CoverProblem(long[] price, int[] weight, int[] stock, long demand) {
        this.price = price;
        this.weight = weight;
        this.stock = stock;
        this.demand = demand;
    }

    /**
     * A problem over those pools. The arrays are copied.
     *
     * @param price price of one instance of each pool, each at least 0
     * @param weight capacity units of one instance of each pool, each at least 1
     * @param stock how many instances of each pool can be had, each at least 0
     * @param demand the units to cover, at least 0
     * @return the problem
     * @throws IllegalArgumentException if the lengths differ or a number is out of range
     */
    public static CoverProblem of(long[] price, int[] weight, int[] stock, long demand) {
        int n = requireNonNull(price, "price").length;
        if (weight.length != n || stock.length != n) {
            throw new IllegalArgumentException("weight (" + weight.length + " pools) and stock (" + stock.length
                    + " pools) must have as many pools as price (" + n + ")");
        }
        if (demand < 0) {
            throw new IllegalArgumentException("demand (" + demand + ") must be >= 0");
        }
        for (int i = 0; i < n; i++) {
            if (price[i] < 0 || weight[i] < 1 || stock[i] < 0) {
                throw new IllegalArgumentException("pool " + i + " (price " + price[i] + ", weight " + weight[i]
                        + ", stock " + stock[i] + ") must have a price >= 0, a weight >= 1 and a stock >= 0");
            }
        }
        return new CoverProblem(price.clone(), weight.clone(), stock.clone(), demand);
    }

    /** The same pools with another demand, without copying them. */
    CoverProblem withDemand(long other) {
        return new CoverProblem(price, weight, stock, other);
    }

    /** Some of the pools, without demand. */
    CoverProblem part(int[] positions) {
        int n = positions.length;
        long[] prices = new long[n];
        int[] weights = new int[n];
        int[] stocks = new int[n];
        for (int k = 0; k < n; k++) {
            prices[k] = price[positions[k]];
            weights[k] = weight[positions[k]];
            stocks[k] = stock[positions[k]];
        }
        return new CoverProblem(prices, weights, stocks, 0);
    }

    /** All units that the stock brings, or {@link Long#MAX_VALUE} if that does not fit. */
    long allUnits() {
        return units(stock);
    }

    /**
     * How many pools there are.
     *
     * @return the length of every array
     */
    public int pools() {
        return price.length;
    }

    /**
     * The units to cover.
     *
     * @return at least 0
     */
    public long demand() {
        return demand;
    }

    /**
     * The units that counts bring.
     *
     * @param counts instances per pool
     * @return the sum of weight times count, or {@link Long#MAX_VALUE} if it does not fit
     */
    public long units(int[] counts) {
        long units = 0;
        for (int i = 0; i < counts.length; i++) {
            units += (long) weight[i] * counts[i];
            if (units < 0) {
                return Long.MAX_VALUE;
            }
        }
        return units;
    }

    /**
     * What counts cost.
     *
     * @param counts instances per pool
     * @return the sum of price times count
     * @throws ArithmeticException if it does not fit
     */
    public long cost(int[] counts) {
        long cost = 0;
        for (int i = 0; i < counts.length; i++) {
            cost = Math.addExact(cost, Math.multiplyExact(price[i], (long) counts[i]));
        }
        return cost;
    }

    /** Returns size and demand. */
    @Override
    public String toString() {
        return "cover " + demand + " units from " + price.length + " pools";
    }
}
