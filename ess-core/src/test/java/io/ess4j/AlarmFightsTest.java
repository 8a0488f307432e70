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
import io.ess4j.rule.Statistic;
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
        "AT_MOST, 10, AT_MOST, 5, true",
        "BELOW, 10, BELOW, 5, true",
        "BELOW, -10, BELOW, -5, true",
        "ABOVE, 50, ABOVE, 60, true",
        "ABOVE, -50, ABOVE, -60, true"
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

    /** A step that adds begins above 60, or ends below 40, between the thresholds of both tasks. */
    @Test
    void stepsBeginAndEndBesideTheirThreshold() {
        ScalingGroupBuilder high = named("web")
                .rule(StepRule.of("steps", AdjustmentType.QUANTITY, Step.from(10, 1)))
                .rule(ScalingRule.change("drop", -1));
        ScalingGroupBuilder low = named("web")
                .rule(StepRule.of("steps", AdjustmentType.QUANTITY, Step.upTo(-10, 1)))
                .rule(ScalingRule.change("drop", -1));

        assertThat(issues(steps(Comparison.AT_LEAST, Comparison.BELOW, 65), high))
                .containsExactly(PolicyIssue.ALARMS_FIGHT);
        assertThat(issues(steps(Comparison.AT_LEAST, Comparison.BELOW, 60), high))
                .isEmpty();
        assertThat(issues(steps(Comparison.AT_MOST, Comparison.ABOVE, 35), low))
                .containsExactly(PolicyIssue.ALARMS_FIGHT);
        assertThat(issues(steps(Comparison.AT_MOST, Comparison.ABOVE, 41), low)).isEmpty();
    }

    private static PolicyCheck steps(Comparison adds, Comparison drops, double threshold) {
        return PolicyCheck.DEFAULT.withAlarms(List.of(
                AlarmTask.of("by-step", AlarmCondition.average("cpu", adds, 50), "steps"),
                AlarmTask.of("by-hand", AlarmCondition.average("cpu", drops, threshold), "drop")));
    }

    /** Tasks that fight, unless one thing about them is different. */
    @ParameterizedTest
    @CsvSource({
        "as they are,                    true",
        "the first is switched off,      false",
        "the second is switched off,     false",
        "the first needs more than one,  false",
        "the second needs more than one, false",
        "another metric,                 false",
        "another statistic,              false",
        "the first sets a total,         false",
        "the second sets a total,        false",
        "the first goes both ways,       false",
    })
    void tasksFightOnlyIfBothActOnOneValue(String what, boolean fight) {
        ScalingGroupBuilder group = named("web")
                .rule(ScalingRule.change("add", 1))
                .rule(ScalingRule.change("more", 2))
                .rule(ScalingRule.change("drop", -1))
                .rule(ScalingRule.exactly("set", 9));
        AlarmCondition high = AlarmCondition.average("cpu", Comparison.ABOVE, 30);
        AlarmCondition low = AlarmCondition.average("cpu", Comparison.BELOW, 70);
        AlarmTask add = AlarmTask.of("busy", high, "add");
        AlarmTask drop = AlarmTask.of("idle", low, "drop");
        AlarmCondition more = AlarmCondition.average("load", Comparison.ABOVE, 1);
        List<AlarmTask> tasks = switch (what) {
            case "the first is switched off" -> List.of(off(add), drop);
            case "the second is switched off" -> List.of(add, off(drop));
            case "the first needs more than one" -> List.of(add.and(more, AlarmTask.Join.ALL), drop);
            case "the second needs more than one" -> List.of(add, drop.and(more, AlarmTask.Join.ALL));
            case "another metric" -> List.of(AlarmTask.of("busy", more, "add"), drop);
            case "another statistic" ->
                List.of(
                        AlarmTask.of(
                                "busy",
                                new AlarmCondition("cpu", Statistic.MAXIMUM, high.period(), Comparison.ABOVE, 30),
                                "add"),
                        drop);
            case "the first sets a total" -> List.of(AlarmTask.of("busy", high, "set"), drop);
            case "the second sets a total" -> List.of(add, AlarmTask.of("idle", low, "set"));
            case "the first goes both ways" ->
                List.of(
                        new AlarmTask("busy", List.of(high), AlarmTask.Join.ALL, 1, List.of("add", "drop"), true),
                        drop);
            default -> List.of(add, drop);
        };

        assertThat(issues(PolicyCheck.DEFAULT.withAlarms(tasks), group))
                .isEqualTo(fight ? List.of(PolicyIssue.ALARMS_FIGHT) : List.of());
    }

    private static AlarmTask off(AlarmTask task) {
        return new AlarmTask(task.name(), task.conditions(), task.join(), task.evaluations(), task.rules(), false);
    }

    /** Values below zero are no load: a tracking rule then says nothing, and a step rule that sets a total neither. */
    @Test
    void rulesThatSayNothingAboutAValueDoNotFight() {
        TargetTrackingRule cpu = ScalingRule.targetTracking("cpu70", 70);
        StepRule total = StepRule.of("total", AdjustmentType.TOTAL, Step.from(0, 9));
        ScalingGroupBuilder group = named("web").rule(cpu).rule(total).rule(ScalingRule.change("add", 1));
        AlarmTask below = AlarmTask.of("low", AlarmCondition.average("cpu", Comparison.BELOW, 0), "cpu70");
        AlarmTask under = AlarmTask.of("under", AlarmCondition.average("cpu", Comparison.BELOW, 0), "add");
        AlarmTask sets = AlarmTask.of("sets", AlarmCondition.average("cpu", Comparison.ABOVE, 0), "total");
        AlarmTask drops = AlarmTask.of("adds", AlarmCondition.average("cpu", Comparison.ABOVE, 0), "add");

        assertThat(issues(PolicyCheck.DEFAULT.withAlarms(List.of(below, under)), group))
                .isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT.withAlarms(List.of(sets, drops)), group))
                .isEmpty();
        AlarmTask tracks = AlarmTask.of("idle", AlarmCondition.average("cpu", Comparison.AT_MOST, 0), "cpu70");
        AlarmTask adds = AlarmTask.of("none", AlarmCondition.average("cpu", Comparison.AT_MOST, 0), "add");
        assertThat(issues(PolicyCheck.DEFAULT.withAlarms(List.of(tracks, adds)), group))
                .as("no load at all is a value")
                .containsExactly(PolicyIssue.ALARMS_FIGHT);
    }

    @Test
    void rulesAreKnownAndWithinLimits() {
        assertThat(issues(PolicyCheck.DEFAULT, named("web").rule(ScalingRule.exactly("all", 9))))
                .isEmpty();
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
