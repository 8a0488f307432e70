package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What goes wrong between the group and its monitoring.
 *
 * @param missingRatio the share of periods whose metrics never come, 0 to 1
 * @param delay how late metrics come, 0 to a day; cut to whole periods
 * @param skew how much the clock of the metrics is ahead, or behind if negative; up to an hour. Alarm tasks sort
 *     samples by that clock
 */
public record MetricFaults(double missingRatio, Duration delay, Duration skew) {
    /** Metrics are complete, in time and by the right clock. */
    public static final MetricFaults NONE = new MetricFaults(0, Duration.ZERO, Duration.ZERO);

    public MetricFaults {
        if (!(missingRatio >= 0 && missingRatio <= 1)) {
            throw new IllegalArgumentException("missingRatio (" + missingRatio + ") must be from 0 to 1");
        }
        if (requireNonNull(delay, "delay").isNegative() || delay.toDays() > 1) {
            throw new IllegalArgumentException("delay (" + delay + ") must be from 0 to a day");
        }
        if (requireNonNull(skew, "skew").abs().toHours() > 1) {
            throw new IllegalArgumentException("skew (" + skew + ") must be from -1 to 1 h");
        }
    }
}
