package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

/**
 * What of a wish a {@link ScalingBehavior} allows.
 *
 * @param allowed the capacity to go to
 * @param reason what held the wish back last, if anything
 * @param history the history with this wish; goes into the next call
 */
public record BehaviorOutcome(long allowed, Reason reason, ScalingHistory history) {
    /** What held a wish back. */
    public enum Reason {
        /** Nothing did. */
        AS_WANTED,
        /** An earlier wish of the stabilisation window still counts. */
        STABILISED,
        /** A rate policy, or a way that is disabled. */
        RATE_LIMITED,
        /** The group's limits. */
        GROUP_LIMITS
    }

    public BehaviorOutcome {
        requireNonNull(reason, "reason");
        requireNonNull(history, "history");
    }
}
