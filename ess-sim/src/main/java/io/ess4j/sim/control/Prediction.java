package io.ess4j.sim.control;

import io.ess4j.Trigger;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.rule.HourlySeries;
import io.ess4j.rule.PredictivePlan;
import io.ess4j.rule.PredictiveRule;
import io.ess4j.rule.PredictiveTask;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Feeds a predictive rule: sums up the load of every clock hour (metric times capacity), asks for a forecast once a
 * day, and hands out the tasks that are due. The load of the last fortnight counts.
 */
final class Prediction {
    private static final int KEPT_HOURS = 14 * 24;

    private final PredictiveRule rule;
    private final CapacityLimits limits;
    private final ArrayDeque<OptionalDouble> hours = new ArrayDeque<>();
    private List<PredictiveTask> tasks = List.of();
    private Optional<Instant> hour = Optional.empty();
    private Optional<Instant> planned = Optional.empty();
    private double sum;
    private int samples;

    Prediction(PredictiveRule rule, CapacityLimits limits) {
        this.rule = rule;
        this.limits = limits;
    }

    /** Takes a measurement and returns what is to be asked now, the latest task only. */
    Optional<Trigger> measured(Optional<Measurement> measurement, Instant now) {
        Instant current = now.minusMillis(1).truncatedTo(ChronoUnit.HOURS);
        if (hour.isPresent()) {
            for (Instant at = hour.get(); at.isBefore(current); at = at.plus(Duration.ofHours(1))) {
                endHour();
            }
        }
        hour = Optional.of(current);
        measurement.filter(m -> m.utilisationPercent().isPresent()).ifPresent(m -> {
            sum += m.utilisationPercent().getAsDouble() * m.capacity();
            samples++;
        });
        if (planned.isEmpty() || !now.isBefore(planned.get().plus(Duration.ofDays(1)))) {
            plan(now, current);
        }
        return due(now);
    }

    private void endHour() {
        hours.add(samples > 0 ? OptionalDouble.of(sum / samples) : OptionalDouble.empty());
        if (hours.size() > KEPT_HOURS) {
            hours.remove();
        }
        sum = 0;
        samples = 0;
    }

    private void plan(Instant now, Instant current) {
        if (hours.size() < 24) {
            return;
        }
        Instant start = current.minus(Duration.ofHours(hours.size()));
        PredictivePlan plan = rule.plan(new HourlySeries(start, new ArrayList<>(hours)), limits, now);
        planned = Optional.of(now);
        tasks = plan.tasks();
    }

    private Optional<Trigger> due(Instant now) {
        Optional<Trigger> latest = Optional.empty();
        List<PredictiveTask> later = new ArrayList<>();
        for (PredictiveTask task : tasks) {
            if (task.at().isAfter(now)) {
                later.add(task);
            } else {
                latest = Optional.of(new Trigger.SetCapacity(
                        OptionalInt.of(task.limits().min()),
                        OptionalInt.of(task.limits().max()),
                        OptionalInt.empty()));
            }
        }
        tasks = later;
        return latest;
    }
}
