package io.ess4j;

import static io.ess4j.Groups.H;
import static io.ess4j.Groups.I;
import static io.ess4j.Groups.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.AlarmCondition;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.Comparison;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.rule.TargetTracking;
import io.ess4j.rule.TargetTrackingRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alarm tasks that make a group grow and shrink at once, and rules that they do not have. */
class AlarmFightsTest {
    private static List<PolicyIssue> issues(PolicyCheck check, ScalingGroupBuilder group) {
        return check.findings(group.build()).stream().map(PolicyFinding::issue).toList();
    }

    private static ScalingGroupBuilder named(String name) {
        return ScalingGroup.builder(name).capacity(0, 9).zones(H, I).type(LARGE);
    }

    @ParameterizedTest(name = "add {0} {1}, drop {2} {3}: fight {4}")
    @CsvSource({
        "AT_LEAST, 80, AT_MOST, 20, false",
        "AT_LEAST, 50, AT_MOST, 50, true",
        "AT_LEAST, 50, BELOW, 50, false",
        "ABOVE, 50, BELOW, 50, false",
        "ABOVE, 30, BELOW, 70, true",
        "AT_LEAST, 80, AT_LEAST, 90, true",
        "AT_MOST, 10, AT_MOST, 5, true"
    })
    void alarmsThatFightAreFound(Comparison out, double high, Comparison in, double low, boolean fight) {
        ScalingGroupBuilder group =
                named("web").rule(ScalingRule.change("add", 1)).rule(ScalingRule.change("drop", -1));
        PolicyCheck check = PolicyCheck.DEFAULT.withAlarms(List.of(
                AlarmTask.of("busy", AlarmCondition.average("cpu", out, high), "add"),
                AlarmTask.of("idle", AlarmCondition.average("cpu", in, low), "drop")));

        assertThat(issues(check, group)).isEqualTo(fight ? List.of(PolicyIssue.ALARMS_FIGHT) : List.of());
    }

    /** A tracking rule at 70 with a margin of 10 % grows above 70 and shrinks below 63. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "its own two alarms,                     none,     0,  false",
        "a rule that drops below 50,             BELOW,    50, false",
        "a rule that drops where tracking grows, ABOVE,    80, true",
        "a rule that drops below 90,             BELOW,    90, true",
        "a rule that drops just below 71,        BELOW,    71, true",
        "a rule that drops at 70 at most,        AT_MOST,  70, false"
    })
    void alarmsOfTrackingRulesTakePart(String row, String comparison, double threshold, boolean fight) {
        TargetTrackingRule cpu = ScalingRule.targetTracking("cpu70", 70);
        ScalingGroupBuilder group = named("web").rule(cpu).rule(ScalingRule.change("drop", -1));
        List<AlarmTask> byHand = comparison.equals("none")
                ? List.of()
                : List.of(AlarmTask.of(
                        "idle",
                        AlarmCondition.average("cpu", Comparison.valueOf(comparison), threshold)
                                .every(Duration.ofMinutes(1)),
                        "drop"));
        PolicyCheck check = PolicyCheck.DEFAULT.withAlarms(byHand).withTracking(List.of(TargetTracking.of(cpu, "cpu")));

        assertThat(issues(check, group)).as(row).isEqualTo(fight ? List.of(PolicyIssue.ALARMS_FIGHT) : List.of());
    }

    /** Two tracking rules on one metric want different capacities; step rules are looked at step by step. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "two targets,                     track 90, ABOVE,    0,  true",
        "equal targets,                   track 70, ABOVE,    0,  false",
        "steps that add above,            steps 3,  AT_LEAST, 70, false",
        "steps that drop far above 70,    steps -3, AT_LEAST, 70, true",
        "steps that drop below 20,        steps -3, AT_MOST,  20, false"
    })
    void rulesOfEveryKindTakePart(String row, String other, Comparison comparison, double threshold, boolean fight) {
        TargetTrackingRule cpu = ScalingRule.targetTracking("cpu70", 70);
        int number = Integer.parseInt(other.substring(6));
        ScalingGroupBuilder group = named("web").rule(cpu);
        PolicyCheck check;
        if (other.startsWith("track")) {
            TargetTrackingRule second = ScalingRule.targetTracking("cpu-too", number);
            group.rule(second);
            check = PolicyCheck.DEFAULT.withTracking(
                    List.of(TargetTracking.of(cpu, "cpu"), TargetTracking.of(second, "cpu")));
        } else {
            boolean above = comparison == Comparison.AT_LEAST;
            group.rule(StepRule.of(
                    "steps",
                    AdjustmentType.QUANTITY,
                    above ? Step.between(0, 10, 0) : Step.between(-10, 0, 0),
                    above ? Step.from(10, number) : Step.upTo(-10, number)));
            check = PolicyCheck.DEFAULT
                    .withAlarms(List.of(AlarmTask.of(
                            "by-step",
                            AlarmCondition.average("cpu", comparison, threshold).every(Duration.ofMinutes(1)),
                            "steps")))
                    .withTracking(List.of(TargetTracking.of(cpu, "cpu")));
        }

        assertThat(issues(check, group))
                .as(row)
                .contains(fight ? new PolicyIssue[] {PolicyIssue.ALARMS_FIGHT} : new PolicyIssue[0]);
        assertThat(issues(check, group).contains(PolicyIssue.ALARMS_FIGHT)).isEqualTo(fight);
    }

    @Test
    void rulesAreKnownAndWithinLimits() {
        ScalingGroupBuilder group = named("web").rule(ScalingRule.exactly("all", 12));
        PolicyCheck check = PolicyCheck.DEFAULT.withAlarms(
                List.of(AlarmTask.of("busy", AlarmCondition.average("cpu", Comparison.ABOVE, 80), "gone")));

        List<PolicyFinding> found = check.findings(group.build());

        assertThat(found)
                .extracting(PolicyFinding::toString)
                .containsExactly(
                        "ERROR rule gone of alarm task busy: the rule cannot run; name a rule of the group",
                        "INFO rule all (12) beside limits 0..9: the limits cut what the rule wants; move the limits or the rule");
    }
}
