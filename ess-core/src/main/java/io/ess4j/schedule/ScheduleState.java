package io.ess4j.schedule;

import java.time.Instant;
import java.util.List;

/**
 * How far a schedule has come: goes into a plan and comes out of it.
 *
 * @param seenUntil runs up to this moment have been looked at
 * @param waiting runs that were due but could not start yet, in their order
 */
public record ScheduleState(Instant seenUntil, List<DueRun> waiting) {
    public ScheduleState {
        Moments.check("seenUntil", seenUntil);
        waiting = List.copyOf(waiting);
    }

    /**
     * The state of a schedule that begins at a moment; what was due at that moment or before is not made up for.
     *
     * @param moment a moment
     * @return the state
     * @throws IllegalArgumentException if the moment is not from the year 1678 to 2261
     */
    public static ScheduleState from(Instant moment) {
        return new ScheduleState(moment, List.of());
    }
}
