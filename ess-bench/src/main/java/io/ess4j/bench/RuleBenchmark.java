package io.ess4j.bench;

import io.ess4j.rule.AlarmCondition;
import io.ess4j.rule.AlarmOutcome;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.Comparison;
import io.ess4j.rule.HourlySeries;
import io.ess4j.rule.LoadForecast;
import io.ess4j.rule.MetricSample;
import io.ess4j.rule.MetricSeries;
import io.ess4j.rule.RuleInput;
import io.ess4j.rule.RuleOutcome;
import io.ess4j.rule.SeasonalForecaster;
import io.ess4j.rule.TargetTrackingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rules: one evaluation of target tracking, one minute of an alarm over a series of an hour, and the forecast of two
 * days from four weeks of hours. Beside the alarm the same with a stream over the samples.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar RuleBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // setUp makes everything
public class RuleBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final TargetTrackingRule tracking = TargetTrackingRule.of("cpu", 60);
    private final RuleInput input = RuleInput.of(100).withMetric(85);
    private final AlarmTask alarm = AlarmTask.of(
            "hot", AlarmCondition.average("cpu", Comparison.AT_LEAST, 80).every(Duration.ofMinutes(1)), "more");
    private List<MetricSample> samples;
    private List<MetricSeries> series;
    private HourlySeries past;

    /** Makes the past, and checks what rule, alarm and stream say. */
    @Setup
    public void setUp() {
        samples = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            samples.add(new MetricSample(NOW.plusSeconds(60L * minute), minute < 57 ? 50 : 90));
        }
        series = List.of(MetricSeries.of("cpu", samples.toArray(new MetricSample[0])));
        double[] load = IntStream.range(0, 24 * 28)
                .mapToDouble(h -> 100 + 50 * Math.sin(h % 24 * Math.PI / 12) + h % 7)
                .toArray();
        past = HourlySeries.of(NOW.minus(Duration.ofDays(28)), load);
        boolean plain = alarmWithStreams();
        if (track().wanted() != 142
                || alarm().runsRules() != plain
                || forecast().load().values().size() != 48) {
            throw new AssertionError(track() + " " + alarm() + " " + plain);
        }
    }

    /**
     * Target tracking.
     *
     * @return the outcome
     */
    @Benchmark
    public RuleOutcome track() {
        return tracking.evaluate(input);
    }

    /**
     * The alarm at the end of the hour.
     *
     * @return the outcome
     */
    @Benchmark
    public AlarmOutcome alarm() {
        return alarm.evaluate(alarm.start(), series, NOW.plusSeconds(3600), true);
    }

    /**
     * The three last minutes by a stream.
     *
     * @return whether all are hot
     */
    @Benchmark
    public boolean alarmWithStreams() {
        Instant end = NOW.plusSeconds(3600);
        return IntStream.rangeClosed(1, 3).allMatch(back -> {
            Instant from = end.minusSeconds(60L * back);
            OptionalDouble mean = samples.stream()
                    .filter(s -> !s.at().isBefore(from) && s.at().isBefore(from.plusSeconds(60)))
                    .mapToDouble(MetricSample::value)
                    .average();
            return mean.isPresent() && mean.getAsDouble() >= 80;
        });
    }

    /**
     * The next two days.
     *
     * @return the forecast
     */
    @Benchmark
    public LoadForecast forecast() {
        return SeasonalForecaster.forecast(past, 48).orElseThrow();
    }
}
