package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Offering;

/**
 * An offering that was preferred to others but could not be used, and why.
 *
 * @param offering what was passed over
 * @param reason why
 */
public record SkippedPool(Offering offering, Reason reason) {
    /** Why an offering was passed over. */
    public enum Reason {
        /** There is no instance of it to be had now. */
        SOLD_OUT,
        /**
         * Its price now is above the limit that the spot mix sets for its type, or {@link CandidateOptions} for all.
         */
        ABOVE_MAX_PRICE,
        /** It is a spot offering at or above the on-demand price of the same type and zone. */
        NOT_BELOW_ON_DEMAND
    }

    public SkippedPool {
        requireNonNull(offering, "offering");
        requireNonNull(reason, "reason");
    }
}
