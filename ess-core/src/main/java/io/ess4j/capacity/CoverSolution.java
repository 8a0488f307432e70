package io.ess4j.capacity;

import java.util.Arrays;
import java.util.Objects;

/**
 * What to buy, what it costs, and how much less it could cost at the very best.
 *
 * <p>{@code lowerBound <= optimum <= cost} always holds; a {@linkplain #isProven proven} solution is an optimum.
 */
public final class CoverSolution {
    private final int[] counts;
    private final long cost;
    private final long units;
    private final long lowerBound;
    private final long shortfall;
    private final long steps;

    CoverSolution(int[] counts, long cost, long units, long lowerBound, long shortfall, long steps) {
        this.counts = counts;
        this.cost = cost;
        this.units = units;
        this.lowerBound = lowerBound;
        this.shortfall = shortfall;
        this.steps = steps;
    }

    /**
     * How many instances of a pool to buy.
     *
     * @param pool a position in the problem
     * @return 0 to the stock of the pool
     */
    public int count(int pool) {
        return counts[pool];
    }

    /**
     * How many instances of each pool to buy.
     *
     * @return a new array in the order of the problem
     */
    public int[] counts() {
        return counts.clone();
    }

    /**
     * What it costs.
     *
     * @return the sum of price times count
     */
    public long cost() {
        return cost;
    }

    /**
     * The units it brings.
     *
     * @return the sum of weight times count, or {@link Long#MAX_VALUE} if that does not fit
     */
    public long units() {
        return units;
    }

    /**
     * What no solution can cost less than.
     *
     * @return a cost, at most {@link #cost()}
     */
    public long lowerBound() {
        return lowerBound;
    }

    /**
     * By how much this solution may be dearer than the optimum.
     *
     * @return cost minus lower bound, 0 when proven
     */
    public long gap() {
        return cost - lowerBound;
    }

    /**
     * Whether no cheaper solution exists.
     *
     * @return true if the gap is 0
     */
    public boolean isProven() {
        return cost == lowerBound;
    }

    /**
     * Units that all stock together cannot cover. If above 0, the solution buys everything.
     *
     * @return at least 0
     */
    public long shortfall() {
        return shortfall;
    }

    /**
     * How much work the search took, in cells of its tables.
     *
     * @return 0 if the bounds met without a search
     */
    public long steps() {
        return steps;
    }

    /** Solutions are equal when they buy the same and claim the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CoverSolution s
                && Arrays.equals(counts, s.counts)
                && cost == s.cost
                && units == s.units
                && lowerBound == s.lowerBound
                && shortfall == s.shortfall
                && steps == s.steps;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(counts), cost);
    }

    /** Returns counts, cost and gap. */
    @Override
    public String toString() {
        return Arrays.toString(counts) + " for " + cost + ", gap " + gap()
                + (shortfall > 0 ? ", short of " + shortfall : "");
    }
}
