package io.ess4j.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When it is told that a scheduled task runs for the last time: daily in the last seven days before (guide map C-26-1),
 * at the time of day of that last run. The facade's {@code ScheduleCheck.reminders} knows the last run of a task.
 */
public final class ExpiryReminders {
    /** How many days before the last run it is first told. */
    public static final int DAYS = 7;

    private ExpiryReminders() {}

    /**
     * The times of telling.
     *
     * @param lastRun when the task runs for the last time
     * @return seven times, ascending, the last one a day before the run
     */
    public static List<Instant> before(Instant lastRun) {
        List<Instant> times = new ArrayList<>();
        for (int days = DAYS; days >= 1; days--) {
            times.add(lastRun.minus(Duration.ofDays(days)));
        }
        return List.copyOf(times);
    }

    /**
     * The times of telling that fall into a period.
     *
     * @param lastRun when the task runs for the last time
     * @param after the end of the period looked at before, itself excluded
     * @param now the end of this period, itself included
     * @return times, ascending
     */
    public static List<Instant> due(Instant lastRun, Instant after, Instant now) {
        return before(lastRun).stream()
                .filter(t -> t.isAfter(after) && !t.isAfter(now))
                .toList();
    }
}
