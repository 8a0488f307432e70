package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a group's sizes will be in the time to come if nothing but its scheduled tasks changes them, and which of the
 * tasks contradict each other (guide map C-11-7).
 *
 * <p>Every run is taken to start when it is due. Of several due in one minute, that of the task created last starts;
 * the others follow in the same minute if they are tried again at all, else they are dropped. A rule is run on the
 * capacity that the group has come to, which stays within its limits.
 *
 * @param from the beginning
 * @param start the sizes at the beginning
 * @param steps every run, in its order
 * @param contradictions what does not go together, in the order in which it happens first
 */
public record ScheduleForecast(
        Instant from, GroupSizes start, List<ForecastStep> steps, List<Contradiction> contradictions) {
    private static final Duration LONGEST = Duration.ofDays(366);

    /** What a rule makes of a capacity; the caller knows the rules. */
    @FunctionalInterface
    public interface RuleEffect {
        /**
         * What a rule wants.
         *
         * @param rule the name of the rule
         * @param capacity the capacity that the group has come to
         * @return the wanted capacity, before the limits are applied
         */
        long wanted(String rule, long capacity);
    }

    public ScheduleForecast {
        requireNonNull(from, "from");
        requireNonNull(start, "start");
        steps = List.copyOf(steps);
        contradictions = List.copyOf(contradictions);
    }

    /**
     * Looks ahead; O(r log r) for r runs.
     *
     * @param tasks the tasks of one group
     * @param start the sizes at the beginning
     * @param capacity the capacity at the beginning; a group with a desired capacity is taken to have come to that
     * @param rules what rules make of a capacity
     * @param from the beginning; runs at that very moment are included, and so are those at the end
     * @param ahead how far to look, at most 366 days
     * @return the forecast
     * @throws IllegalArgumentException if the time to look ahead is negative or too long, or the beginning is not from
     *     the year 1678 to 2260
     */
    public static ScheduleForecast of(
            List<ScheduledTask> tasks,
            GroupSizes start,
            long capacity,
            RuleEffect rules,
            Instant from,
            Duration ahead) {
        if (ahead.isNegative() || ahead.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("ahead (" + ahead + ") must be from 0 to 366 days");
        }
        return new ForecastDraft(start, capacity, rules).run(tasks, from, from.plus(ahead));
    }

    /**
     * The sizes at a moment.
     *
     * @param moment a moment from the beginning on
     * @return the sizes after the last run that is due by then
     * @throws IllegalArgumentException if the moment is before the beginning
     */
    public GroupSizes sizesAt(Instant moment) {
        if (moment.isBefore(from)) {
            throw new IllegalArgumentException("moment (" + moment + ") must not be before " + from);
        }
        GroupSizes sizes = start;
        for (ForecastStep step : steps) {
            sizes = step.run().dueAt().isAfter(moment) ? sizes : step.after();
        }
        return sizes;
    }
}
