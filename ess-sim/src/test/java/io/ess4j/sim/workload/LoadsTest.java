package io.ess4j.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.SimClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadsTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final SimClock MONDAY_MIDNIGHT_SHANGHAI = new SimClock(Instant.parse("2026-01-04T16:00:00Z"));

    @ParameterizedTest
    // ramp of 30 minutes before 17:00 and after 22:00; day 5 is a Saturday
    @CsvSource({
        "0, 0, 10",
        "0, 16.5, 10",
        "0, 16.75, 55",
        "0, 17, 100",
        "0, 21.9, 100",
        "0, 22.25, 55",
        "0, 22.5, 10",
        "5, 18, 50",
        "5, 3, 5",
        "7, 18, 100"
    })
    void dailyLoadFollowsLocalTime(long day, double hour, double rate) {
        var load = new DailyLoad(
                new DailyLoad.Shape(10, 100, LocalTime.of(17, 0), LocalTime.of(22, 0), Duration.ofMinutes(30), 0.5),
                MONDAY_MIDNIGHT_SHANGHAI,
                ZoneId.of("Asia/Shanghai"));
        long middle = day * 24 * HOUR + (long) (hour * HOUR);

        assertThat(load.expected(middle - 500, middle + 500)).isCloseTo(rate, within(1e-9));
    }

    @Test
    void dailyPeakMayRunPastMidnight() {
        var load = new DailyLoad(
                new DailyLoad.Shape(0, 10, LocalTime.of(22, 0), LocalTime.of(2, 0), Duration.ZERO, 1),
                new SimClock(Instant.parse("2026-01-05T00:00:00Z")),
                ZoneId.of("UTC"));

        assertThat(load.expected(HOUR, HOUR + 1_000)).isEqualTo(10);
        assertThat(load.expected(2 * HOUR, 2 * HOUR + 1_000)).isZero();
        assertThat(load.expected(23 * HOUR, 23 * HOUR + 1_000)).isEqualTo(10);
    }

    @Test
    void traceCountsAreSpreadAndRepeated() {
        var trace = new Trace(Instant.EPOCH, new long[] {0, MINUTE, 2 * MINUTE}, new double[] {60, 120, 0});
        Workload load = trace.load(Trace.Unit.COUNT, 2);

        assertThat(trace.lengthMillis()).isEqualTo(3 * MINUTE);
        assertThat(load.expected(0, MINUTE)).isCloseTo(120, within(1e-9));
        assertThat(load.expected(30_000, 90_000)).isCloseTo(60 + 120, within(1e-9));
        assertThat(load.expected(0, 9 * MINUTE)).isCloseTo(3 * 360, within(1e-6));
        assertThat(load.expected(3 * MINUTE, 4 * MINUTE)).as("second lap").isCloseTo(120, within(1e-9));
    }

    @Test
    void traceRatesHoldUntilTheNextValue() {
        var trace = new Trace(Instant.EPOCH, new long[] {0, 10_000, 30_000}, new double[] {1, 2, 3});

        assertThat(trace.load(Trace.Unit.RATE, 1).expected(0, 50_000)).isCloseTo(10 + 40 + 60, within(1e-9));
    }

    @Test
    void traceRefusesTimesThatDoNotRise() {
        assertThatThrownBy(() -> new Trace(Instant.EPOCH, new long[] {0, 5, 5}, new double[3]))
                .hasMessage("times[2] (5) must be > 5");
        assertThatThrownBy(() -> new Trace(Instant.EPOCH, new long[] {}, new double[] {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Trace(Instant.EPOCH, new long[] {0}, new double[] {Double.NaN}))
                .hasMessage("values[0] (NaN) must be >= 0 and finite");
    }

    @Test
    void burstsBringTheirAreaWhateverTheSpans() {
        Workload coarse = bursts();
        Workload fine = bursts();
        double whole = coarse.expected(0, 30 * 24 * HOUR);
        double parts = 0;
        for (long at = 0; at < 30 * 24 * HOUR; at += MINUTE) {
            parts += fine.expected(at, at + MINUTE);
        }

        assertThat(parts).isCloseTo(whole, within(1e-6 * whole));
        // about 30 * 4 bursts of half an hour and half of 100 a second
        assertThat(whole).isBetween(0.6 * 120 * 90_000, 1.2 * 120 * 90_000);
    }

    private static Workload bursts() {
        return new Bursts(4, 100, Duration.ofMinutes(30), new RandomStreams(3).stream("bursts"));
    }

    @Test
    void sumsAddUpAndArrivalsRefuseNonsense() {
        Workload sum = Workload.sum(List.of((f, t) -> 1, (f, t) -> 2.5));

        assertThat(sum.expected(0, 1)).isEqualTo(3.5);
        assertThatThrownBy(() -> ArrivalProcess.even((f, t) -> Double.NaN).arrivals(0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expects NaN requests from 0 to 1 ms");
        assertThatThrownBy(() -> new Bursts(0, 1, Duration.ofHours(1), new RandomStreams(1).stream("x")))
                .hasMessageContaining("perDay (0.0)");
    }
}
