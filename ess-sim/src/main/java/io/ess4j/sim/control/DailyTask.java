package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import io.ess4j.Trigger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Something that is asked of the group at the same time of day, such as a rule at 16:59.
 *
 * @param at the time of day in the scenario's time zone
 * @param days on which days; at least one
 * @param trigger what is asked
 */
public record DailyTask(LocalTime at, List<DayOfWeek> days, Trigger trigger) {
    public DailyTask {
        requireNonNull(at, "at");
        days = List.copyOf(days);
        requireNonNull(trigger, "trigger");
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days must name at least one day");
        }
    }

    /**
     * When the task runs next.
     *
     * @param after an instant
     * @param zone the scenario's time zone
     * @return the first occurrence after it; a time that a change of clocks leaves out is moved as in {@code java.time}
     */
    public Instant next(Instant after, ZoneId zone) {
        LocalDate day = after.atZone(zone).toLocalDate();
        while (true) {
            Instant occurrence = day.atTime(at).atZone(zone).toInstant();
            if (days.contains(day.getDayOfWeek()) && occurrence.isAfter(after)) {
                return occurrence;
            }
            day = day.plusDays(1);
        }
    }
}
