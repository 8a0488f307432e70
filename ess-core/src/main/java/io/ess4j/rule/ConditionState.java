package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known about one condition of an alarm task after its last period.
 *
 * @param judgedUntil the end of the last period that was judged; absent before the first
 * @param breaches how many periods in a row breached, counted up to the number that the task asks for
 * @param status what follows
 * @param value the value of the last period that was judged; absent if it had no data
 */
public record ConditionState(Optional<Instant> judgedUntil, int breaches, AlarmStatus status, OptionalDouble value) {
    /** Nothing is known yet. */
    static final ConditionState FIRST =
            new ConditionState(Optional.empty(), 0, AlarmStatus.INSUFFICIENT_DATA, OptionalDouble.empty());

    public ConditionState {
        requireNonNull(judgedUntil, "judgedUntil");
        requireNonNull(status, "status");
        requireNonNull(value, "value");
        if (breaches < 0) {
            throw new IllegalArgumentException("breaches (" + breaches + ") must be >= 0");
        }
    }
}
