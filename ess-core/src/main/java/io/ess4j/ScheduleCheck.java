package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.event.ExpiryReminders;
import io.ess4j.rule.RuleInput;
import io.ess4j.rule.SimpleRule;
import io.ess4j.schedule.GroupSizes;
import io.ess4j.schedule.ScheduleForecast;
import io.ess4j.schedule.ScheduledAction;
import io.ess4j.schedule.ScheduledTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong or risky about the scheduled tasks of a group before they run; see {@link PolicyCheck}. */
public final class ScheduleCheck {
    private ScheduleCheck() {}

    /**
     * That a scheduled task is about to run for the last time.
     *
     * @param task the name of the task
     * @param lastRun when it runs for the last time
     * @param at when this is to be told
     */
    public record Reminder(String task, Instant lastRun, Instant at) {
        public Reminder {
            requireNonNull(task, "task");
            requireNonNull(lastRun, "lastRun");
            requireNonNull(at, "at");
        }
    }

    /**
     * Which tasks are to be reported as expiring: daily in the last seven days before their last run (guide map
     * C-26-1). Tasks that are switched off or never end are not.
     *
     * @param tasks the tasks of a group
     * @param after the end of the period looked at before, itself excluded
     * @param now the end of this period, itself included
     * @return an unmodifiable list, by time, within one time in the order of the tasks
     */
    public static List<Reminder> reminders(List<ScheduledTask> tasks, Instant after, Instant now) {
        List<Reminder> found = new ArrayList<>();
        for (ScheduledTask task : tasks) {
            Optional<Instant> last = task.enabled() ? task.lastRun() : Optional.empty();
            last.ifPresent(run ->
                    ExpiryReminders.due(run, after, now).forEach(at -> found.add(new Reminder(task.name(), run, at))));
        }
        found.sort(Comparator.comparing(Reminder::at));
        return List.copyOf(found);
    }

    /**
     * What is wrong or risky about the scheduled tasks of a group (guide map G3.4-8).
     *
     * @param group the group
     * @param hasDesired whether the group has a desired capacity
     * @param tasks its tasks
     * @return an unmodifiable list, the worst first
     */
    public static List<PolicyFinding> tasks(ScalingGroup group, boolean hasDesired, List<ScheduledTask> tasks) {
        List<PolicyFinding> found = new ArrayList<>();
        for (ScheduledTask task : tasks) {
            if (task.action() instanceof ScheduledAction.RunRule run) {
                boolean known = group.rules().stream().anyMatch(r -> r.name().equals(run.rule()));
                PolicyCheck.add(
                        found, !known, PolicyIssue.UNKNOWN_RULE, "rule " + run.rule() + " of task " + task.name());
                boolean simple =
                        group.rules().stream().anyMatch(r -> r.name().equals(run.rule()) && r instanceof SimpleRule);
                PolicyCheck.add(
                        found,
                        known && !simple,
                        PolicyIssue.RULE_NOT_FOR_TASKS,
                        "rule " + run.rule() + " of task " + task.name());
            } else if (task.action() instanceof ScheduledAction.SetSizes set) {
                boolean all = set.min().isPresent()
                        && set.max().isPresent()
                        && set.desired().isPresent();
                PolicyCheck.add(
                        found, hasDesired && !all, PolicyIssue.TASK_WITHOUT_ALL_SIZES, "sizes of task " + task.name());
                PolicyCheck.add(
                        found,
                        !hasDesired && set.desired().isPresent(),
                        PolicyIssue.TASK_SETS_NO_DESIRED,
                        "desired capacity of task " + task.name());
            }
        }
        return PolicyCheck.sorted(found);
    }

    /**
     * Which scheduled tasks contradict each other over a time ahead.
     *
     * @param group the group; of its rules only simple ones count
     * @param state the sizes and the capacity at the beginning
     * @param tasks its tasks
     * @param from the beginning; runs at that very moment are included
     * @param ahead how far to look, at most 366 days
     * @return an unmodifiable list, in the order of the first time each happens
     * @throws IllegalArgumentException if the time to look ahead is out of range
     */
    public static List<PolicyFinding> contradictions(
            ScalingGroup group, GroupState state, List<ScheduledTask> tasks, Instant from, Duration ahead) {
        GroupSizes sizes = new GroupSizes(state.limits(), state.desired());
        ScheduleForecast forecast = ScheduleForecast.of(
                tasks,
                sizes,
                state.fleet().stableCapacity(),
                (rule, capacity) ->
                        group.rule(rule).evaluate(RuleInput.of(capacity)).wanted(),
                from,
                ahead);
        return forecast.contradictions().stream()
                .map(c -> new PolicyFinding(
                        PolicyIssue.TASKS_CONTRADICT,
                        "task " + c.task() + " (" + c.kind() + " because of " + c.because() + ", first at "
                                + c.firstAt() + ", " + c.count() + " times)"))
                .toList();
    }
}
