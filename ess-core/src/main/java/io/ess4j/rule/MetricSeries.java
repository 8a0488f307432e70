package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The measurements of one metric, of all instances of a group, in the order of time. A time without samples is missing
 * data, never 0.
 *
 * @param metric the name of the metric
 * @param samples the measurements, each at the time of the one before or later
 */
public record MetricSeries(String metric, List<MetricSample> samples) {
    public MetricSeries {
        RuleChecks.metricName(metric);
        samples = List.copyOf(samples);
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).at().isBefore(samples.get(i - 1).at())) {
                throw new IllegalArgumentException("samples of metric " + metric + " must be in the order of time, but "
                        + samples.get(i).at() + " follows " + samples.get(i - 1).at());
            }
        }
    }

    /**
     * A series of some samples.
     *
     * @param metric the name of the metric
     * @param samples the measurements in the order of time
     * @return the series
     * @throws IllegalArgumentException if the name is blank or the samples are not in the order of time
     */
    public static MetricSeries of(String metric, MetricSample... samples) {
        return new MetricSeries(metric, List.of(samples));
    }

    /**
     * The value of a span of time; O(log n + samples in the span).
     *
     * @param statistic how samples become one value
     * @param from the first moment of the span
     * @param to the first moment after it
     * @return the value, or empty if no sample falls into the span
     */
    public OptionalDouble value(Statistic statistic, Instant from, Instant to) {
        requireNonNull(statistic, "statistic");
        int first = firstAtOrAfter(requireNonNull(from, "from"));
        int end = firstAtOrAfter(requireNonNull(to, "to"));
        return statistic.of(samples.subList(Math.min(first, end), end));
    }

    private int firstAtOrAfter(Instant time) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.get(middle).at().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
