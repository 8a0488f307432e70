package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Forecasts of any past: finite, repeatable, and exact where the past repeats itself. */
class ForecastProperties {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** Noise with holes: no NaN comes out, nothing is negative, and the same past gives the same forecast. */
    @Property(tries = 40)
    void forecastsAreNumbers(@ForAll @Size(min = 24, max = 700) List<@DoubleRange(min = -1e5, max = 1e6) Double> load) {
        List<OptionalDouble> values = new ArrayList<>();
        for (int i = 0; i < load.size(); i++) {
            // Below -3e4 stands for a hole, once the first day is over; other negative values for 0.
            double value = load.get(i);
            values.add(i >= 24 && value < -3e4 ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, value)));
        }
        HourlySeries past = new HourlySeries(START, values);

        Optional<LoadForecast> forecast = SeasonalForecaster.forecast(past, 48);

        assertThat(forecast.orElseThrow().load().values())
                .hasSize(48)
                .allSatisfy(v -> assertThat(v.orElseThrow()).isFinite().isNotNegative());
        assertThat(forecast.get().load().start()).isEqualTo(past.end());
        assertThat(SeasonalForecaster.forecast(past, 48)).isEqualTo(forecast);
    }

    /** Random loads with a daily shape and holes, against the description read aloud. */
    @Property(tries = 40)
    void forecastsAreTheDescribedOnes(
            @ForAll @Size(min = 24, max = 450) List<@DoubleRange(min = 0, max = 100) Double> noise,
            @ForAll @IntRange(max = 300) int swing,
            @ForAll @IntRange(max = 40) int holesPercent,
            @ForAll @IntRange(min = 1, max = 60) int hours) {
        double[] past = new double[noise.size()];
        List<OptionalDouble> values = new ArrayList<>();
        for (int i = 0; i < past.length; i++) {
            // The last day is whole, so that every hour of the day is known.
            boolean hole = i < past.length - 24 && noise.get(i) < holesPercent;
            past[i] = hole ? Double.NaN : noise.get(i) + swing * (1 + Math.sin(i * Math.PI / 12));
            values.add(hole ? OptionalDouble.empty() : OptionalDouble.of(past[i]));
        }

        LoadForecast forecast = SeasonalForecaster.forecast(new HourlySeries(START, values), hours)
                .orElseThrow();

        SlowForecast.Result slow = SlowForecast.of(past, hours);
        for (int i = 0; i < hours; i++) {
            assertThat(forecast.load().values().get(i).orElseThrow())
                    .isCloseTo(slow.forecast().get(i), offset(2e-6));
        }
        assertThat(forecast.load().values()).hasSize(hours);
        ForecastQuality quality = forecast.quality();
        assertThat(quality.hours()).isEqualTo(slow.hours());
        assertThat(quality.errorPercent().isPresent()).isEqualTo(slow.total() > 0);
        quality.errorPercent().ifPresent(e -> assertThat(e).isCloseTo(100 * slow.error() / slow.total(), offset(2e-3)));
        assertThat(quality.relativeError().isPresent()).isEqualTo(slow.naiveError() > 0);
        quality.relativeError().ifPresent(e -> assertThat(e).isCloseTo(slow.error() / slow.naiveError(), offset(2e-3)));
    }

    /** Of a longer past only the last 60 days count. */
    @Property(tries = 3)
    void onlySixtyDaysCount(@ForAll @Size(1500) List<@DoubleRange(min = 0, max = 100) Double> load) {
        double[] values = load.stream().mapToDouble(v -> v).toArray();
        double[] last = Arrays.copyOfRange(values, 60, 1500);
        Instant later = START.plus(Duration.ofHours(60));

        assertThat(SeasonalForecaster.forecast(HourlySeries.of(START, values), 48))
                .isEqualTo(SeasonalForecaster.forecast(HourlySeries.of(later, last), 48));
    }

    /** A day that repeats exactly is forecast to six decimals. */
    @Property(tries = 40)
    void aDayThatRepeatsIsForecastExactly(
            @ForAll @IntRange(min = 2, max = 6) int days,
            @ForAll @Size(24) List<@IntRange(max = 999_999) Integer> load) {
        double[] day = load.stream().mapToDouble(v -> v).toArray();
        double[] values = new double[24 * days];
        for (int i = 0; i < values.length; i++) {
            values[i] = day[i % 24];
        }

        LoadForecast forecast =
                SeasonalForecaster.forecast(HourlySeries.of(START, values), 48).orElseThrow();

        for (int i = 0; i < 48; i++) {
            assertThat(forecast.load().values().get(i)).hasValue(day[i % 24]);
        }
    }

    /** The repetition of the last day, as a smoothing, is the repetition of the last day. */
    @Property(tries = 100)
    void theNaiveCandidateRepeatsTheLastSeason(
            @ForAll @Size(min = 24, max = 100) List<@DoubleRange(min = 0, max = 1000) Double> load) {
        double[] values = load.stream().mapToDouble(v -> v).toArray();
        int hours = values.length;
        SeasonalSmoothing smoothing = new SeasonalSmoothing(24, 0, 1);
        for (int t = smoothing.begin(values); t < hours; t++) {
            smoothing.see(values[t]);
        }

        for (int ahead = 1; ahead <= 48; ahead++) {
            assertThat(smoothing.forecast(ahead)).isCloseTo(values[hours - 24 + (ahead - 1) % 24], offset(1e-9));
        }
    }
}
