package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * How calmly a group scales one way: a stabilisation window and rate policies.
 *
 * @param window for how long earlier wishes still count, 0 to 3,600 seconds
 * @param policies how much may come or go in a time; none for no limit
 * @param select which of several policies counts
 */
public record DirectionBehavior(Duration window, List<RatePolicy> policies, Select select) {
    /** Which of several rate policies counts. */
    public enum Select {
        /** The one that allows the largest change; the default. */
        MOST_CHANGE,
        /** The one that allows the smallest change. */
        LEAST_CHANGE,
        /** None: this way the group does not scale. */
        DISABLED
    }

    private static final int LONGEST_SECONDS = 3600;

    public DirectionBehavior {
        RuleChecks.between("seconds of the window", window.toSeconds(), 0, LONGEST_SECONDS);
        policies = List.copyOf(policies);
        requireNonNull(select, "select");
    }

    /**
     * A behaviour of which the most generous policy counts.
     *
     * @param window for how long earlier wishes still count, 0 to 3,600 seconds
     * @param policies how much may come or go in a time; none for no limit
     * @return the behaviour
     * @throws IllegalArgumentException if the window is out of range
     */
    public static DirectionBehavior of(Duration window, RatePolicy... policies) {
        return new DirectionBehavior(window, List.of(policies), Select.MOST_CHANGE);
    }

    /**
     * No window and no limits.
     *
     * @return the behaviour
     */
    public static DirectionBehavior free() {
        return of(Duration.ZERO);
    }

    /**
     * This behaviour with another choice among several policies.
     *
     * @param which which of several policies counts
     * @return a changed copy
     */
    public DirectionBehavior selecting(Select which) {
        return new DirectionBehavior(window, policies, which);
    }
}
