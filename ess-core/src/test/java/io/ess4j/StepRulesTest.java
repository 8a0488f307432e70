package io.ess4j;

import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.Decision.Deferred;
import io.ess4j.Decision.Rejected;
import io.ess4j.model.LifecycleState;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.schedule.ScheduledAction;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Step rules in a group, run by an alarm and by hand (guide map C-9-7, C-9-9, C-9-10, C-9-28). */
class StepRulesTest {
    /** The console's example: 80 and more adds 2, 90 and more 3; here less than 30 removes 1 as well. */
    private static final ScalingGroup GROUP = plain(0, 20)
            .rule(StepRule.of("steps", AdjustmentType.QUANTITY, Step.between(0, 10, 2), Step.from(10, 3)))
            .rule(StepRule.of("down", AdjustmentType.QUANTITY, Step.upTo(-50, -1), Step.between(-50, 0, 0)))
            .rule(ScalingRule.targetTracking("cpu", 50))
            .build();

    private static final GroupState STATE = GroupState.of(GROUP, fleet(4));

    @ParameterizedTest(name = "{0}: {1} over {2} adds {3}")
    @CsvSource({"C-9-7, 80, 80, 2", "C-9-7, 89.9, 80, 2", "C-9-7, 90, 80, 3", "negative metric, -5, -10, 2"})
    void anAlarmAndAHandRunTheSameStep(String source, double metric, double threshold, int added) {
        for (Trigger trigger :
                List.of(Trigger.alarm("steps", metric, threshold), Trigger.execute("steps", metric, threshold))) {
            assertThat(launched(plan(GROUP, STATE, trigger))).as(source).isEqualTo(added);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "C-9-9 no step below 0,          steps, 79,    80,    NO_STEP_FOUND",
        "C-9-9 no step above 0,          down,  81,    80,    NO_STEP_FOUND",
        "C-9-28 beyond the range,        steps, 1e19,  80,    METRIC_OUT_OF_RANGE",
        "C-9-28 threshold beyond,        steps, 80,    -1e19, THRESHOLD_OUT_OF_RANGE",
        "a load is never negative,       cpu,   -1,    50,    METRIC_OUT_OF_RANGE"
    })
    void alarmsAreRefusedAsDocumented(String source, String rule, double metric, double threshold, Rejection expected) {
        ScalingPlan plan = plan(GROUP, STATE, Trigger.alarm(rule, metric, threshold));

        assertThat(plan.decision()).as(source).isEqualTo(new Rejected(expected));
        assertThat(plan.after()).isEqualTo(STATE);
        assertThat(plan.explain()).contains("rejected: " + expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "MissingParameter.MetricValue,      steps, ,     80, METRIC_MISSING",
        "MissingParameter.BreachThreshold,  steps, 80,   ,   THRESHOLD_MISSING",
        "both missing,                      steps, ,     ,   METRIC_MISSING",
        "NoStepFound,                       steps, 70,   80, NO_STEP_FOUND",
        "MetricValueBeyondPermitRange,      steps, 1e19, 80, METRIC_OUT_OF_RANGE",
        "BreachThresholdBeyondPermitRange,  steps, 80, 1e19, THRESHOLD_OUT_OF_RANGE",
        "a step that adds nothing,          down,  70,   80, NO_CHANGE",
        "InvalidScalingRuleType,            cpu,   90,   50, RULE_FOLLOWS_A_METRIC"
    })
    void handsAreRefusedAsDocumented(String source, String rule, Double metric, Double threshold, Rejection expected) {
        Trigger trigger = new Trigger.Execute(rule, optional(metric), optional(threshold));

        assertThat(plan(GROUP, STATE, trigger).decision()).as(source).isEqualTo(new Rejected(expected));
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** By hand only the desired capacity moves, and capacity that is on its way is not ordered twice. */
    @Test
    void byHandTheDesiredCapacityMovesFirst() {
        GroupState state = STATE.withDesired(4);
        ScalingPlan first = plan(GROUP, state, Trigger.execute("steps", 85, 80));
        assertThat(first.decision()).isInstanceOf(Deferred.class);
        assertThat(first.desired()).hasValue(6);
        assertThat(first.launches()).isEmpty();
        assertThat(first.explain()).contains("execution of rule steps at 85.0");

        ScalingPlan check = plan(GROUP, first.after(), Trigger.check());
        GroupState coming = check.after(List.of("n-1", "n-2"));
        assertThat(coming.fleet().count(LifecycleState.PENDING)).isEqualTo(2);
        ScalingPlan again = plan(GROUP, coming, Trigger.execute("steps", 85, 80));

        assertThat(again.decision()).isEqualTo(new Rejected(Rejection.NO_CHANGE));
        assertThat(plan(GROUP, coming, Trigger.execute("steps", 95, 80)).desired())
                .hasValue(7);
    }

    /** Without data an alarm holds, which is no refusal: a group never moves on missing data. */
    @Test
    void withoutDataAnAlarmHolds() {
        for (Trigger trigger : List.of(Trigger.alarm("steps"), Trigger.alarm("steps", 95), Trigger.alarm("cpu"))) {
            ScalingPlan plan = plan(GROUP, STATE, trigger);
            assertThat(plan.isRejected()).isFalse();
            assertThat(plan.changesInstances()).isFalse();
        }
    }

    /** Scheduled tasks run simple rules only; they bring no metric. */
    @Test
    void noTaskRunsARuleThatFollowsAMetric() {
        for (String rule : List.of("steps", "cpu")) {
            ScalingPlan plan = plan(GROUP, STATE, new Trigger.Scheduled("noon", ScheduledAction.rule(rule)));
            assertThat(plan.decision()).isEqualTo(new Rejected(Rejection.RULE_FOLLOWS_A_METRIC));
            assertThat(plan.trigger()).isInstanceOf(Trigger.Scheduled.class);
        }
    }

    /** Somebody who is told to wait is told until when. */
    @Test
    void aRefusalByCooldownSaysUntilWhen() {
        RunningActivity activity = new RunningActivity(true, java.time.Duration.ofMinutes(5));
        GroupState cooling = new GroupState(
                        STATE.fleet(),
                        STATE.limits(),
                        STATE.desired(),
                        STATE.coolingDownUntil(),
                        List.of(activity),
                        STATE.hostNames(),
                        STATE.status(),
                        STATE.suspension(),
                        STATE.stopPool())
                .finished(activity, java.util.Optional.of(NOW.minusSeconds(60)));

        assertThat(plan(GROUP, cooling, Trigger.alarm("steps", 95, 80)).explain())
                .contains("rejected: the group is cooling down until 2026-01-05T18:04:00Z");
    }

    /** Guide map C-9-7: threshold 80, (0, 10) adds 2, (10, -) adds 3. */
    @ParameterizedTest
    @CsvSource({"80, 2", "89.9, 2", "90, 3"})
    void stepRulesCountFromTheThreshold(double metric, int added) {
        ScalingGroup group = plain(0, 9)
                .rule(StepRule.of("steps", AdjustmentType.QUANTITY, Step.between(0, 10, 2), Step.from(10, 3)))
                .build();

        assertThat(launched(plan(group, GroupState.of(group, fleet(3)), Trigger.alarm("steps", metric, 80))))
                .isEqualTo(added);
    }
}
