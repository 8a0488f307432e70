package io.ess4j.sim.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.Trigger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTaskTest {
    @ParameterizedTest
    // 2026-01-05 is a Monday; 16:59 in Shanghai is 08:59Z
    @CsvSource({
        "2026-01-05T00:00:00Z, 2026-01-05T08:59:00Z",
        "2026-01-05T08:59:00Z, 2026-01-07T08:59:00Z",
        "2026-01-08T00:00:00Z, 2026-01-12T08:59:00Z"
    })
    void nextIsTheFirstLaterOccurrence(Instant after, Instant expected) {
        var task = new DailyTask(
                LocalTime.of(16, 59), List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), Trigger.execute("peak"));

        assertThat(task.next(after, ZoneId.of("Asia/Shanghai"))).isEqualTo(expected);
    }

    @Test
    void aTimeThatTheClockChangeLeavesOutIsMoved() {
        var task = new DailyTask(LocalTime.of(2, 30), List.of(DayOfWeek.values()), Trigger.check());

        assertThat(task.next(Instant.parse("2026-03-28T12:00:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThatThrownBy(() -> new DailyTask(LocalTime.NOON, List.of(), Trigger.check()))
                .hasMessage("days must name at least one day");
    }
}
