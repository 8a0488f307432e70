package io.ess4j.examples;

import io.ess4j.schedule.GroupSizes;
import io.ess4j.schedule.Recurrence;
import io.ess4j.schedule.ScheduleForecast;
import io.ess4j.schedule.ScheduledTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What two daily tasks will do to a group over 30 days, and that they contradict each other. */
public final class ScheduleExample {
    private ScheduleExample() {}

    /**
     * Prints the first steps and the contradictions.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Instant now = Instant.parse("2026-01-05T00:00:00Z");
        Instant evening = Instant.parse("2026-01-05T12:00:00Z");
        ScheduledTask night = ScheduledTask.builder("night", now, evening)
                .recurrence(Recurrence.parse("Cron", "0 12 * * ?"))
                .max(4)
                .build();
        ScheduledTask party = ScheduledTask.builder("party", now, evening)
                .recurrence(Recurrence.parse("Weekly", "5"))
                .min(6)
                .build();

        ScheduleForecast forecast = ScheduleForecast.of(
                List.of(night, party), GroupSizes.of(1, 10), 3, (rule, capacity) -> capacity, now, Duration.ofDays(30));

        forecast.steps().stream()
                .limit(3)
                .forEach(s -> System.out.println(s.run().dueAt() + " " + s.run().task().name() + ": " + s.after()));
        forecast.contradictions().forEach(System.out::println);
    }
}
