package io.ess4j.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Finds the next of the days on which a task runs at the launch's time of day. */
final class DayRuns {
    private DayRuns() {}

    /**
     * The first run after a moment and not before the launch; the filter sees the launch's day and a later one. It must
     * let a day pass at least every two months, as all kinds of recurrence do.
     */
    static Optional<Instant> next(
            Instant launch, ZoneId zone, Instant after, BiPredicate<LocalDate, LocalDate> runsOn) {
        Moments.check("launch", launch);
        Moments.check("after", after);
        LocalDateTime start = LocalDateTime.ofInstant(launch, zone);
        LocalDate first = start.toLocalDate();
        LocalDate today = LocalDateTime.ofInstant(after, zone).toLocalDate();
        LocalDate day = today.isBefore(first) ? first : today;
        while (true) {
            Instant run = Moments.of(day.atTime(start.toLocalTime()), zone);
            if (run.isAfter(after) && !run.isBefore(launch) && runsOn.test(first, day)) {
                return Optional.of(run);
            }
            day = day.plusDays(1);
        }
    }
}
