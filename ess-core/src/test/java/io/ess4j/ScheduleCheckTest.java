package io.ess4j;

import static io.ess4j.Groups.H;
import static io.ess4j.Groups.I;
import static io.ess4j.Groups.LARGE;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.Recurrence;
import io.ess4j.schedule.ScheduledAction;
import io.ess4j.schedule.ScheduledTask;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Scheduled tasks that do not fit their group, or each other. */
class ScheduleCheckTest {
    private static ScalingGroupBuilder named(String name) {
        return ScalingGroup.builder(name).capacity(0, 9).zones(H, I).type(LARGE);
    }

    /** Guide 3.4: with the desired mode on, a task gives all three sizes. */
    @Test
    void tasksGiveAllSizes() {
        ScalingGroup group = named("web").rule(ScalingRule.change("add", 1)).build();

        assertThat(ScheduleCheck.tasks(
                        group,
                        true,
                        List.of(
                                task(
                                        "all",
                                        new ScheduledAction.SetSizes(
                                                OptionalInt.of(1), OptionalInt.of(5), OptionalInt.of(3))),
                                task("rule", ScheduledAction.rule("add")))))
                .isEmpty();
        ScheduledTask onlyMin =
                task("min", new ScheduledAction.SetSizes(OptionalInt.of(3), OptionalInt.empty(), OptionalInt.empty()));
        ScheduledTask desired = task(
                "desired", new ScheduledAction.SetSizes(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(3)));
        assertThat(ScheduleCheck.tasks(group, true, List.of(onlyMin, task("gone", ScheduledAction.rule("drop")))))
                .extracting(PolicyFinding::issue)
                .containsExactly(PolicyIssue.UNKNOWN_RULE, PolicyIssue.TASK_WITHOUT_ALL_SIZES);
        ScheduledTask onlyMax =
                task("max", new ScheduledAction.SetSizes(OptionalInt.empty(), OptionalInt.of(3), OptionalInt.empty()));
        ScheduledTask limits = task("limits", ScheduledAction.limits(1, 3));
        assertThat(ScheduleCheck.tasks(group, true, List.of(onlyMax, desired, limits)))
                .extracting(PolicyFinding::issue)
                .containsOnly(PolicyIssue.TASK_WITHOUT_ALL_SIZES)
                .hasSize(3);
        ScalingGroup following =
                named("web").rule(ScalingRule.targetTracking("cpu", 50)).build();
        assertThat(ScheduleCheck.tasks(following, true, List.of(task("night", ScheduledAction.rule("cpu")))))
                .extracting(PolicyFinding::toString)
                .singleElement(as(STRING))
                .contains("rule cpu of task night");
        assertThat(ScheduleCheck.tasks(following, true, List.of(task("night", ScheduledAction.rule("cpu")))))
                .extracting(PolicyFinding::issue)
                .containsExactly(PolicyIssue.RULE_NOT_FOR_TASKS);
        assertThat(ScheduleCheck.tasks(group, false, List.of(onlyMin, desired)))
                .extracting(PolicyFinding::issue)
                .containsExactly(PolicyIssue.TASK_SETS_NO_DESIRED);
    }

    /** Two tasks at one minute: one of them waits, and says so before it happens. */
    @Test
    void contradictionsAreForeseen() {
        ScalingGroup group = named("web").rule(ScalingRule.change("add", 1)).build();
        GroupState state = GroupState.of(group, Groups.fleet(2));
        List<ScheduledTask> tasks = List.of(
                task(
                        "lower",
                        new ScheduledAction.SetSizes(OptionalInt.empty(), OptionalInt.of(4), OptionalInt.empty())),
                task("raise", ScheduledAction.rule("add")));

        assertThat(ScheduleCheck.contradictions(group, state, tasks, Groups.NOW.minusSeconds(60), Duration.ofDays(1)))
                .extracting(PolicyFinding::issue)
                .containsOnly(PolicyIssue.TASKS_CONTRADICT)
                .isNotEmpty();
        assertThat(ScheduleCheck.contradictions(
                        group, state, tasks.subList(0, 1), Groups.NOW.minusSeconds(60), Duration.ofDays(1)))
                .isEmpty();
    }

    private static ScheduledTask task(String name, ScheduledAction action) {
        return new ScheduledTask(
                name,
                Groups.NOW,
                Groups.NOW,
                new Recurrence.Once(),
                Optional.empty(),
                Duration.ofMinutes(10),
                action,
                ZoneOffset.UTC,
                true);
    }
}
