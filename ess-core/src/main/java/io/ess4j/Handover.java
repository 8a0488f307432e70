package io.ess4j;

import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.AlarmBreach;
import io.ess4j.rule.AlarmOutcome;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.PredictiveTask;
import io.ess4j.rule.SimpleRule;
import io.ess4j.schedule.ScheduledAction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes triggers of what alarm tasks, scheduled tasks and predictive rules come to, and rules of adjustments. */
final class Handover {
    private Handover() {}

    static List<Trigger.Alarm> alarms(AlarmTask task, AlarmOutcome outcome) {
        if (!outcome.runsRules()) {
            return List.of();
        }
        Optional<AlarmBreach> breach = task.breach(outcome.state());
        return task.rules().stream()
                .map(rule -> breach.map(b -> Trigger.alarm(rule, b.value(), b.threshold()))
                        .orElseGet(() -> Trigger.alarm(rule)))
                .toList();
    }

    static Trigger.Scheduled predicted(PredictiveTask task, GroupState state) {
        int min = task.limits().min();
        int max = task.limits().max();
        ScheduledAction sizes = state.desired().isPresent()
                ? ScheduledAction.sizes(min, task.limits().clamp(state.desired().getAsInt()), max)
                : ScheduledAction.limits(min, max);
        return new Trigger.Scheduled(task.name(), sizes);
    }

    /** The rule that an adjustment stands for. */
    static SimpleRule rule(AdjustmentType type, int value, OptionalInt leastMagnitude) {
        return new SimpleRule("adjustment", type, value, leastMagnitude, Optional.empty());
    }

    /** What a scheduled task does, done by hand. */
    static Trigger byHand(ScheduledAction action) {
        if (action instanceof ScheduledAction.RunRule run) {
            return new Trigger.Execute(run.rule());
        }
        if (action instanceof ScheduledAction.SetSizes set) {
            return new Trigger.SetCapacity(set.min(), set.max(), set.desired());
        }
        throw new AssertionError(action);
    }
}
