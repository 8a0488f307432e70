package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much capacity may come or go in a time, such as 4 units or 10 % in 60 seconds.
 *
 * @param unit whether the amount is in capacity units or in percent of what there was at the beginning of the time
 * @param amount 1 or more
 * @param period 1 to 1,800 seconds
 */
public record RatePolicy(Unit unit, int amount, Duration period) {
    /** What an amount is counted in. */
    public enum Unit {
        /** Capacity units. */
        UNITS,
        /** Percent of the capacity at the beginning of the time. */
        PERCENT
    }

    private static final int LONGEST_SECONDS = 1800;

    public RatePolicy {
        requireNonNull(unit, "unit");
        RuleChecks.between("amount", amount, 1, Integer.MAX_VALUE);
        RuleChecks.between("seconds of the period", period.toSeconds(), 1, LONGEST_SECONDS);
    }

    /** The most capacity there may be now; a percentage rounds up. */
    long ceiling(long atBeginning) {
        long gain = unit == Unit.UNITS
                ? amount
                : Math.floorDiv(Math.addExact(Math.multiplyExact(atBeginning, amount), 99), 100);
        return Math.addExact(atBeginning, gain);
    }

    /** The least capacity there may be now; a percentage rounds so that more may go: 10 % of 72 is 8. */
    long floor(long atBeginning) {
        long left = unit == Unit.UNITS
                ? atBeginning - amount
                : Math.multiplyExact(atBeginning, 100L - Math.min(100, amount)) / 100;
        return Math.max(0, left);
    }
}
