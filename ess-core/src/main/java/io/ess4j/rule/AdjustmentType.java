package io.ess4j.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/** How the number of an adjustment is read, and how a percentage is rounded (guide map C-9-1 to C-9-4). */
public enum AdjustmentType {
    /** Capacity units to add, or to remove if negative: -1000 to 1000. */
    QUANTITY(-1000, 1000),
    /** A percentage of the present capacity to add, or to remove if negative: -100 to 10000; 2.5 units become 3. */
    PERCENT(-100, 10_000),
    /** The capacity to have: 0 to 2000. */
    TOTAL(0, 2000),
    /**
     * A percentage rounded as AWS does it (guide map C-9-19): toward zero, but a change is never rounded to nothing.
     * 12.7 units become 12, 0.67 become 1, -6.67 become -6.
     */
    PERCENT_TOWARD_ZERO(-100, 10_000);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final int least;
    private final int most;

    AdjustmentType(int least, int most) {
        this.least = least;
        this.most = most;
    }

    void check(int value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "adjustment of type " + this + " (" + value + ") must be from " + least + " to " + most);
        }
    }

    void check(OptionalInt leastMagnitude) {
        if (leastMagnitude.isEmpty()) {
            return;
        }
        if (!isPercent()) {
            throw new IllegalArgumentException("leastMagnitude (" + leastMagnitude.getAsInt()
                    + ") must be given for adjustments of type PERCENT only, but the type is " + this);
        }
        if (leastMagnitude.getAsInt() < 1) {
            throw new IllegalArgumentException("leastMagnitude (" + leastMagnitude.getAsInt() + ") must be >= 1");
        }
    }

    private boolean isPercent() {
        return this == PERCENT || this == PERCENT_TOWARD_ZERO;
    }

    /** The capacity that an adjustment of some capacity comes to, never below 0. */
    long wanted(long capacity, int value, OptionalInt leastMagnitude) {
        if (this == TOTAL) {
            return value;
        }
        long change = isPercent() ? percent(capacity, value, leastMagnitude) : value;
        return Math.max(0, Math.addExact(capacity, change));
    }

    private long percent(long capacity, int value, OptionalInt leastMagnitude) {
        BigDecimal exact = BigDecimal.valueOf(capacity)
                .multiply(BigDecimal.valueOf(Math.abs((long) value)))
                .divide(HUNDRED);
        RoundingMode rounding = this == PERCENT ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        long size = exact.setScale(0, rounding).longValueExact();
        if (this == PERCENT_TOWARD_ZERO && exact.signum() > 0) {
            size = Math.max(1, size);
        }
        return Integer.signum(value) * Math.max(size, leastMagnitude.orElse(0));
    }
}
