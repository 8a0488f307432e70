package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Argument checks shared by the rules. */
final class RuleChecks {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final double LARGEST_TARGET = 1e15;
    private static final int MAX_DECIMALS = 3;
    private static final List<Duration> PERIODS = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

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

    static void target(double target) {
        if (!(target > 0 && target <= LARGEST_TARGET)) {
            throw new IllegalArgumentException("target (" + target + ") must be > 0 and at most " + LARGEST_TARGET);
        }
        if (BigDecimal.valueOf(target).stripTrailingZeros().scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    "target (" + target + ") must have at most " + MAX_DECIMALS + " decimals");
        }
    }

    static void metricName(String metric) {
        if (requireNonNull(metric, "metric").isBlank()) {
            throw new IllegalArgumentException("metric must not be blank");
        }
    }

    static void period(Duration period) {
        if (!PERIODS.contains(requireNonNull(period, "period"))) {
            throw new IllegalArgumentException("period (" + period + ") must be one of " + PERIODS);
        }
    }

    static void between(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " (" + value + ") must be from " + least + " to " + most);
        }
    }

    /** Returns the value with -0.0 made 0.0, so that records with it are equal when they mean the same. */
    static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " (" + value + ") must be finite");
        }
        return value + 0.0;
    }
}
