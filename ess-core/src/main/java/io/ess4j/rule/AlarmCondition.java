package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One condition of an alarm task, such as "average CPU utilisation of 5 minutes at least 80" (guide map C-10-1).
 *
 * @param metric the name of the metric
 * @param statistic how the samples of a period become one value
 * @param period 15 s, 1, 2, 5 or 15 minutes; periods begin at multiples of their length
 * @param comparison how the value is compared
 * @param threshold what it is compared with, finite
 */
public record AlarmCondition(
        String metric, Statistic statistic, Duration period, Comparison comparison, double threshold) {
    private static final Duration DEFAULT_PERIOD = Duration.ofMinutes(5);

    public AlarmCondition {
        RuleChecks.metricName(metric);
        requireNonNull(statistic, "statistic");
        RuleChecks.period(period);
        requireNonNull(comparison, "comparison");
        threshold = RuleChecks.finite("threshold", threshold);
    }

    /**
     * A condition on the average of 5 minutes.
     *
     * @param metric the name of the metric
     * @param comparison how the average is compared
     * @param threshold what it is compared with, finite
     * @return the condition
     * @throws IllegalArgumentException if the name is blank, or the threshold infinite or not a number
     */
    public static AlarmCondition average(String metric, Comparison comparison, double threshold) {
        return new AlarmCondition(metric, Statistic.AVERAGE, DEFAULT_PERIOD, comparison, threshold);
    }

    /**
     * This condition on another period.
     *
     * @param time 15 s, 1, 2, 5 or 15 minutes
     * @return a changed copy
     * @throws IllegalArgumentException if the period is another one
     */
    public AlarmCondition every(Duration time) {
        return new AlarmCondition(metric, statistic, time, comparison, threshold);
    }

    /** The end of the last period that is over. */
    Instant lastEnd(Instant now) {
        long length = period.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    }

    /**
     * Judges the periods that ended since the last judgement. More than {@code evaluations} of them need not be looked
     * at: the last ones alone say whether enough breached in a row.
     */
    ConditionState judge(ConditionState before, List<MetricSeries> series, int evaluations, Instant now) {
        Instant last = lastEnd(now);
        Instant horizon = last.minus(period.multipliedBy(evaluations));
        boolean fresh = before.judgedUntil().filter(t -> !t.isBefore(horizon)).isEmpty();
        Instant end = fresh ? horizon : before.judgedUntil().orElseThrow();
        int breaches = fresh ? 0 : before.breaches();
        AlarmStatus status = before.status();
        OptionalDouble value = before.value();
        while (end.isBefore(last)) {
            value = value(series, end, end.plus(period));
            boolean breach = value.isPresent() && comparison.holds(value.getAsDouble(), threshold);
            breaches = breach ? Math.min(evaluations, breaches + 1) : 0;
            status = value.isEmpty()
                    ? AlarmStatus.INSUFFICIENT_DATA
                    : breaches == evaluations ? AlarmStatus.ALARM : AlarmStatus.OK;
            end = end.plus(period);
        }
        return new ConditionState(Optional.of(end), breaches, status, value);
    }

    private OptionalDouble value(List<MetricSeries> series, Instant from, Instant to) {
        return series.stream()
                .filter(s -> s.metric().equals(metric))
                .findFirst()
                .map(s -> s.value(statistic, from, to))
                .orElse(OptionalDouble.empty());
    }
}
