package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A rule that forecasts the load of the next 48 hours and sets the group's limits ahead of it; it never scales itself
 * (guide map C-9-16 to C-9-18). A group has at most one.
 *
 * <p>The load is the metric times the capacity that reports it, such as 80 % x 5 units = 400. A forecast of 400 for a
 * target of 50 is a prediction of 8 units, rounded up. Each hour has a task that sets the least capacity to the
 * prediction and the most capacity as the {@link MaxBehavior} says; the least is never above the most.
 *
 * @param name the name of the rule
 * @param metric what is forecast
 * @param target the value to keep: above 0, at most three decimals
 * @param mode whether tasks are made at all
 * @param maxBehavior how the most capacity follows a large prediction
 * @param bufferPercent what is added to a prediction by {@link MaxBehavior#PREDICTION_WITH_BUFFER}, 0 to 100
 * @param bufferTime how long before its hour a task runs, 0 to 60 minutes, in whole minutes
 * @param initialMax the most capacity without a prediction; that of the group if absent
 */
public record PredictiveRule(
        String name,
        Metric metric,
        double target,
        Mode mode,
        MaxBehavior maxBehavior,
        int bufferPercent,
        Duration bufferTime,
        OptionalInt initialMax) {
    /** What a predictive rule can forecast. */
    public enum Metric {
        /** CPU utilisation in percent. */
        CPU_UTILIZATION,
        /** Traffic received over the internal network. */
        INTRANET_IN,
        /** Traffic sent over the internal network. */
        INTRANET_OUT
    }

    /** Whether a forecast leads to tasks. */
    public enum Mode {
        /** It does; the default. */
        PREDICT_AND_SCALE,
        /** It is shown only. */
        PREDICT_ONLY
    }

    /** What becomes of the most capacity when a prediction exceeds it. */
    public enum MaxBehavior {
        /** It stays, and cuts the prediction; the default. */
        MAX_OVERRIDES_PREDICTION,
        /** It becomes the prediction. */
        PREDICTION_OVERRIDES_MAX,
        /** It becomes the prediction and a buffer, rounded up: 100 and 10 % make 110. */
        PREDICTION_WITH_BUFFER
    }

    private static final int HOURS = 48;
    private static final int MOST_BUFFER_MINUTES = 60;
    private static final int STALE_HOURS = 24;

    public PredictiveRule {
        RuleChecks.name(name);
        requireNonNull(metric, "metric");
        RuleChecks.target(target);
        requireNonNull(mode, "mode");
        requireNonNull(maxBehavior, "maxBehavior");
        RuleChecks.between("bufferPercent", bufferPercent, 0, 100);
        if (!bufferTime.equals(Duration.ofMinutes(bufferTime.toMinutes()))) {
            throw new IllegalArgumentException("bufferTime (" + bufferTime + ") must be in whole minutes");
        }
        RuleChecks.between("minutes of bufferTime", bufferTime.toMinutes(), 0, MOST_BUFFER_MINUTES);
        requireNonNull(initialMax, "initialMax").ifPresent(m -> RuleChecks.between("initialMax", m, 0, 1_000_000));
        if (bufferPercent > 0 && maxBehavior != MaxBehavior.PREDICTION_WITH_BUFFER) {
            throw new IllegalArgumentException("bufferPercent (" + bufferPercent + ") must be 0 for " + maxBehavior);
        }
    }

    /**
     * A rule on CPU utilisation that predicts and scales, keeps the group's most capacity, and runs on the hour.
     *
     * @param name the name of the rule
     * @param target the value to keep: above 0, at most three decimals
     * @return the rule
     * @throws IllegalArgumentException if the name is blank or the target out of range
     */
    public static PredictiveRule of(String name, double target) {
        return new PredictiveRule(
                name,
                Metric.CPU_UTILIZATION,
                target,
                Mode.PREDICT_AND_SCALE,
                MaxBehavior.MAX_OVERRIDES_PREDICTION,
                0,
                Duration.ZERO,
                OptionalInt.empty());
    }

    /**
     * This rule with another way to treat large predictions.
     *
     * @param behavior how the most capacity follows
     * @param percent the buffer, 0 to 100; 0 unless the behaviour has one
     * @return a changed copy
     * @throws IllegalArgumentException if the buffer is out of range
     */
    public PredictiveRule withMax(MaxBehavior behavior, int percent) {
        return new PredictiveRule(name, metric, target, mode, behavior, percent, bufferTime, initialMax);
    }

    /**
     * This rule with tasks that run some time before their hour.
     *
     * @param time 0 to 60 minutes, in whole minutes
     * @return a changed copy
     * @throws IllegalArgumentException if the time is out of range
     */
    public PredictiveRule withBufferTime(Duration time) {
        return new PredictiveRule(name, metric, target, mode, maxBehavior, bufferPercent, time, initialMax);
    }

    /**
     * This rule without tasks.
     *
     * @return a changed copy
     */
    public PredictiveRule predictOnly() {
        return new PredictiveRule(
                name, metric, target, Mode.PREDICT_ONLY, maxBehavior, bufferPercent, bufferTime, initialMax);
    }

    /**
     * Forecasts the next 48 hours. To be asked again each day, and within an hour after the target has changed.
     *
     * @param load the load of the past: metric times reporting capacity, by the hour; only its last 60 days count
     * @param limits the group's limits
     * @param now the present moment, not before the end of the load
     * @return the plan; without tasks, and with a reason, if the past does not allow a forecast
     * @throws IllegalArgumentException if the present moment is before the end of the load
     */
    public PredictivePlan plan(HourlySeries load, CapacityLimits limits, Instant now) {
        if (now.isBefore(load.end())) {
            throw new IllegalArgumentException(
                    "now (" + now + ") must not be before the end of the load (" + load.end() + ")");
        }
        long late = Duration.between(load.end(), now.minusNanos(1)).toHours();
        if (now.isAfter(load.end().plus(HourlySeries.HOUR.multipliedBy(STALE_HOURS)))) {
            return PredictivePlan.reactive(PredictivePlan.Reason.HISTORY_TOO_OLD);
        }
        int skipped = now.equals(load.end()) ? 0 : Math.toIntExact(late + 1);
        Optional<LoadForecast> forecast = SeasonalForecaster.forecast(load, skipped + HOURS);
        if (forecast.isEmpty()) {
            return PredictivePlan.reactive(PredictivePlan.Reason.HISTORY_TOO_SHORT);
        }
        List<OptionalDouble> ahead = forecast.get().load().values().subList(skipped, skipped + HOURS);
        HourlySeries hours = new HourlySeries(load.end().plus(HourlySeries.HOUR.multipliedBy(skipped)), ahead);
        return new PredictivePlan(
                Optional.of(new LoadForecast(hours, forecast.get().quality())),
                mode == Mode.PREDICT_ONLY ? List.of() : tasks(hours, limits, now),
                mode == Mode.PREDICT_ONLY ? PredictivePlan.Reason.PREDICTS_ONLY : PredictivePlan.Reason.FORECAST);
    }

    private List<PredictiveTask> tasks(HourlySeries hours, CapacityLimits limits, Instant now) {
        List<PredictiveTask> tasks = new ArrayList<>();
        for (int i = 0; i < hours.values().size(); i++) {
            Instant hour = hours.start().plus(HourlySeries.HOUR.multipliedBy(i));
            Instant at = hour.minus(bufferTime);
            long predicted = predicted(hours.values().get(i).orElseThrow());
            int max = max(predicted, initialMax.orElse(limits.max()));
            tasks.add(new PredictiveTask(
                    "PredictiveScaling-" + name + "-" + hour,
                    at.isBefore(now) ? now : at,
                    hour,
                    predicted,
                    CapacityLimits.of((int) Math.min(predicted, max), max)));
        }
        return tasks;
    }

    /**
     * The units that a load needs.
     *
     * @param load finite, 0 or more
     * @return load / target, rounded up
     * @throws IllegalArgumentException if the load is negative, infinite or not a number
     */
    public long predicted(double load) {
        if (!(load >= 0 && load <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("load (" + load + ") must be finite and >= 0");
        }
        return BigDecimal.valueOf(load)
                .divide(BigDecimal.valueOf(target), 0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .longValueExact();
    }

    /**
     * The most capacity that a task sets.
     *
     * @param predicted the units that the forecast needs, 0 or more
     * @param initial the most capacity without a prediction
     * @return the initial one, the prediction, or the prediction and the buffer, rounded up
     */
    public int max(long predicted, int initial) {
        long wish = switch (maxBehavior) {
            case MAX_OVERRIDES_PREDICTION -> initial;
            case PREDICTION_OVERRIDES_MAX -> predicted;
            case PREDICTION_WITH_BUFFER -> Math.floorDiv(predicted * (100 + bufferPercent) + 99, 100);
        };
        return (int) Math.min(Integer.MAX_VALUE, Math.max(initial, wish));
    }
}
