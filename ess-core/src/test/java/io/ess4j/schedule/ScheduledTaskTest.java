package io.ess4j.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.schedule.Recurrence.Cron;
import io.ess4j.schedule.Recurrence.Daily;
import io.ess4j.schedule.Recurrence.Monthly;
import io.ess4j.schedule.Recurrence.Weekly;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scheduled task may be, and when it runs (guide map C-11-1, C-11-2, G1.2-9, G3.4-6). */
class ScheduledTaskTest {
    private static final Instant CREATED = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant LAUNCH = Instant.parse("2026-01-30T16:59:00Z");

    private static ScheduledTask.Builder task(Instant launch) {
        return ScheduledTask.builder("peak", CREATED, launch).runs("add5");
    }

    private static List<String> runs(ScheduledTask task, int count) {
        List<String> runs = new ArrayList<>();
        Optional<Instant> next = task.next(CREATED);
        for (int i = 0; i < count && next.isPresent(); i++) {
            runs.add(next.get().toString().substring(0, 16));
            next = task.next(next.get());
        }
        return runs;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
            Daily   ; 1         ; 2026-01-30T16:59 2026-01-31T16:59 2026-02-01T16:59
            Daily   ; 31        ; 2026-01-30T16:59 2026-03-02T16:59
            Weekly  ; 0,6       ; 2026-01-31T16:59 2026-02-01T16:59 2026-02-07T16:59
            Weekly  ; 5         ; 2026-01-30T16:59 2026-02-06T16:59
            Monthly ; 29-31     ; 2026-01-30T16:59 2026-01-31T16:59 2026-03-29T16:59
            Monthly ; 31-31     ; 2026-01-31T16:59 2026-03-31T16:59
            Monthly ; 1-2       ; 2026-02-01T16:59 2026-02-02T16:59 2026-03-01T16:59
            Cron    ; 0 9 * * ? ; 2026-01-31T09:00 2026-02-01T09:00
            """)
    void recursAsDocumented(String type, String value, String expected) {
        List<String> times = List.of(expected.split(" ", -1));

        assertThat(runs(task(LAUNCH).recurrence(Recurrence.parse(type, value)).build(), times.size()))
                .isEqualTo(times);
    }

    @Test
    void runsOnceWithoutARecurrence() {
        assertThat(runs(task(LAUNCH).build(), 3)).containsExactly("2026-01-30T16:59");
    }

    @Test
    void endsWithItsLastMoment() {
        ScheduledTask task = task(LAUNCH)
                .recurrence(new Daily(1))
                .until(Instant.parse("2026-02-01T16:59:00Z"))
                .build();

        assertThat(runs(task, 9)).containsExactly("2026-01-30T16:59", "2026-01-31T16:59", "2026-02-01T16:59");
    }

    /** C-26-1: after its last run a task has expired. The launch is a Friday, a minute before 17:00. */
    @ParameterizedTest(name = "{0} {1} until {2}: {3}")
    @CsvSource(delimiter = ';', textBlock = """
            Daily   ; 1          ; 2026-02-02T16:59:00 ; 2026-02-02T16:59:00
            Daily   ; 1          ; 2026-02-02T16:58:59 ; 2026-02-01T16:59:00
            Daily   ; 31         ; 2026-03-02T16:58:00 ; 2026-01-30T16:59:00
            Daily   ; 31         ; 2027-01-05T08:00:00 ; 2026-12-06T16:59:00
            Weekly  ; 5          ; 2026-06-20T00:00:00 ; 2026-06-19T16:59:00
            Monthly ; 31-31      ; 2026-07-30T00:00:00 ; 2026-05-31T16:59:00
            Cron    ; 0 * * * ?  ; 2026-12-31T23:59:59 ; 2026-12-31T23:00:00
            Cron    ; 0 0 30 4 ? ; 2026-12-31T00:00:00 ; 2026-04-30T00:00:00
            """)
    void knowsItsLastRun(String type, String value, String end, String expected) {
        ScheduledTask task = task(LAUNCH)
                .recurrence(Recurrence.parse(type, value))
                .until(Instant.parse(end + "Z"))
                .build();

        assertThat(task.lastRun()).contains(Instant.parse(expected + "Z"));
    }

    @Test
    void aTaskThatRunsOnceEndsAndOneWithoutEndDoesNot() {
        assertThat(task(LAUNCH).build().lastRun()).contains(LAUNCH);
        assertThat(task(LAUNCH).recurrence(new Daily(1)).build().lastRun()).isEmpty();
    }

    @Test
    void daysBeginInTheZoneOfTheTask() {
        ScheduledTask task = task(Instant.parse("2026-03-27T16:00:00Z"))
                .recurrence(new Daily(1))
                .zone(ZoneId.of("Europe/Berlin"))
                .build();

        assertThat(runs(task, 3))
                .as("17:00 in Berlin, before and after the clocks change")
                .containsExactly("2026-03-27T16:00", "2026-03-28T16:00", "2026-03-29T15:00");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "7776000, true", "7776060, false", "-60, false"})
    void launchesWithin90Days(long seconds, boolean accepted) {
        ScheduledTask.Builder builder = task(CREATED.plusSeconds(seconds));
        if (accepted) {
            assertThat(builder.build().launch()).isEqualTo(CREATED.plusSeconds(seconds));
        } else {
            assertThatThrownBy(builder::build).hasMessageContaining("must be within 90 days after the creation");
        }
    }

    @Test
    void recurrencesEndWithin365DaysAndAfterTheFirstRun() {
        ScheduledTask.Builder daily = task(LAUNCH).recurrence(new Daily(1));

        assertThat(daily.until(CREATED.plus(Duration.ofDays(365))).build().recurrenceEnd())
                .isPresent();
        assertThatThrownBy(() -> daily.until(CREATED.plus(Duration.ofDays(365)).plusSeconds(1))
                        .build())
                .hasMessageContaining("must be within 365 days after the creation");
        assertThatThrownBy(() -> daily.until(LAUNCH).build()).hasMessageContaining("must be after the first run");
        assertThatThrownBy(() -> task(LAUNCH).until(LAUNCH.plusSeconds(60)).build())
                .hasMessageContaining("must be given for tasks that recur only");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "21600, true", "21601, false", "-1, false"})
    void isTriedAgainForAtMostSixHours(long seconds, boolean accepted) {
        ScheduledTask.Builder builder = task(LAUNCH).expiration(Duration.ofSeconds(seconds));
        if (accepted) {
            assertThat(builder.build().expiration()).hasSeconds(seconds);
        } else {
            assertThatThrownBy(builder::build).hasMessageContaining("must be from 0 to 21600 seconds");
        }
        assertThat(task(LAUNCH).build().expiration()).hasMinutes(10);
    }

    @Test
    void hasARuleOrSizes() {
        assertThat(task(LAUNCH).build().action()).isEqualTo(ScheduledAction.rule("add5"));
        assertThat(ScheduledTask.builder("night", CREATED, LAUNCH)
                        .min(1)
                        .desired(2)
                        .max(3)
                        .build()
                        .action())
                .isEqualTo(ScheduledAction.sizes(1, 2, 3));
        assertThatThrownBy(() -> task(LAUNCH).min(1).build()).hasMessageContaining("must either run a rule or set");
        assertThatThrownBy(() -> ScheduledTask.builder("none", CREATED, LAUNCH).build())
                .hasMessageContaining("must either run a rule or set");
    }

    @Test
    void sizesOfOneTaskMustBeInOrder() {
        assertThatThrownBy(() -> ScheduledAction.limits(4, 3)).hasMessageContaining("must be in order");
        assertThatThrownBy(() -> ScheduledAction.sizes(1, 0, 3)).hasMessageContaining("must be in order");
        assertThatThrownBy(() -> ScheduledAction.sizes(1, 4, 3)).hasMessageContaining("must be in order");
        assertThatThrownBy(() -> ScheduledAction.limits(-1, 3)).hasMessageContaining("must be >= 0");
        assertThatThrownBy(() -> ScheduledAction.sizes(0, -1, 3)).hasMessageContaining("must be >= 0");
        assertThatThrownBy(() ->
                        new ScheduledAction.SetSizes(OptionalInt.empty(), OptionalInt.of(-1), OptionalInt.empty()))
                .hasMessageContaining("-1")
                .hasMessageContaining("must be >= 0");
        assertThatThrownBy(() ->
                        new ScheduledAction.SetSizes(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()))
                .hasMessage("at least one of min, max and desired must be given");
        assertThatThrownBy(() -> ScheduledAction.rule(" ")).hasMessage("rule of a scheduled task must not be blank");
        assertThat(ScheduledAction.limits(0, 0).max()).hasValue(0);
        assertThat(ScheduledAction.sizes(3, 3, 3).desired()).hasValue(3);
    }

    @Test
    void reportsAllProblemsOfItsTimes() {
        assertThatThrownBy(() -> ScheduledTask.builder("x", CREATED, CREATED.minusSeconds(1))
                        .min(0)
                        .expiration(Duration.ofDays(1))
                        .recurrence(new Cron(CronExpression.parse("0 0 30 2 ?")))
                        .build())
                .hasMessageContaining("name (x) must have 2 to 64 characters\n")
                .hasMessageContaining("must be a whole minute\n")
                .hasMessageContaining("within 90 days")
                .hasMessageContaining("expiration (PT24H)")
                .hasMessageContaining("must run at least once");
        assertThatThrownBy(() -> ScheduledTask.builder("x".repeat(65), CREATED, LAUNCH)
                        .min(0)
                        .recurrence(new Cron(CronExpression.parse("0 0 30 2 ?")))
                        .until(LAUNCH)
                        .build())
                .hasMessageContaining("must have 2 to 64 characters\n")
                .hasMessageEndingWith("must run at least once");
        assertThat(ScheduledTask.builder("ab", CREATED, LAUNCH).max(0).build().name())
                .isEqualTo("ab");
        assertThat(ScheduledTask.builder("x".repeat(64), CREATED, LAUNCH)
                        .desired(0)
                        .build()
                        .name())
                .hasSize(64);
    }

    /** C-11-3. */
    @ParameterizedTest
    @ValueSource(strings = {"* 8 * * ?", "0,30 8 * * ?", "0/15 8 * * ?"})
    void cronTasksRunAtMostOnceInAnHour(String expression) {
        assertThatThrownBy(() -> Recurrence.parse("Cron", expression))
                .hasMessageContaining("must run at most once in an hour");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Daily;0;days (0) must be from 1 to 31
            Daily;32;days (32) must be from 1 to 31
            Daily;'';a number of one or two digits
            Daily;-1;a number of one or two digits
            Daily;100;a number of one or two digits
            Daily;1/;a number of one or two digits
            Daily;1:;a number of one or two digits
            Weekly;7;day of the week (7) must be from 0 to 6
            Weekly;1,,2;a number of one or two digits
            Monthly;5;a range such as 1-15
            Monthly;-5;a number of one or two digits
            Monthly;5-4;to (4) must be from 5 to 31
            Monthly;0-4;from (0) must be from 1 to 31
            Monthly;1-32;to (32) must be from 1 to 31
            Yearly;1;recurrence type (Yearly) must be Daily, Weekly, Monthly or Cron
            """)
    void refusesOtherRecurrences(String type, String value, String message) {
        assertThatThrownBy(() -> Recurrence.parse(type, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void readsWhatTheServiceWrites() {
        assertThat(Recurrence.parse("Daily", "31")).isEqualTo(new Daily(31));
        assertThat(Recurrence.parse("Weekly", "6,0,6"))
                .isEqualTo(new Weekly(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
        assertThat(Recurrence.parse("Monthly", "1-15")).isEqualTo(new Monthly(1, 15));
        assertThat(Recurrence.parse("Cron", "0 9 * * ?")).isEqualTo(new Cron(CronExpression.parse("0 9 * * ?")));
        assertThatThrownBy(() -> new Weekly(List.of())).hasMessageContaining("at least one");
    }
}
