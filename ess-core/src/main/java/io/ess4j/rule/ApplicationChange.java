package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How the scaling of an application is recorded among its changes (guide 6, guide map G6-16).
 *
 * @param application the application group
 * @param kind whether it grew or shrank
 * @param instances how many instances came or left, 1 or more
 * @param at when it was decided
 */
public record ApplicationChange(String application, Kind kind, int instances, Instant at) {
    /** What every such change names as its source. */
    public static final String SOURCE = "auto_scale";

    /** The type of a change. */
    public enum Kind {
        /** Instances came; the console says 应用扩容. */
        SCALE_OUT,
        /** Instances left; the console says 应用缩容. */
        SCALE_IN
    }

    public ApplicationChange {
        requireNonNull(application, "application");
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
        RuleChecks.between("instances", instances, 1, Integer.MAX_VALUE);
    }

    /**
     * The record of a plan.
     *
     * @param application the application group
     * @param plan what it does
     * @param at when it was decided
     * @return the record, or empty if the plan changes nothing
     */
    public static Optional<ApplicationChange> of(String application, ApplicationPlan plan, Instant at) {
        int coming = plan.fromCluster() + plan.bought();
        int leaving = plan.elasticReleased() + plan.existingReturned();
        if (coming == 0 && leaving == 0) {
            return Optional.empty();
        }
        return Optional.of(new ApplicationChange(
                application, coming > 0 ? Kind.SCALE_OUT : Kind.SCALE_IN, Math.max(coming, leaving), at));
    }

    /**
     * What caused the change, as a person would be told.
     *
     * @return {@value #SOURCE}
     */
    public String source() {
        return SOURCE;
    }
}
