package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One measurement of one instance, or of the group.
 *
 * @param at when it was taken
 * @param value a finite number
 */
public record MetricSample(Instant at, double value) {
    public MetricSample {
        requireNonNull(at, "at");
        value = RuleChecks.finite("value", value);
    }
}
