package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

/**
 * What an evaluation of an alarm task came to.
 *
 * @param state what the task knows now; goes into the next evaluation
 * @param verdict whether its rules are to run, and if not, why
 */
public record AlarmOutcome(AlarmState state, Verdict verdict) {
    /** Whether the rules of an alarm task are to run. */
    public enum Verdict {
        /** The task alarms, and its rules are to run now. */
        RUN_RULES,
        /** The task does not alarm. */
        NO_ALARM,
        /** The task alarms, but no period has ended since the last evaluation, or nothing was refused. */
        NOTHING_NEW,
        /** The task alarms outside its effective time: people are told, rules do not run (guide map C-10-5). */
        NOT_EFFECTIVE,
        /** The task is switched off. */
        SWITCHED_OFF
    }

    public AlarmOutcome {
        requireNonNull(state, "state");
        requireNonNull(verdict, "verdict");
    }

    /**
     * Whether the rules of the task are to run now.
     *
     * @return true if the verdict is {@link Verdict#RUN_RULES}
     */
    public boolean runsRules() {
        return verdict == Verdict.RUN_RULES;
    }
}
