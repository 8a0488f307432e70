package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A task that does something to a group at its time (guide map C-11-1 to C-11-6).
 *
 * @param name 2 to 64 characters, unique in its region
 * @param createdAt when it was made
 * @param launch when it begins: a whole minute, not before its creation and at most 90 days after it
 * @param recurrence when it runs again
 * @param recurrenceEnd the last moment of a recurrence, after the first run and at most 365 days after the creation
 * @param expiration for how long a run that cannot start is tried again, 0 to 6 hours
 * @param action what it does
 * @param zone the zone in which days begin and cron fields are read; UTC in the service
 * @param enabled whether it is switched on
 */
public record ScheduledTask(
        String name,
        Instant createdAt,
        Instant launch,
        Recurrence recurrence,
        Optional<Instant> recurrenceEnd,
        Duration expiration,
        ScheduledAction action,
        ZoneId zone,
        boolean enabled) {
    private static final int LAUNCH_DAYS = 90;
    private static final int RECURRENCE_DAYS = 365;
    private static final Duration LONGEST_EXPIRATION = Duration.ofHours(6);

    public ScheduledTask {
        requireNonNull(name, "name");
        Moments.check("createdAt", createdAt);
        Moments.check("launch", launch);
        requireNonNull(recurrence, "recurrence");
        requireNonNull(recurrenceEnd, "recurrenceEnd");
        requireNonNull(expiration, "expiration");
        requireNonNull(action, "action");
        requireNonNull(zone, "zone");
        List<String> problems = new ArrayList<>();
        if (name.length() < 2 || name.length() > 64) {
            problems.add("name (" + name + ") must have 2 to 64 characters");
        }
        if (!launch.equals(launch.truncatedTo(ChronoUnit.MINUTES))) {
            problems.add("launch (" + launch + ") must be a whole minute");
        }
        if (launch.isBefore(createdAt) || launch.isAfter(createdAt.plus(LAUNCH_DAYS, ChronoUnit.DAYS))) {
            problems.add("launch (" + launch + ") must be within " + LAUNCH_DAYS + " days after the creation ("
                    + createdAt + ")");
        }
        if (expiration.isNegative() || expiration.compareTo(LONGEST_EXPIRATION) > 0) {
            problems.add("expiration (" + expiration + ") must be from 0 to 21600 seconds");
        }
        Optional<Instant> first = recurrence.next(launch, zone, launch.minusNanos(1));
        if (first.isEmpty()) {
            problems.add("recurrence (" + recurrence + ") must run at least once");
        }
        if (recurrenceEnd.isPresent()) {
            end(createdAt, recurrence, recurrenceEnd.get(), first, problems);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static void end(
            Instant createdAt, Recurrence recurrence, Instant end, Optional<Instant> first, List<String> problems) {
        if (recurrence instanceof Recurrence.Once) {
            problems.add("recurrenceEnd (" + end + ") must be given for tasks that recur only");
        }
        if (end.isAfter(createdAt.plus(RECURRENCE_DAYS, ChronoUnit.DAYS))) {
            problems.add("recurrenceEnd (" + end + ") must be within " + RECURRENCE_DAYS + " days after the creation ("
                    + createdAt + ")");
        }
        if (first.isPresent() && !end.isAfter(first.get())) {
            problems.add("recurrenceEnd (" + end + ") must be after the first run (" + first.get() + ")");
        }
    }

    /**
     * Starts a task that runs once, in UTC, is tried again for 600 seconds, and is switched on.
     *
     * @param name 2 to 64 characters
     * @param createdAt when it was made
     * @param launch when it begins
     * @return a new builder
     */
    public static Builder builder(String name, Instant createdAt, Instant launch) {
        return new Builder(name, createdAt, launch);
    }

    /**
     * The first run after a moment, whether the task is switched on or not.
     *
     * @param after a moment from the year 1678 to 2261
     * @return the run, or empty if there is none
     * @throws IllegalArgumentException if the moment is out of range
     */
    public Optional<Instant> next(Instant after) {
        return recurrence
                .next(launch, zone, after)
                .filter(run -> recurrenceEnd.isEmpty() || !run.isAfter(recurrenceEnd.get()));
    }

    /**
     * The last run, after which the task has expired (guide map C-26-1). O(runs of about the last period of the
     * recurrence).
     *
     * @return the run, or empty if the recurrence has no end
     */
    public Optional<Instant> lastRun() {
        Instant beforeAll = launch.minusNanos(1);
        if (recurrenceEnd.isEmpty()) {
            return recurrence instanceof Recurrence.Once ? next(beforeAll) : Optional.empty();
        }
        // Looked for in ever longer times before the end, so that a frequent task is not walked through as a whole.
        // The first run is before the end, so there is one.
        Optional<Instant> last = Optional.empty();
        for (long days = 1; last.isEmpty(); days *= 2) {
            Instant from = recurrenceEnd.get().minus(days, ChronoUnit.DAYS);
            Optional<Instant> run = next(from.isBefore(beforeAll) ? beforeAll : from);
            while (run.isPresent()) {
                last = run;
                run = next(run.get());
            }
        }
        return last;
    }

    /** Collects a task. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final Instant createdAt;
        private final Instant launch;
        private Recurrence recurrence = new Recurrence.Once();
        private Optional<Instant> recurrenceEnd = Optional.empty();
        private Duration expiration = Duration.ofMinutes(10);
        private Optional<String> rule = Optional.empty();
        private OptionalInt min = OptionalInt.empty();
        private OptionalInt max = OptionalInt.empty();
        private OptionalInt desired = OptionalInt.empty();
        private ZoneId zone = ZoneOffset.UTC;
        private boolean enabled = true;

        private Builder(String name, Instant createdAt, Instant launch) {
            this.name = requireNonNull(name, "name");
            this.createdAt = requireNonNull(createdAt, "createdAt");
            this.launch = requireNonNull(launch, "launch");
        }

        /**
         * Sets when it runs again; once without a call.
         *
         * @param again the recurrence
         * @return this builder
         */
        public Builder recurrence(Recurrence again) {
            this.recurrence = requireNonNull(again, "again");
            return this;
        }

        /**
         * Sets the last moment of the recurrence; no end without a call.
         *
         * @param end the last moment
         * @return this builder
         */
        public Builder until(Instant end) {
            this.recurrenceEnd = Optional.of(end);
            return this;
        }

        /**
         * Sets for how long a run that cannot start is tried again; 600 seconds without a call.
         *
         * @param window 0 to 6 hours
         * @return this builder
         */
        public Builder expiration(Duration window) {
            this.expiration = requireNonNull(window, "window");
            return this;
        }

        /**
         * Makes the task run a simple rule.
         *
         * @param simpleRule the name of the rule
         * @return this builder
         */
        public Builder runs(String simpleRule) {
            this.rule = Optional.of(simpleRule);
            return this;
        }

        /**
         * Makes the task set the least capacity.
         *
         * @param units capacity units, 0 or more
         * @return this builder
         */
        public Builder min(int units) {
            this.min = OptionalInt.of(units);
            return this;
        }

        /**
         * Makes the task set the most capacity.
         *
         * @param units capacity units, 0 or more
         * @return this builder
         */
        public Builder max(int units) {
            this.max = OptionalInt.of(units);
            return this;
        }

        /**
         * Makes the task set the desired capacity.
         *
         * @param units capacity units, 0 or more
         * @return this builder
         */
        public Builder desired(int units) {
            this.desired = OptionalInt.of(units);
            return this;
        }

        /**
         * Sets the zone in which days begin and cron fields are read; UTC without a call.
         *
         * @param days the zone
         * @return this builder
         */
        public Builder zone(ZoneId days) {
            this.zone = requireNonNull(days, "days");
            return this;
        }

        /**
         * Switches the task off.
         *
         * @return this builder
         */
        public Builder disabled() {
            this.enabled = false;
            return this;
        }

        /**
         * The task.
         *
         * @return a new task
         * @throws IllegalArgumentException if it names a rule and sizes, or neither, or a value is out of range; all
         *     problems of the times, one a line
         */
        public ScheduledTask build() {
            boolean sizes = min.isPresent() || max.isPresent() || desired.isPresent();
            if (rule.isPresent() == sizes) {
                throw new IllegalArgumentException(
                        "task " + name + " must either run a rule or set at least one of min, max and desired");
            }
            ScheduledAction action = rule.isPresent()
                    ? ScheduledAction.rule(rule.get())
                    : new ScheduledAction.SetSizes(min, max, desired);
            return new ScheduledTask(
                    name, createdAt, launch, recurrence, recurrenceEnd, expiration, action, zone, enabled);
        }
    }
}
