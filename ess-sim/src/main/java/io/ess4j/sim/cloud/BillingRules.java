package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Price;
import java.time.Duration;

/**
 * How time becomes money.
 *
 * @param unit time is billed in whole units from each start on: from a millisecond (exact) to an hour
 * @param minimum what a start costs at least, 0 to an hour
 * @param stopped what a stopped instance costs: its disks (guide 3.3); what it ran on is not billed
 */
public record BillingRules(Duration unit, Duration minimum, Price stopped) {
    /** To the millisecond, without minimum, stopped instances for nothing. */
    public static final BillingRules EXACT = new BillingRules(Duration.ofMillis(1), Duration.ZERO, Price.ZERO);

    public BillingRules {
        requireNonNull(unit, "unit");
        requireNonNull(minimum, "minimum");
        requireNonNull(stopped, "stopped");
        if (unit.toMillis() < 1 || unit.toHours() > 1 || minimum.isNegative() || minimum.toHours() > 1) {
            throw new IllegalArgumentException(
                    "unit (" + unit + ") must be from 1 ms to 1 h, minimum (" + minimum + ") from 0 to 1 h");
        }
    }

    /**
     * The time billed for a span of running.
     *
     * @param livedMillis how long the instance ran, 0 or more
     * @return milliseconds, at least the time lived
     */
    public long billedMillis(long livedMillis) {
        long least = Math.max(livedMillis, minimum.toMillis());
        long whole = unit.toMillis();
        return Math.multiplyExact((least + whole - 1) / whole, whole);
    }
}
