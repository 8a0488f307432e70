package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.TextFormatException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When a scheduled task runs again (guide map C-11-2, C-11-3). All kinds but cron run at the launch's time of day, on
 * the launch day or later; the launch itself counts only if its day fits.
 */
public sealed interface Recurrence {
    /**
     * The first run after a moment.
     *
     * @param launch when the task begins; gives the time of day
     * @param zone the zone in which days begin
     * @param after a moment
     * @return the first run that is after the moment and not before the launch, or empty if there is none
     * @throws IllegalArgumentException if a moment is not from the year 1678 to 2261
     */
    Optional<Instant> next(Instant launch, ZoneId zone, Instant after);

    /** Runs once, at the launch. */
    record Once() implements Recurrence {
        @Override
        public Optional<Instant> next(Instant launch, ZoneId zone, Instant after) {
            Moments.check("launch", launch);
            Moments.check("after", after);
            return Optional.of(launch).filter(l -> l.isAfter(after));
        }
    }

    /**
     * Runs every so many days, counted from the launch.
     *
     * @param days 1 to 31
     */
    record Daily(int days) implements Recurrence {
        public Daily {
            between("days", days, 1, 31);
        }

        @Override
        public Optional<Instant> next(Instant launch, ZoneId zone, Instant after) {
            return DayRuns.next(
                    launch,
                    zone,
                    after,
                    (first, day) -> Math.floorMod(day.toEpochDay() - first.toEpochDay(), days) == 0);
        }
    }

    /**
     * Runs on some days of the week.
     *
     * @param days at least one, each once, in any order
     */
    record Weekly(List<DayOfWeek> days) implements Recurrence {
        public Weekly {
            days = List.copyOf(new TreeSet<>(days));
            if (days.isEmpty()) {
                throw new IllegalArgumentException("days of a weekly recurrence must name at least one");
            }
        }

        @Override
        public Optional<Instant> next(Instant launch, ZoneId zone, Instant after) {
            return DayRuns.next(launch, zone, after, (first, day) -> days.contains(day.getDayOfWeek()));
        }
    }

    /**
     * Runs on a range of days of each month; days that a month does not have are left out.
     *
     * @param from the first day, 1 to 31
     * @param to the last day, {@code from} to 31
     */
    record Monthly(int from, int to) implements Recurrence {
        public Monthly {
            between("from", from, 1, 31);
            between("to", to, from, 31);
        }

        @Override
        public Optional<Instant> next(Instant launch, ZoneId zone, Instant after) {
            return DayRuns.next(
                    launch, zone, after, (first, day) -> day.getDayOfMonth() >= from && day.getDayOfMonth() <= to);
        }
    }

    /**
     * Runs by a cron expression, which gives the time of day too.
     *
     * @param expression at most one run in an hour
     */
    record Cron(CronExpression expression) implements Recurrence {
        public Cron {
            int runs = requireNonNull(expression, "expression").runsPerHour();
            if (runs > 1) {
                throw new IllegalArgumentException("cron expression (" + expression
                        + ") must run at most once in an hour, but its minutes are " + runs);
            }
        }

        @Override
        public Optional<Instant> next(Instant launch, ZoneId zone, Instant after) {
            Moments.check("launch", launch);
            Moments.check("after", after);
            Instant eve = launch.minusNanos(1);
            return expression.next(after.isBefore(eve) ? eve : after, zone);
        }
    }

    private static void between(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " (" + value + ") must be from " + least + " to " + most);
        }
    }

    /**
     * Reads a recurrence as the service writes it.
     *
     * @param type Daily, Weekly, Monthly or Cron
     * @param value {@code 2} for every second day; {@code 0,6} for Sunday and Saturday; {@code 1-15} for the first to
     *     the 15th; or a cron expression
     * @return the recurrence
     * @throws IllegalArgumentException if the type is unknown, the value has another form, or a number is out of range
     */
    static Recurrence parse(String type, String value) {
        return switch (type) {
            case "Daily" -> new Daily(number(value, value));
            case "Weekly" -> new Weekly(weekdays(value));
            case "Monthly" -> {
                int dash = value.indexOf('-');
                if (dash < 0) {
                    throw new TextFormatException("recurrence", value, value.length(), "a range such as 1-15");
                }
                yield new Monthly(number(value.substring(0, dash), value), number(value.substring(dash + 1), value));
            }
            case "Cron" -> new Cron(CronExpression.parse(value));
            default ->
                throw new IllegalArgumentException(
                        "recurrence type (" + type + ") must be Daily, Weekly, Monthly or Cron");
        };
    }

    private static List<DayOfWeek> weekdays(String value) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            int day = number(part, value);
            between("day of the week", day, 0, 6);
            days.add(day == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(day));
        }
        return days;
    }

    private static int number(String digits, String whole) {
        if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new TextFormatException("recurrence", whole, whole.indexOf(digits), "a number of one or two digits");
        }
        return Integer.parseInt(digits);
    }
}
