package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Alarm counters against the definition: the last k periods, each looked at afresh. */
class AlarmProperties {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** Evaluations may come late, early, or twice in a period; what is known never depends on it. */
    @Property(tries = 500)
    void countersSayWhatTheLastPeriodsSay(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 3) Integer> samplesPerMinute,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 300) Integer> pauses,
            @ForAll @IntRange(min = 1, max = 6) int evaluations,
            @ForAll @Size(180) List<@IntRange(min = 4, max = 8) Integer> values) {
        AlarmCondition condition =
                AlarmCondition.average("m", Comparison.AT_LEAST, 5).every(Duration.ofMinutes(1));
        AlarmTask task = AlarmTask.of("task", condition, "r").after(evaluations);
        MetricSeries series = series(samplesPerMinute, values);
        AlarmState state = task.start();
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            AlarmOutcome outcome = task.evaluate(state, List.of(series), now, true);
            boolean periodEnded = !condition.lastEnd(now).equals(condition.lastEnd(now.minusSeconds(pause)))
                    || state.conditions().get(0).judgedUntil().isEmpty();

            assertThat(outcome.state().status()).isEqualTo(byDefinition(series, evaluations, condition.lastEnd(now)));
            assertThat(outcome.runsRules())
                    .isEqualTo(periodEnded && outcome.state().status() == AlarmStatus.ALARM);
            state = outcome.state();
        }
    }

    private static MetricSeries series(List<Integer> perMinute, List<Integer> values) {
        List<MetricSample> samples = new ArrayList<>();
        for (int minute = 0; minute < perMinute.size(); minute++) {
            for (int i = 0; i < perMinute.get(minute); i++) {
                Instant at = START.plusSeconds(60L * minute + 20L * i);
                samples.add(new MetricSample(at, values.get(3 * minute + i)));
            }
        }
        return new MetricSeries("m", samples);
    }

    private static AlarmStatus byDefinition(MetricSeries series, int evaluations, Instant end) {
        int breaches = 0;
        for (int i = 1; i <= evaluations; i++) {
            Instant from = end.minusSeconds(60L * i);
            OptionalDouble average = series.samples().stream()
                    .filter(s -> !s.at().isBefore(from) && s.at().isBefore(from.plusSeconds(60)))
                    .mapToDouble(MetricSample::value)
                    .average();
            if (average.isEmpty() && i == 1) {
                return AlarmStatus.INSUFFICIENT_DATA;
            }
            breaches += average.isPresent() && average.getAsDouble() >= 5 ? 1 : 0;
        }
        return breaches == evaluations ? AlarmStatus.ALARM : AlarmStatus.OK;
    }
}
