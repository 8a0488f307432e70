package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * What a rule sees: capacities in units, and the value of its metric if there is one.
 *
 * @param total all capacity that counts; what is neither reporting nor warming stands idle (standby) or is silent
 * @param reporting the capacity behind the metric: at work and past its warm-up
 * @param warming the capacity that is coming: pending, or at work but not past its warm-up
 * @param metric the present value of the rule's metric, averaged over the reporting capacity; absent when no data came
 * @param threshold the threshold of the alarm that runs the rule; only step rules look at it
 */
public record RuleInput(long total, long reporting, long warming, OptionalDouble metric, OptionalDouble threshold) {
    public RuleInput {
        requireNonNull(metric, "metric");
        requireNonNull(threshold, "threshold").ifPresent(t -> RuleChecks.finite("threshold", t));
        if (total < 0) {
            throw new IllegalArgumentException("total (" + total + ") must be >= 0");
        }
        if (reporting < 0 || warming < 0 || reporting > total - warming) {
            throw new IllegalArgumentException("reporting (" + reporting + ") and warming (" + warming
                    + ") must be >= 0 and together at most total (" + total + ")");
        }
        if (metric.isPresent() && !(metric.getAsDouble() >= 0 && metric.getAsDouble() <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("metric (" + metric.getAsDouble() + ") must be finite and >= 0");
        }
    }

    /**
     * An input without a threshold.
     *
     * @param total all capacity that counts
     * @param reporting the capacity behind the metric
     * @param warming the capacity that is coming
     * @param metric the present value of the rule's metric, finite and 0 or more; absent when no data came
     * @throws IllegalArgumentException if a capacity is negative, the parts exceed the total, or the metric is no
     *     measurement
     */
    public RuleInput(long total, long reporting, long warming, OptionalDouble metric) {
        this(total, reporting, warming, metric, OptionalDouble.empty());
    }

    /**
     * A group whose whole capacity reports, without a metric yet.
     *
     * @param total capacity units, 0 or more
     * @return the input
     */
    public static RuleInput of(long total) {
        return new RuleInput(total, total, 0, OptionalDouble.empty());
    }

    /**
     * This input with a value of the metric.
     *
     * @param value finite, 0 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the value is negative, infinite or not a number
     */
    public RuleInput withMetric(double value) {
        return new RuleInput(total, reporting, warming, OptionalDouble.of(value), threshold);
    }

    /**
     * This input with the threshold that the metric breached.
     *
     * @param value finite
     * @return a changed copy
     * @throws IllegalArgumentException if the value is infinite or not a number
     */
    public RuleInput withThreshold(double value) {
        return new RuleInput(total, reporting, warming, metric, OptionalDouble.of(value));
    }
}
