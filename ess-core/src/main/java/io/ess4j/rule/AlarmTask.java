package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import io.ess4j.rule.AlarmOutcome.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A task that watches metrics and runs rules when they breach (guide map C-10-1 to C-10-6).
 *
 * <p>Each condition counts the periods in a row that breach; with {@code evaluations} of them it alarms. A period
 * without data ends the row and says "insufficient data", not "0". Conditions are joined by all or any: with all, one
 * condition that is OK decides whatever is not known about the others; with any, one that alarms does. As long as the
 * task alarms, every period that ends runs its rules again; cooldown and running activities hold them back, not the
 * task.
 *
 * @param name 2 to 64 characters
 * @param conditions at least one
 * @param join whether all or any of the conditions must alarm
 * @param evaluations how many periods in a row must breach, 1 or more
 * @param rules the names of the rules to run, at least one
 * @param enabled whether the task is switched on
 */
public record AlarmTask(
        String name, List<AlarmCondition> conditions, Join join, int evaluations, List<String> rules, boolean enabled) {
    /** How the conditions of a task are joined. */
    public enum Join {
        /** Every condition must alarm; the default. */
        ALL,
        /** One condition that alarms is enough. */
        ANY
    }

    private static final int DEFAULT_EVALUATIONS = 3;
    private static final int MOST_EVALUATIONS = 100_000;

    public AlarmTask {
        RuleChecks.between("length of the name (" + requireNonNull(name, "name") + ")", name.length(), 2, 64);
        conditions = List.copyOf(conditions);
        requireNonNull(join, "join");
        RuleChecks.between("evaluations", evaluations, 1, MOST_EVALUATIONS);
        rules = List.copyOf(rules);
        if (conditions.isEmpty() || rules.isEmpty()) {
            throw new IllegalArgumentException("alarm task " + name + " must have a condition and a rule, but has "
                    + conditions + " and " + rules);
        }
    }

    /**
     * A task with one condition that alarms after 3 periods, switched on.
     *
     * @param name 2 to 64 characters
     * @param condition what is watched
     * @param rule the name of the rule to run
     * @return the task
     * @throws IllegalArgumentException if the name is too short or too long
     */
    public static AlarmTask of(String name, AlarmCondition condition, String rule) {
        return new AlarmTask(name, List.of(condition), Join.ALL, DEFAULT_EVALUATIONS, List.of(rule), true);
    }

    /**
     * This task with another number of periods in a row.
     *
     * @param periods 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the number is below 1
     */
    public AlarmTask after(int periods) {
        return new AlarmTask(name, conditions, join, periods, rules, enabled);
    }

    /**
     * This task with one more condition.
     *
     * @param condition what else is watched
     * @param with whether all or any of the conditions must alarm
     * @return a changed copy
     */
    public AlarmTask and(AlarmCondition condition, Join with) {
        List<AlarmCondition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new AlarmTask(name, more, with, evaluations, rules, enabled);
    }

    /**
     * The state of a task that has seen nothing: insufficient data.
     *
     * @return the state for the first evaluation
     */
    public AlarmState start() {
        return new AlarmState(
                Collections.nCopies(conditions.size(), ConditionState.FIRST), AlarmStatus.INSUFFICIENT_DATA, false);
    }

    /**
     * Judges the periods that ended since the last evaluation, at most the last {@code evaluations} of each condition.
     *
     * @param before the state that the last evaluation returned, or {@link #start}
     * @param series the metrics, each at most once; a metric that is absent has no data
     * @param now the present moment
     * @param effective whether the present moment lies in the task's effective time
     * @return the new state, and whether the rules are to run
     * @throws IllegalArgumentException if the state is of a task with another number of conditions
     */
    public AlarmOutcome evaluate(AlarmState before, List<MetricSeries> series, Instant now, boolean effective) {
        requireNonNull(now, "now");
        checkOwn(before);
        List<ConditionState> judged = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            judged.add(conditions.get(i).judge(before.conditions().get(i), series, evaluations, now));
        }
        boolean fresh = !judged.equals(before.conditions());
        AlarmStatus status = status(judged);
        boolean stillRefused = before.refused() && status == AlarmStatus.ALARM && !fresh;
        return new AlarmOutcome(new AlarmState(judged, status, stillRefused), verdict(status, fresh, effective));
    }

    /**
     * What is to be done when a running activity has ended: rules that were refused because of it run now if the task
     * still alarms (guide map C-10-6).
     *
     * @param state the state that the last evaluation returned, with its {@linkplain AlarmState#withRefusal refusal}
     * @param effective whether the present moment lies in the task's effective time
     * @return the state without the refusal, and whether the rules are to run
     */
    public AlarmOutcome retry(AlarmState state, boolean effective) {
        return new AlarmOutcome(
                new AlarmState(state.conditions(), state.status(), false),
                verdict(state.status(), state.refused(), effective));
    }

    /**
     * What made the task alarm: of several conditions the first that alarms, in their order.
     *
     * @param state a state that an evaluation of this task returned
     * @return the metric, its value and the threshold; empty if no condition alarms
     * @throws IllegalArgumentException if the state is of a task with another number of conditions
     */
    public Optional<AlarmBreach> breach(AlarmState state) {
        checkOwn(state);
        for (int i = 0; i < conditions.size(); i++) {
            ConditionState condition = state.conditions().get(i);
            if (condition.status() == AlarmStatus.ALARM && condition.value().isPresent()) {
                return Optional.of(new AlarmBreach(
                        conditions.get(i).metric(),
                        condition.value().getAsDouble(),
                        conditions.get(i).threshold()));
            }
        }
        return Optional.empty();
    }

    private void checkOwn(AlarmState state) {
        if (state.conditions().size() != conditions.size()) {
            throw new IllegalArgumentException("state (" + state.conditions().size() + " conditions) must be of task "
                    + name + " (" + conditions.size() + " conditions)");
        }
    }

    private AlarmStatus status(List<ConditionState> states) {
        AlarmStatus status = states.get(0).status();
        for (ConditionState state : states.subList(1, states.size())) {
            status = join == Join.ALL ? status.and(state.status()) : status.or(state.status());
        }
        return status;
    }

    private Verdict verdict(AlarmStatus status, boolean fresh, boolean effective) {
        if (!enabled) {
            return Verdict.SWITCHED_OFF;
        }
        if (status != AlarmStatus.ALARM) {
            return Verdict.NO_ALARM;
        }
        if (!fresh) {
            return Verdict.NOTHING_NEW;
        }
        return effective ? Verdict.RUN_RULES : Verdict.NOT_EFFECTIVE;
    }
}
