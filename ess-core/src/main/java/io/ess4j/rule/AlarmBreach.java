package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

/**
 * What made an alarm task alarm, such as CPU utilisation at 93 where 80 was the threshold. Step rules count from the
 * distance between the two (guide map C-9-6).
 *
 * @param metric the name of the metric
 * @param value its value over the last period, finite
 * @param threshold what it was compared with, finite
 */
public record AlarmBreach(String metric, double value, double threshold) {
    public AlarmBreach {
        requireNonNull(metric, "metric");
        value = RuleChecks.finite("value", value);
        threshold = RuleChecks.finite("threshold", threshold);
    }
}
