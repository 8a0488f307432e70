package io.ess4j.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forecasts of names that are asked for at the edges of time. */
class HostNameForecastAdversarialTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void refusesAForecastWithoutPace() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("a(AUTO_INCREMENT)[0,3]"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence.forecast(0, Duration.ofDays(1), NOW))
                .withMessage("batch (0) must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence.forecast(1, Duration.ZERO, NOW))
                .withMessage("every (PT0S) must be > 0");
    }

    @Test
    void forecastsAtMostTheEndOfTime() {
        var forecast = HostNameSequence.of(HostNamePattern.parse("a()[]"))
                .forecast(1, Duration.ofSeconds(Long.MAX_VALUE), NOW)
                .orElseThrow();

        assertThat(forecast.remaining()).isEqualTo(238_328_000_000L);
        assertThat(forecast.shortAt()).isEqualTo(Instant.MAX);
    }

    /** Ten names taken ten at a time: the second batch is short. */
    @ParameterizedTest(name = "{0} s before the end of time, a batch every {1} ms: short after {2} ms")
    @CsvSource({"100, 49000, 98000", "100, 49500, 99000", "100, 50000, ", "100, 5000000, "})
    void forecastsNearTheEndOfTime(long before, long everyMillis, Long shortAfter) {
        Instant now = Instant.ofEpochSecond(Instant.MAX.getEpochSecond() - before);

        var forecast = HostNameSequence.of(HostNamePattern.parse("a(AUTO_INCREMENT)[0,1]"))
                .forecast(10, Duration.ofMillis(everyMillis), now)
                .orElseThrow();

        assertThat(forecast.fullBatches()).isEqualTo(1);
        assertThat(forecast.shortAt()).isEqualTo(shortAfter == null ? Instant.MAX : now.plusMillis(shortAfter));
    }
}
