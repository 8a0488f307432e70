package io.ess4j.cost;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.cost.LoadCurve.Sample;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles and their hours: contract section 25. */
class WorkloadProfileTest {
    private static final Instant EIGHT = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration THREE_HOURS = Duration.ofHours(3);

    @ParameterizedTest(name = "{0} days, {1} to {2}, peak {3} min: {4} hours")
    @CsvSource({
        // days, low, peak, minutes, hours
        "3, 5, 10,  510, 2089.286", // guide 1.3
        "1, 0,  1, 1440,  102.857", // a whole day is a peak: 30/7 x 24
        "7, 1,  1,    0,  720.000", // no peak: one instance all month
        "7, 0,  1, 1440,  720.000",
        "1, 0,  0,  500,    0.000",
        "5, 2,  2, 1000, 1028.571"
    })
    void dailyPeaks(int days, int low, int peak, int minutes, String hours) {
        List<DayOfWeek> chosen = List.of(DayOfWeek.values()).subList(0, days);

        assertThat(WorkloadProfile.daily(chosen, low, peak, Duration.ofMinutes(minutes))
                        .hoursPerMonth()
                        .rounded())
                .isEqualTo(hours);
    }

    @Test
    void weeklyAndMonthlyPeaks() {
        WorkloadProfile weekly = WorkloadProfile.weekly(1, 2, THREE_DAYS);
        WorkloadProfile monthly = WorkloadProfile.monthly(1, 2, THREE_DAYS);

        assertThat(weekly.hoursPerMonth().rounded()).isEqualTo("1028.571");
        assertThat(weekly.formula()).isEqualTo("30/7 x (1 x 168 + (2 - 1) x 72)");
        assertThat(monthly.hoursPerMonth().rounded()).isEqualTo("792.000");
        assertThat(monthly.formula()).isEqualTo("1 x 720 + (2 - 1) x 72");
    }

    @Test
    void aboveAnAmountLowAndPeakLoseIt() {
        assertThat(WorkloadProfile.daily(List.of(MONDAY), 3, 7, THREE_HOURS).above(2))
                .isEqualTo(WorkloadProfile.daily(List.of(MONDAY), 1, 5, THREE_HOURS));
        assertThat(WorkloadProfile.weekly(3, 7, THREE_DAYS).above(4))
                .isEqualTo(WorkloadProfile.weekly(0, 3, THREE_DAYS));
        assertThat(WorkloadProfile.monthly(3, 7, THREE_DAYS).above(8))
                .isEqualTo(WorkloadProfile.monthly(0, 0, THREE_DAYS));
    }

    @Test
    void measuredCurvesAreScaledToAMonth() {
        LoadCurve curve = new LoadCurve(
                List.of(new Sample(EIGHT, 2), new Sample(EIGHT.plusSeconds(4 * 3600), 6)), EIGHT.plusSeconds(6 * 3600));

        assertThat(curve.hours()).hasToString("20");
        assertThat(curve.hoursPerMonth()).hasToString("2400");
        assertThat(curve.formula()).isEqualTo("20 x 720 / 6");
        assertThat(curve.peak()).isEqualTo(6);
        assertThat(curve.above(2).hours()).hasToString("8");
        assertThat(curve.above(9).hoursPerMonth()).isEqualTo(InstanceHours.ZERO);
    }

    @Test
    void daysAreASetInTheOrderOfTheWeek() {
        assertThat(WorkloadProfile.daily(List.of(FRIDAY, MONDAY), 0, 1, Duration.ZERO))
                .isEqualTo(WorkloadProfile.daily(List.of(MONDAY, FRIDAY), 0, 1, Duration.ZERO));
        assertThatThrownBy(() -> WorkloadProfile.daily(List.of(MONDAY, MONDAY), 0, 1, Duration.ZERO))
                .hasMessage("days ([MONDAY, MONDAY]) must name each day only once");
        assertThatThrownBy(() -> WorkloadProfile.daily(List.of(), 0, 1, Duration.ZERO))
                .hasMessage("days must name at least one day");
    }

    @Test
    void refusesALowAboveThePeak() {
        assertThatThrownBy(() -> WorkloadProfile.daily(List.of(MONDAY), 11, 10, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("low (11) must be <= peak (10)");
        assertThatThrownBy(() -> WorkloadProfile.weekly(-1, 10, Duration.ZERO)).hasMessage("low (-1) must be >= 0");
    }

    @Test
    void refusesAPeakLongerThanItsPeriod() {
        assertThatThrownBy(() -> WorkloadProfile.daily(List.of(MONDAY), 1, 2, Duration.ofMinutes(1441)))
                .hasMessage("peakPerDay (PT24H1M) must lie in 0..PT24H");
        assertThatThrownBy(() -> WorkloadProfile.weekly(1, 2, Duration.ofSeconds(-1)))
                .hasMessage("peakPerWeek (PT-1S) must lie in 0..PT168H");
        assertThatThrownBy(() -> WorkloadProfile.monthly(1, 2, Duration.ofDays(31)))
                .hasMessage("peakPerMonth (PT744H) must lie in 0..PT720H");
    }

    @Test
    void refusesCurvesOutOfOrder() {
        Sample sample = new Sample(EIGHT, 1);
        assertThatThrownBy(() -> new LoadCurve(List.of(), EIGHT)).hasMessage("samples must hold at least one sample");
        assertThatThrownBy(() -> new LoadCurve(List.of(sample), EIGHT))
                .hasMessage("end (2026-01-05T08:00:00Z) must be after the last sample (2026-01-05T08:00:00Z)");
        assertThatThrownBy(() -> new LoadCurve(List.of(sample, sample), EIGHT.plusSeconds(1)))
                .hasMessage("sample 1 (2026-01-05T08:00:00Z) must be after 2026-01-05T08:00:00Z");
        assertThatThrownBy(() -> new Sample(EIGHT, -1))
                .hasMessage("instances at 2026-01-05T08:00:00Z (-1) must be >= 0");
    }

    @Test
    void refusesNegativeNumbers() {
        assertThatThrownBy(() -> WorkloadProfile.weekly(1, 2, THREE_DAYS).above(-1))
                .hasMessage("instances (-1) must be >= 0");
        assertThatThrownBy(() -> InstanceHours.of(THREE_DAYS).times(-1, 1)).hasMessage("numerator (-72) must be >= 0");
        assertThatThrownBy(() -> InstanceHours.of(THREE_DAYS).times(1, 0)).hasMessage("denominator (0) must be >= 1");
    }

    @ParameterizedTest(name = "{0}/{1} is {2}")
    @CsvSource({"17, 2, 8.5", "50, 6, 25/3", "0, 7, 0", "1440, 2, 720", "1, 8, 0.125", "3, 40, 0.075", "9, 6, 1.5"})
    void hoursPrintExactly(long numerator, long denominator, String text) {
        assertThat(new InstanceHours(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)))
                .hasToString(text);
    }

    @Test
    void aHalfIsRoundedUp() {
        assertThat(InstanceHours.of(Duration.ofMillis(1800)).rounded()).isEqualTo("0.001"); // 0.0005 hours
        assertThat(InstanceHours.of(Duration.ofNanos(1_799_999_999)).rounded()).isEqualTo("0.000");
    }
}
