package io.ess4j;

import io.ess4j.rule.RuleInput;
import io.ess4j.rule.SimpleRule;
import io.ess4j.schedule.GroupSizes;
import io.ess4j.schedule.ScheduleForecast;
import io.ess4j.schedule.ScheduledAction;
import io.ess4j.schedule.ScheduledTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong or risky about the scheduled tasks of a group before they run; see {@link PolicyCheck}. */
public final class ScheduleCheck {
    private ScheduleCheck() {}

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
     * @param from the beginning; runs at that very moment are not included
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
