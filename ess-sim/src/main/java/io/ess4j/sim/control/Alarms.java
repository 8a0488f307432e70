package io.ess4j.sim.control;

import io.ess4j.Trigger;
import io.ess4j.rule.AlarmCondition;
import io.ess4j.rule.AlarmOutcome;
import io.ess4j.rule.AlarmState;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The alarm tasks of a group and their states; says which rules are to run. */
final class Alarms {
    private final List<AlarmTask> tasks;
    private final List<AlarmState> states = new ArrayList<>();
    private final List<String> metrics;

    Alarms(List<AlarmTask> tasks) {
        this.tasks = List.copyOf(tasks);
        this.tasks.forEach(task -> states.add(task.start()));
        this.metrics = this.tasks.stream()
                .flatMap(t -> t.conditions().stream())
                .map(AlarmCondition::metric)
                .distinct()
                .toList();
    }

    /** How far back the tasks look. */
    Duration horizon() {
        return tasks.stream()
                .flatMap(t -> t.conditions().stream().map(c -> c.period().multipliedBy(t.evaluations() + 1L)))
                .reduce(Duration.ofMinutes(15), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** The rules that alarm now, each with the value and the threshold of the task's first condition. */
    List<Trigger.Alarm> evaluate(Monitoring monitoring, Instant now) {
        List<Trigger.Alarm> due = new ArrayList<>();
        List<MetricSeries> series = tasks.isEmpty() ? List.of() : monitoring.series(metrics);
        for (int i = 0; i < tasks.size(); i++) {
            AlarmTask task = tasks.get(i);
            AlarmOutcome outcome = task.evaluate(states.get(i), series, now, task.enabled());
            states.set(i, outcome.state());
            if (outcome.runsRules()) {
                AlarmCondition first = task.conditions().get(0);
                OptionalDouble value = value(first, series, now);
                task.rules()
                        .forEach(rule -> due.add(new Trigger.Alarm(rule, value, OptionalDouble.of(first.threshold()))));
            }
        }
        return due;
    }

    private static OptionalDouble value(AlarmCondition condition, List<MetricSeries> all, Instant now) {
        Optional<MetricSeries> series =
                all.stream().filter(s -> s.metric().equals(condition.metric())).findFirst();
        long length = condition.period().toSeconds();
        Instant end = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
        return series.isPresent()
                ? series.get().value(condition.statistic(), end.minus(condition.period()), end)
                : OptionalDouble.empty();
    }
}
