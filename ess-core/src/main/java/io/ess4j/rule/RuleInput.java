package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * What a rule sees: capacities in units, and the value of its metric if there is one.
 *
 * @param total all capacity that counts, warming or not, 0 or more
 * @param reporting the capacity behind the metric: in service and past its warm-up, at most {@code total}
 * @param metric the present value of the rule's metric, averaged over the reporting capacity; absent when no data came
 */
public record RuleInput(long total, long reporting, OptionalDouble metric) {
    public RuleInput {
        requireNonNull(metric, "metric");
        if (total < 0) {
            throw new IllegalArgumentException("total (" + total + ") must be >= 0");
        }
        if (reporting < 0 || reporting > total) {
            throw new IllegalArgumentException("reporting (" + reporting + ") must be from 0 to total (" + total + ")");
        }
        if (metric.isPresent() && !(metric.getAsDouble() >= 0 && metric.getAsDouble() <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("metric (" + metric.getAsDouble() + ") must be finite and >= 0");
        }
    }

    /**
     * A group whose whole capacity reports, without a metric yet.
     *
     * @param total capacity units, 0 or more
     * @return the input
     */
    public static RuleInput of(long total) {
        return new RuleInput(total, total, OptionalDouble.empty());
    }

    /**
     * This input with a value of the metric.
     *
     * @param value finite, 0 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the value is negative, infinite or not a number
     */
    public RuleInput withMetric(double value) {
        return new RuleInput(total, reporting, OptionalDouble.of(value));
    }
}
