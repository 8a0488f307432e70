package io.ess4j;

import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ess4j.Decision.Rejected;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Zone;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.AlarmCondition;
import io.ess4j.rule.AlarmOutcome;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.Comparison;
import io.ess4j.rule.MetricSample;
import io.ess4j.rule.MetricSeries;
import io.ess4j.rule.PredictiveTask;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.schedule.GroupSizes;
import io.ess4j.schedule.Recurrence;
import io.ess4j.schedule.ScheduleForecast;
import io.ess4j.schedule.SchedulePlan;
import io.ess4j.schedule.ScheduleState;
import io.ess4j.schedule.ScheduledTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What alarms, schedules, predictions and clouds find out goes into a decision as it is. */
class HandOverTest {
    private static final ScalingGroup GROUP = plain(0, 20)
            .rule(StepRule.of("steps", AdjustmentType.QUANTITY, Step.between(0, 10, 2), Step.from(10, 3)))
            .rule(ScalingRule.change("one", 1))
            .build();

    /** An alarm at 93 over a threshold of 80 runs both of its rules; the step rule adds 3. */
    @Test
    void anAlarmHandsOverMetricAndThreshold() {
        AlarmTask task = new AlarmTask(
                "busy",
                List.of(AlarmCondition.average("cpu", Comparison.AT_LEAST, 80).every(Duration.ofMinutes(1))),
                AlarmTask.Join.ALL,
                1,
                List.of("steps", "one"),
                true);
        MetricSeries cpu = MetricSeries.of("cpu", new MetricSample(NOW.minusSeconds(30), 93));
        AlarmOutcome outcome = task.evaluate(task.start(), List.of(cpu), NOW, true);

        List<Trigger.Alarm> triggers = Trigger.alarms(task, outcome);

        assertThat(triggers).containsExactly(Trigger.alarm("steps", 93, 80), Trigger.alarm("one", 93, 80));
        GroupState state = GroupState.of(GROUP, fleet(4));
        assertThat(launched(plan(GROUP, state, triggers.get(0)))).isEqualTo(3);
        assertThat(Trigger.alarms(task, task.evaluate(outcome.state(), List.of(cpu), NOW, true)))
                .isEmpty();
        assertThat(Trigger.alarms(task, task.retry(outcome.state().withRefusal(), true)))
                .isEqualTo(triggers);
    }

    @Test
    void aDueRunHandsOverItsTask() {
        ScheduledTask task = ScheduledTask.builder("noon", NOW.minusSeconds(600), NOW)
                .runs("one")
                .build();
        SchedulePlan due = SchedulePlan.of(List.of(task), ScheduleState.from(NOW.minusSeconds(60)), NOW);

        Trigger.Scheduled trigger = Trigger.scheduled(due.run().orElseThrow());

        assertThat(trigger).isEqualTo(new Trigger.Scheduled("noon", task.action()));
        assertThat(launched(plan(GROUP, GroupState.of(GROUP, fleet(4)), trigger)))
                .isEqualTo(1);
    }

    /** Decision 9: what a task of a predictive rule does to a desired capacity. */
    @ParameterizedTest(name = "limits {0}..{1} at desired {2}: {3}")
    @CsvSource({"2, 9, 5, 5, 1", "6, 9, 5, 6, 2", "0, 3, 5, 3, -1", "5, 5, 5, 5, 1", "2, 9, , , 0", "6, 9, , , 2"})
    void aPredictionMovesTheDesiredCapacityAsLittleAsItMust(
            int min, int max, Integer desired, Integer expected, int change) {
        GroupState state = GroupState.of(GROUP, fleet(4));
        state = desired == null ? state : state.withDesired(desired);
        PredictiveTask task =
                new PredictiveTask("PredictiveScaling-cpu-18", NOW, NOW, min, CapacityLimits.of(min, max));

        ScalingPlan plan = plan(GROUP, state, Trigger.predicted(task, state));

        assertThat(plan.isRejected()).isFalse();
        assertThat(plan.limits()).isEqualTo(CapacityLimits.of(min, max));
        assertThat(plan.desired().isPresent()).isEqualTo(expected != null);
        plan.desired().ifPresent(d -> assertThat(d).isEqualTo(expected));
        assertThat(launched(plan) - plan.removals().size()).isEqualTo(change);
    }

    /** Guide 3.4 for tasks that people write: what does not fit together fails, and nothing is moved for them. */
    @ParameterizedTest(name = "desired 5, {0} to {1}")
    @CsvSource({"min, 6", "max, 4"})
    void aTaskOfAPersonFailsInstead(String size, int value) {
        GroupState state = GroupState.of(GROUP, fleet(4)).withDesired(5);
        ScheduledTask.Builder builder = ScheduledTask.builder("noon", NOW.minusSeconds(600), NOW);
        ScheduledTask task = (size.equals("min") ? builder.min(value) : builder.max(value)).build();

        ScalingPlan plan = plan(GROUP, state, new Trigger.Scheduled("noon", task.action()));

        assertThat(plan.decision()).isEqualTo(new Rejected(Rejection.LIMITS_OUT_OF_ORDER));
    }

    /** A forecast from midnight knows the task that runs at midnight. */
    @Test
    void aForecastIncludesItsFirstMoment() {
        Instant midnight = Instant.parse("2026-01-06T00:00:00Z");
        ScheduledTask task = ScheduledTask.builder("night", NOW, midnight)
                .recurrence(new Recurrence.Daily(1))
                .max(3)
                .build();

        ScheduleForecast forecast = ScheduleForecast.of(
                List.of(task), GroupSizes.of(0, 20), 9, (rule, capacity) -> capacity, midnight, Duration.ofHours(1));

        assertThat(forecast.steps()).hasSize(1);
        assertThat(forecast.sizesAt(midnight)).isEqualTo(GroupSizes.of(0, 3));
    }

    /** Guide 1.8: told daily in the last seven days before the last run of a task. */
    @Test
    void expiringTasksAreToldFromTheirRecurrence() {
        Instant launch = Instant.parse("2026-01-06T08:00:00Z");
        ScheduledTask daily = ScheduledTask.builder("daily", NOW, launch)
                .recurrence(new Recurrence.Daily(2))
                .until(Instant.parse("2026-02-01T12:00:00Z"))
                .runs("one")
                .build();
        ScheduledTask once =
                ScheduledTask.builder("once", NOW, launch).runs("one").build();
        ScheduledTask endless = ScheduledTask.builder("endless", NOW, launch)
                .recurrence(new Recurrence.Daily(1))
                .runs("one")
                .build();
        ScheduledTask off =
                ScheduledTask.builder("off", NOW, launch).runs("one").disabled().build();
        List<ScheduledTask> tasks = List.of(daily, once, endless, off);

        assertThat(daily.lastRun()).contains(Instant.parse("2026-02-01T08:00:00Z"));
        assertThat(once.lastRun()).contains(launch);
        assertThat(endless.lastRun()).isEmpty();
        assertThat(ScheduleCheck.reminders(tasks, NOW, Instant.parse("2026-03-01T00:00:00Z")))
                .extracting(ScheduleCheck.Reminder::task, r -> r.at().toString())
                .containsExactly(
                        tuple("daily", "2026-01-25T08:00:00Z"),
                        tuple("daily", "2026-01-26T08:00:00Z"),
                        tuple("daily", "2026-01-27T08:00:00Z"),
                        tuple("daily", "2026-01-28T08:00:00Z"),
                        tuple("daily", "2026-01-29T08:00:00Z"),
                        tuple("daily", "2026-01-30T08:00:00Z"),
                        tuple("daily", "2026-01-31T08:00:00Z"));
        assertThat(ScheduleCheck.reminders(
                        List.of(once), launch.minus(Duration.ofDays(2)), launch.minus(Duration.ofDays(1))))
                .containsExactly(new ScheduleCheck.Reminder("once", launch, launch.minus(Duration.ofDays(1))));
    }

    /** Guide map C-19-1: instances to attach must be running; the zone is not among the conditions. */
    @Test
    void attachTakesRunningInstancesOfAnyZone() {
        GroupState state = GroupState.of(GROUP, fleet(4));
        assertThat(plan(GROUP, state, Trigger.attach(elsewhere("i-9"))).attached())
                .hasSize(1);
        ScalingPlan sick = plan(
                GROUP, state, Trigger.attach(elsewhere("i-9"), elsewhere("i-10").withHealthy(false)));
        assertThat(sick.decision()).isEqualTo(new Rejected(Rejection.NOT_RUNNING));
        assertThat(sick.after()).isEqualTo(state);
    }

    private static Instance elsewhere(String id) {
        return Instance.builder(id)
                .type(Groups.LARGE)
                .zone(Zone.of("far"))
                .price(Groups.CATALOG.offerings().get(0).price())
                .joinedAt(NOW)
                .build();
    }

    @ParameterizedTest
    @EnumSource(LifecycleState.class)
    void onlyWhatWorksOrLeavesIsStopped(LifecycleState state) {
        Instance instance = fleet(1).get(0).withState(state);
        GroupState group =
                GroupState.of(GROUP, fleet(1).with(List.of(instance))).withStatus(GroupStatus.ACTIVE);

        switch (state) {
            case IN_SERVICE, REMOVING, REMOVING_WAIT ->
                assertThat(group.stopped(List.of("i-1"), NOW).stopPool().stopped())
                        .hasSize(1);
            default ->
                assertThatThrownBy(() -> group.stopped(List.of("i-1"), NOW))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("instance (i-1) must be in service or leaving to be stopped, it is " + state);
        }
    }

    @Test
    void statesRefuseWhatCannotHappen() {
        GroupState state = GroupState.of(plain(0, 9).build(), fleet(2));

        assertThatThrownBy(() -> state.joined(List.of("i-1"), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instance (i-1) must be pending, it is IN_SERVICE");
        assertThatThrownBy(() -> state.gone(List.of("i-2", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instance (x) must be in the group");
        assertThat(new ArrayList<>(state.gone(List.of("i-2")).fleet())).hasSize(1);
    }
}
