package io.ess4j;

import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.AlarmCondition;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.RuleInput;
import io.ess4j.rule.RuleOutcome;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.rule.TargetTracking;
import io.ess4j.rule.TargetTrackingRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds alarm tasks that run rules which the group does not have, and such that one value makes grow and shrink. */
final class AlarmFights {
    /** What rules are tried on; large, so that no percentage or margin is lost in rounding. */
    private static final long CAPACITY = 1_000_000;

    private AlarmFights() {}

    static void check(ScalingGroup group, List<AlarmTask> alarms, List<PolicyFinding> found) {
        for (AlarmTask alarm : alarms) {
            for (String rule : alarm.rules()) {
                boolean known = group.rules().stream().anyMatch(r -> r.name().equals(rule));
                PolicyCheck.add(
                        found, !known, PolicyIssue.UNKNOWN_RULE, "rule " + rule + " of alarm task " + alarm.name());
            }
        }
        for (int i = 0; i < alarms.size(); i++) {
            for (int j = i + 1; j < alarms.size(); j++) {
                AlarmTask a = alarms.get(i);
                AlarmTask b = alarms.get(j);
                PolicyCheck.add(
                        found,
                        a.enabled() && b.enabled() && fight(group, a, b),
                        PolicyIssue.ALARMS_FIGHT,
                        "alarm tasks " + a.name() + " and " + b.name());
            }
        }
    }

    /**
     * Whether one value of a metric breaches both and makes one add and the other remove. Both must look at one metric
     * only. Conditions and rules change their answer at few values, so it is enough to look at these, between any two
     * of them, and beyond them.
     */
    private static boolean fight(ScalingGroup group, AlarmTask a, AlarmTask b) {
        if (a.conditions().size() != 1 || b.conditions().size() != 1) {
            return false;
        }
        AlarmCondition first = a.conditions().get(0);
        AlarmCondition second = b.conditions().get(0);
        if (!first.metric().equals(second.metric()) || first.statistic() != second.statistic()) {
            return false;
        }
        TreeSet<Double> turns = new TreeSet<>();
        addTurns(group, a, first.threshold(), turns);
        addTurns(group, b, second.threshold(), turns);
        double previous = turns.first() - 2 * Math.max(1, Math.abs(turns.first()));
        turns.add(turns.last() + 2 * Math.max(1, Math.abs(turns.last())));
        for (double turn : turns) {
            if (fightAt(group, a, b, previous / 2 + turn / 2) || fightAt(group, a, b, turn)) {
                return true;
            }
            previous = turn;
        }
        return false;
    }

    private static boolean fightAt(ScalingGroup group, AlarmTask a, AlarmTask b, double value) {
        return breaches(a, value) && breaches(b, value) && direction(group, a, value) * direction(group, b, value) < 0;
    }

    private static boolean breaches(AlarmTask task, double value) {
        AlarmCondition condition = task.conditions().get(0);
        return condition.comparison().holds(value, condition.threshold());
    }

    /** The values at which a task or one of its rules changes its answer. */
    private static void addTurns(ScalingGroup group, AlarmTask task, double threshold, Set<Double> turns) {
        turns.add(threshold);
        for (ScalingRule rule : group.rules()) {
            if (task.rules().contains(rule.name()) && rule instanceof TargetTrackingRule tracking) {
                turns.add(tracking.target());
                turns.add(TargetTracking.of(tracking, "metric").lowThreshold());
            }
            if (task.rules().contains(rule.name()) && rule instanceof StepRule steps) {
                for (Step step : steps.steps()) {
                    step.lower().ifPresent(bound -> turns.add(threshold + bound));
                    step.upper().ifPresent(bound -> turns.add(threshold + bound));
                }
            }
        }
    }

    /** Which way the rules of a task go at a value: 1 out, -1 in, 0 neither, both or unknown. */
    private static int direction(ScalingGroup group, AlarmTask task, double value) {
        int direction = 0;
        for (ScalingRule rule : group.rules()) {
            if (task.rules().contains(rule.name())) {
                int way = direction(rule, task.conditions().get(0).threshold(), value);
                if (direction * way < 0) {
                    return 0;
                }
                direction = way == 0 ? direction : way;
            }
        }
        return direction;
    }

    private static int direction(ScalingRule rule, double threshold, double value) {
        if ((rule instanceof SimpleRule simple && simple.type() == AdjustmentType.TOTAL)
                || (rule instanceof StepRule steps && steps.type() == AdjustmentType.TOTAL)) {
            return 0;
        }
        RuleInput all = RuleInput.of(CAPACITY);
        RuleOutcome outcome = rule instanceof StepRule steps
                ? steps.evaluate(CAPACITY, 0, value, threshold)
                : rule.evaluate(value < 0 ? all : all.withMetric(value));
        return outcome.reason().asksForCapacity() ? Long.signum(outcome.wanted() - CAPACITY) : 0;
    }
}
