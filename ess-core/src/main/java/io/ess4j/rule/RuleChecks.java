package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Argument checks shared by the rules. */
final class RuleChecks {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RuleChecks() {}

    static void name(String name) {
        if (requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("name of a scaling rule must not be blank");
        }
    }

    static void seconds(String what, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " (" + time + ") must be from 0 to 86400 seconds");
        }
    }
}
