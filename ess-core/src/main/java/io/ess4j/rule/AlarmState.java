package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an alarm task has seen so far: goes into an evaluation and comes out of it.
 *
 * @param conditions one state for each condition of the task, in its order
 * @param status what the conditions come to together
 * @param refused whether the rules were refused the last time they were to run, because an activity was in progress
 */
public record AlarmState(List<ConditionState> conditions, AlarmStatus status, boolean refused) {
    public AlarmState {
        conditions = List.copyOf(conditions);
        requireNonNull(status, "status");
    }

    /**
     * This state after the rules could not run because an activity is in progress; {@link AlarmTask#retry} asks again.
     *
     * @return a changed copy
     */
    public AlarmState withRefusal() {
        return new AlarmState(conditions, status, true);
    }
}
