package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Price;

/**
 * What an exact plan knows about its own cost. All costs are what the strategy minimised: prices, plus the expected
 * cost of interruptions if the strategy counts them.
 *
 * @param cost what the launches cost
 * @param lowerBound what no plan under the same constraints costs less than
 * @param documentedCost what the documented cost-optimised rule would have bought, at the same counting
 * @param documentedShortfall the units that the documented rule would have left missing
 * @param steps how much work the search took
 */
public record CostProof(Price cost, Price lowerBound, Price documentedCost, long documentedShortfall, long steps) {
    public CostProof {
        requireNonNull(documentedCost, "documentedCost");
        if (lowerBound.compareTo(cost) > 0) {
            throw new IllegalArgumentException("lowerBound (" + lowerBound + ") must be <= cost (" + cost + ")");
        }
    }

    /**
     * By how much the plan may be dearer than the best one.
     *
     * @return cost minus lower bound
     */
    public Price gap() {
        return new Price(cost.nanosPerHour() - lowerBound.nanosPerHour());
    }

    /**
     * Whether no cheaper plan exists.
     *
     * @return true if the gap is 0
     */
    public boolean isProven() {
        return cost.equals(lowerBound);
    }
}
