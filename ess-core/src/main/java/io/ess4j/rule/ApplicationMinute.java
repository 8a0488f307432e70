package io.ess4j.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The averages of one minute over the instances of an application.
 *
 * @param averages metric to average, finite and 0 or more; a metric that is absent has no data
 */
public record ApplicationMinute(Map<ApplicationMetric, Double> averages) {
    public ApplicationMinute {
        Map<ApplicationMetric, Double> ordered = new EnumMap<>(ApplicationMetric.class);
        averages.forEach((metric, value) -> {
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(metric + " (" + value + ") must be finite and >= 0");
            }
            ordered.put(metric, value);
        });
        averages = Collections.unmodifiableMap(ordered);
    }

    /**
     * A minute with one metric.
     *
     * @param metric the metric
     * @param average its average, finite and 0 or more
     * @return the minute
     * @throws IllegalArgumentException if the average is negative, infinite or not a number
     */
    public static ApplicationMinute of(ApplicationMetric metric, double average) {
        return new ApplicationMinute(Map.of(metric, average));
    }
}
