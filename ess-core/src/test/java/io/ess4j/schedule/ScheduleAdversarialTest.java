package io.ess4j.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.model.TextFormatException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts, moments at the ends of the time line, schedules that begin in the future. */
class ScheduleAdversarialTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void momentsBeyondTheTimeLineAreRefused(String moment) {
        Instant instant = Instant.parse(moment);
        CronExpression daily = CronExpression.parse("0 0 * * ?");

        assertThatIllegalArgumentException().isThrownBy(() -> daily.next(instant, ZoneOffset.UTC));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EffectiveTime.parse("* * * * *").contains(instant));
        assertThatIllegalArgumentException().isThrownBy(() -> ScheduleState.from(instant));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ScheduledTask.builder("task", instant, instant).min(1).build());
        for (Recurrence recurrence :
                List.of(new Recurrence.Once(), new Recurrence.Daily(1), new Recurrence.Cron(daily))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recurrence.next(NOW, ZoneOffset.UTC, instant))
                    .withMessageStartingWith("after (");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recurrence.next(instant, ZoneOffset.UTC, NOW))
                    .withMessageStartingWith("launch (");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ScheduledTask.builder("task", instant, NOW).min(1).build())
                .withMessageStartingWith("createdAt (");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ScheduledTask.builder("task", NOW, instant).min(1).build())
                .withMessageStartingWith("launch (");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulePlan.of(List.of(), ScheduleState.from(NOW), instant))
                .withMessageStartingWith("now (");
    }

    @Test
    void longTextsAreShortened() {
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> CronExpression.parse("1,".repeat(100_000)))
                .satisfies(e -> assertThat(e.text()).hasSize(259))
                .withMessageContaining("at most 256 characters");
        String longest = "0 0 * * ?" + " ".repeat(247);
        assertThat(CronExpression.parse(longest)).hasToString(longest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"０ 0 * * ?", "0\t0 * * ?", "0 0 * * ?\n", "9999999999 0 * * ?", "0 0 -1 * ?", "0 0 1--2 * ?"})
    void strangeCharactersAreRefused(String text) {
        assertThatExceptionOfType(TextFormatException.class).isThrownBy(() -> CronExpression.parse(text));
    }

    /** Expressions that never run, or once in decades, are answered like any other. */
    @Test
    void rareRunsAreFound() {
        assertThat(CronExpression.parse("0 0 30 2 ?").next(NOW, ZoneOffset.UTC)).isEmpty();
        assertThat(CronExpression.parse("0 0 31 2,4,6,9,11 ?").next(NOW, ZoneOffset.UTC))
                .isEmpty();
        assertThat(CronExpression.parse("0 0 ? 2 7#5").next(NOW, ZoneOffset.UTC))
                .as("five Sundays in February: leap years that begin it with one")
                .contains(Instant.parse("2032-02-29T00:00:00Z"));
    }

    @Test
    void aClockThatGoesBackRunsNothingTwice() {
        ScheduledTask task =
                ScheduledTask.builder("task", NOW, NOW.plusSeconds(60)).min(1).build();
        SchedulePlan plan = SchedulePlan.of(List.of(task), ScheduleState.from(NOW), NOW.plusSeconds(90));

        SchedulePlan back = SchedulePlan.of(List.of(task), plan.started(), NOW.plusSeconds(30));
        SchedulePlan again = SchedulePlan.of(List.of(task), back.started(), NOW.plusSeconds(95));

        assertThat(plan.run()).isPresent();
        assertThat(back.run()).isEmpty();
        assertThat(again.run()).isEmpty();
    }

    @Test
    void forecastsAreBounded() {
        GroupSizes sizes = GroupSizes.of(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScheduleForecast.of(List.of(), sizes, 0, (r, c) -> c, NOW, Duration.ofDays(367)))
                .withMessageContaining("ahead (PT8808H) must be from 0 to 366 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScheduleForecast.of(List.of(), sizes, 0, (r, c) -> c, NOW, Duration.ofSeconds(-1)));
        assertThat(ScheduleForecast.of(List.of(), sizes, 0, (r, c) -> c, NOW, Duration.ofDays(366))
                        .steps())
                .isEmpty();
        assertThat(ScheduleForecast.of(List.of(), sizes, 99, (r, c) -> c, NOW, Duration.ZERO)
                        .steps())
                .isEmpty();
    }

    @Test
    void rulesThatWantAbsurdCapacitiesAreClamped() {
        ScheduledTask task = ScheduledTask.builder("task", NOW, NOW.plusSeconds(60))
                .runs("r")
                .build();

        assertThat(ScheduleForecast.of(
                                List.of(task),
                                GroupSizes.of(0, 3, 9),
                                0,
                                (r, c) -> Long.MAX_VALUE,
                                NOW,
                                Duration.ofDays(1))
                        .sizesAt(NOW.plusSeconds(60)))
                .isEqualTo(GroupSizes.of(0, 9, 9));
    }
}
