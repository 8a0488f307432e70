package io.ess4j.examples;

// example begins
import io.ess4j.schedule.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

public interface ScheduleExample {
    static void main(String[] args) {
        var now = Instant.parse("2026-01-08T00:00:00Z");
        var noon = Instant.parse("2026-01-08T12:00:00Z");
        var night = ScheduledTask.builder("night", now, noon)
                .recurrence(Recurrence.parse("Cron", "0 12 * * ?"))
                .max(4)
                .build();
        var party = ScheduledTask.builder("party", now, noon.plusSeconds(60))
                .recurrence(Recurrence.parse("Weekly", "5"))
                .min(6)
                .build();

        // The sizes of the next 30 days. No task runs a rule here, so what rules do does not matter.
        var forecast = ScheduleForecast.of(
                List.of(night, party), GroupSizes.of(1, 10), 3, (rule, units) -> units, now, Duration.ofDays(30));
        for (var step : forecast.steps().subList(0, 3)) {
            System.out.println(step.run().dueAt() + " " + step.run().task().name() + " leaves " + step.after());
        }
        forecast.contradictions().forEach(System.out::println);
    }
}
// example ends
