package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import io.ess4j.schedule.CronParser.Special;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A cron expression of a scheduled task, such as {@code 15 10 ? * 6#3}: 10:15 on the third Saturday of every month
 * (guide map C-11-3, C-11-4).
 *
 * <p>Five fields: minute 0-59, hour 0-23, day 1-31, month 1-12, day of the week 1-7 with 7 for Sunday. Each knows
 * {@code *}, lists, ranges {@code a-b} and steps {@code a/n}; the day also {@code L}, {@code LW} and {@code 5W}, the
 * day of the week also {@code L} (Sunday), {@code 6L} and {@code 6#3}. Exactly one of the two is {@code ?}. {@code L}
 * stands alone. A day that a month does not have, as in {@code 31W}, is left out in that month.
 *
 * <p>In a zone with summer time, a time that a day skips is moved to the end of the gap, and a time that a day has
 * twice means the first; so a daily task runs once on every day.
 */
public final class CronExpression {
    /** The calendar repeats after 400 years, so what does not come in that time never comes. */
    private static final int MONTHS_OF_A_CYCLE = 4800;

    private final String text;
    private final long minutes;
    private final long hours;
    private final CronField days;
    private final long months;
    private final CronField week;

    private CronExpression(String text) {
        CronParser parser = new CronParser("cron expression", text);
        this.text = text;
        this.minutes = parser.field(0, 59).values();
        this.hours = parser.field(0, 23).values();
        int dayAt = parser.position();
        this.days = parser.field(1, 31, Special.DAY_OR_NONE);
        this.months = parser.field(1, 12).values();
        this.week = parser.field(1, 7, Special.WEEK);
        parser.end();
        if (days.isNone() == week.isNone()) {
            throw parser.refuse(dayAt, "exactly one of day and day of the week to be '?'");
        }
    }

    /**
     * Reads an expression.
     *
     * @param text five fields, separated by blanks
     * @return the expression
     * @throws io.ess4j.model.TextFormatException if the text is no such expression; with the index of the first
     *     character that does not fit
     */
    public static CronExpression parse(String text) {
        return new CronExpression(requireNonNull(text, "text"));
    }

    /**
     * How many times it runs in an hour in which it runs at all.
     *
     * @return 1 to 60
     */
    public int runsPerHour() {
        return Long.bitCount(minutes);
    }

    /**
     * The first run after a moment; O(1) for expressions that run every year, at most 4,800 months for those that never
     * run.
     *
     * @param after a moment from the year 1678 to 2261
     * @param zone the zone in which the fields are read
     * @return the run, or empty if it never runs again, as {@code 0 0 31 2 ?}
     * @throws IllegalArgumentException if the moment is out of range
     */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        Moments.check("after", after);
        LocalDateTime local = LocalDateTime.ofInstant(after, requireNonNull(zone, "zone"));
        Optional<LocalDateTime> candidate =
                nextLocal(local.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1));
        // Moments never fall as local times rise, so the first that is late enough is the earliest.
        while (candidate.isPresent()) {
            Instant instant = Moments.of(candidate.get(), zone);
            if (instant.isAfter(after)) {
                return Optional.of(instant);
            }
            candidate = nextLocal(candidate.get().plusMinutes(1));
        }
        return Optional.empty();
    }

    private Optional<LocalDateTime> nextLocal(LocalDateTime from) {
        YearMonth month = YearMonth.from(from);
        for (int i = 0; i <= MONTHS_OF_A_CYCLE; i++, month = month.plusMonths(1)) {
            if ((months >> month.getMonthValue() & 1) == 0) {
                continue;
            }
            long left = week.isNone() ? days.daysOfMonth(month) : week.daysOfWeek(month);
            if (i == 0) {
                left &= -1L << from.getDayOfMonth();
            }
            for (; left != 0; left &= left - 1) {
                int day = Long.numberOfTrailingZeros(left);
                boolean today = i == 0 && day == from.getDayOfMonth();
                Optional<LocalTime> time = nextTime(today ? from.toLocalTime() : LocalTime.MIN);
                if (time.isPresent()) {
                    return Optional.of(month.atDay(day).atTime(time.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LocalTime> nextTime(LocalTime from) {
        long rest = minutes & -1L << from.getMinute();
        if ((hours >> from.getHour() & 1) == 1 && rest != 0) {
            return Optional.of(LocalTime.of(from.getHour(), Long.numberOfTrailingZeros(rest)));
        }
        long later = hours & -2L << from.getHour();
        return later == 0
                ? Optional.empty()
                : Optional.of(LocalTime.of(Long.numberOfTrailingZeros(later), Long.numberOfTrailingZeros(minutes)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronExpression expression && expression.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the text as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
