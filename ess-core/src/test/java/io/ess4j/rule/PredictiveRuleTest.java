package io.ess4j.rule;

import static io.ess4j.rule.PredictiveRule.MaxBehavior.MAX_OVERRIDES_PREDICTION;
import static io.ess4j.rule.PredictiveRule.MaxBehavior.PREDICTION_OVERRIDES_MAX;
import static io.ess4j.rule.PredictiveRule.MaxBehavior.PREDICTION_WITH_BUFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.rule.PredictivePlan.Reason;
import io.ess4j.rule.PredictiveRule.MaxBehavior;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions, what they set, and when there is none (guide map C-9-16 to C-9-18). */
class PredictiveRuleTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");
    private static final CapacityLimits LIMITS = CapacityLimits.of(2, 40);
    private static final PredictiveRule RULE = PredictiveRule.of("cpu", 50);

    /** 100 at night, 1,000 from 08:00 to 20:00. */
    private static HourlySeries days(int days) {
        return hours(24 * days);
    }

    private static HourlySeries hours(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 24 >= 8 && i % 24 < 20 ? 1000 : 100;
        }
        return HourlySeries.of(MIDNIGHT.minus(Duration.ofHours(count)), values);
    }

    /** Contract section 9 and ruling C40: the interface's defaults. */
    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(RULE)
                .isEqualTo(new PredictiveRule(
                        "cpu",
                        PredictiveRule.Metric.CPU_UTILIZATION,
                        50,
                        PredictiveRule.Mode.PREDICT_AND_SCALE,
                        MAX_OVERRIDES_PREDICTION,
                        0,
                        Duration.ZERO,
                        OptionalInt.empty()));
        assertThat(RULE.plan(days(3), CapacityLimits.of(2, 7), MIDNIGHT)
                        .tasks()
                        .get(8)
                        .limits())
                .as("20 are predicted, and the group's own maximum of 7 stays")
                .isEqualTo(CapacityLimits.of(7, 7));
    }

    @Test
    void makesATaskForEachOfTheNext48Hours() {
        PredictivePlan plan = RULE.plan(days(3), LIMITS, MIDNIGHT);

        assertThat(plan.reason()).isEqualTo(Reason.FORECAST);
        assertThat(plan.tasks()).hasSize(48);
        assertThat(plan.tasks().get(0))
                .isEqualTo(new PredictiveTask(
                        "PredictiveScaling-cpu-2026-01-05T00:00:00Z", MIDNIGHT, MIDNIGHT, 2, CapacityLimits.of(2, 40)));
        assertThat(plan.tasks().get(8).limits()).isEqualTo(CapacityLimits.of(20, 40));
        assertThat(plan.tasks().get(47).hour()).isEqualTo(MIDNIGHT.plus(Duration.ofHours(47)));
    }

    @Test
    void runsItsTasksBeforeTheHour() {
        PredictivePlan plan = RULE.withBufferTime(Duration.ofMinutes(15))
                .plan(days(3), LIMITS, MIDNIGHT.plus(Duration.ofMinutes(50)));

        assertThat(plan.tasks().get(0).hour()).isEqualTo("2026-01-05T01:00:00Z");
        assertThat(plan.tasks().get(0).at()).as("00:45 is past").isEqualTo("2026-01-05T00:50:00Z");
        assertThat(plan.tasks().get(7).hour()).isEqualTo("2026-01-05T08:00:00Z");
        assertThat(plan.tasks().get(7).at()).isEqualTo("2026-01-05T07:45:00Z");
        assertThat(plan.tasks().get(7).predicted()).isEqualTo(20);
        assertThat(plan.tasks()).hasSize(48);
    }

    @ParameterizedTest(name = "{0}: {3} and {2} %, predicted {1}, initial {4}")
    @CsvSource({
        "EP1 documented buffer,        100, 10, PREDICTION_WITH_BUFFER,   50,  110",
        "EP2 the prediction,           100, 0,  PREDICTION_OVERRIDES_MAX, 50,  100",
        "EP3 the initial maximum,      100, 0,  MAX_OVERRIDES_PREDICTION, 50,  50",
        "AWS A17 50 and 10 %,          50,  10, PREDICTION_WITH_BUFFER,   40,  55",
        "below the initial maximum,    30,  0,  PREDICTION_OVERRIDES_MAX, 50,  50",
        "buffered below the maximum,   40,  20, PREDICTION_WITH_BUFFER,   50,  50",
        "buffered above the maximum,   48,  10, PREDICTION_WITH_BUFFER,   50,  53",
        "the buffer rounds up,         101, 1,  PREDICTION_WITH_BUFFER,   50,  103",
        "a group of nothing,           3,   0,  PREDICTION_OVERRIDES_MAX, 0,   3"
    })
    void theMaximumFollowsAsDocumented(
            String source, long predicted, int buffer, MaxBehavior behavior, int initial, int max) {
        assertThat(RULE.withMax(behavior, buffer).max(predicted, initial))
                .as(source)
                .isEqualTo(max);
    }

    /** C-9-18: the minimum is the prediction, capped by the maximum. */
    @ParameterizedTest
    @CsvSource({
        "MAX_OVERRIDES_PREDICTION, 0, 10, 10",
        "PREDICTION_OVERRIDES_MAX, 0, 20, 20",
        "PREDICTION_WITH_BUFFER, 25, 20, 25"
    })
    void theMinimumIsThePrediction(MaxBehavior behavior, int buffer, int min, int max) {
        PredictivePlan plan = RULE.withMax(behavior, buffer).plan(days(3), CapacityLimits.of(1, 10), MIDNIGHT);

        assertThat(plan.tasks().get(8).limits()).isEqualTo(CapacityLimits.of(min, max));
        assertThat(plan.tasks().get(8).predicted()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.001, 1", "50, 1", "50.001, 2", "99.9, 2", "100, 2", "1000, 20"})
    void roundsUnitsUp(double load, long units) {
        assertThat(RULE.predicted(load)).isEqualTo(units);
    }

    @Test
    void onlyShowsItsForecastIfAsked() {
        PredictivePlan plan = RULE.predictOnly().plan(days(3), LIMITS, MIDNIGHT);

        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.reason()).isEqualTo(Reason.PREDICTS_ONLY);
        assertThat(plan.forecast().orElseThrow().load().values()).hasSize(48);
        assertThat(plan.isReactive()).isFalse();
    }

    /** C-9-16: fewer than 24 hours, holes at the same hour, or an old past leave the group to its reactive rules. */
    @Test
    void fallsBackToReactiveRules() {
        List<OptionalDouble> holes = new ArrayList<>(days(3).values());
        for (int day = 0; day < 3; day++) {
            holes.set(24 * day + 5, OptionalDouble.empty());
        }
        HourlySeries holed = new HourlySeries(days(3).start(), holes);

        assertThat(RULE.plan(hours(23), LIMITS, MIDNIGHT).reason()).isEqualTo(Reason.HISTORY_TOO_SHORT);
        assertThat(RULE.plan(holed, LIMITS, MIDNIGHT).reason()).isEqualTo(Reason.HISTORY_TOO_SHORT);
        assertThat(RULE.plan(hours(24), LIMITS, MIDNIGHT).tasks()).hasSize(48);
        assertThat(RULE.plan(days(3), LIMITS, MIDNIGHT.plus(Duration.ofHours(24)))
                        .tasks())
                .hasSize(48);
        PredictivePlan old =
                RULE.plan(days(3), LIMITS, MIDNIGHT.plus(Duration.ofHours(24)).plusNanos(1));
        assertThat(old.reason()).isEqualTo(Reason.HISTORY_TOO_OLD);
        assertThat(old.isReactive()).isTrue();
    }

    @Test
    void reportsHowGoodItsForecastsAre() {
        ForecastQuality perfect =
                RULE.plan(days(20), LIMITS, MIDNIGHT).forecast().orElseThrow().quality();
        ForecastQuality untested =
                RULE.plan(hours(24), LIMITS, MIDNIGHT).forecast().orElseThrow().quality();

        assertThat(perfect.hours()).isEqualTo(13 * 48 + 24);
        assertThat(perfect.errorPercent().orElseThrow()).isLessThan(0.5);
        assertThat(RULE.plan(days(2), LIMITS, MIDNIGHT)
                        .forecast()
                        .orElseThrow()
                        .quality()
                        .hours())
                .as("of two days the second is compared")
                .isEqualTo(24);
        assertThat(untested).isEqualTo(new ForecastQuality(0, OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 0.0001})
    void refusesTargetsOutOfRange(double target) {
        assertThatThrownBy(() -> PredictiveRule.of("cpu", target)).hasMessageContaining("target (" + target + ")");
    }

    @Test
    void refusesOtherNonsense() {
        assertThatThrownBy(() -> RULE.withMax(PREDICTION_WITH_BUFFER, 101)).hasMessageContaining("bufferPercent (101)");
        assertThatThrownBy(() -> RULE.withMax(MAX_OVERRIDES_PREDICTION, 1)).hasMessageContaining("must be 0 for");
        assertThatThrownBy(() -> RULE.withMax(PREDICTION_OVERRIDES_MAX, -1)).hasMessageContaining("(-1)");
        assertThatThrownBy(() -> RULE.withBufferTime(Duration.ofMinutes(61))).hasMessageContaining("(61)");
        assertThatThrownBy(() -> RULE.withBufferTime(Duration.ofSeconds(90))).hasMessageContaining("whole minutes");
        assertThatThrownBy(() -> RULE.plan(days(3), LIMITS, MIDNIGHT.minusNanos(1)))
                .hasMessageContaining("must not be before the end of the load");
        assertThatThrownBy(() -> PredictiveRule.of(" ", 50)).hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> new PredictiveRule(
                        "cpu",
                        PredictiveRule.Metric.INTRANET_IN,
                        50,
                        PredictiveRule.Mode.PREDICT_AND_SCALE,
                        PREDICTION_OVERRIDES_MAX,
                        0,
                        Duration.ZERO,
                        OptionalInt.of(-1)))
                .hasMessage("initialMax (-1) must be from 0 to 1000000");
        assertThatThrownBy(() -> RULE.predicted(Double.NaN)).hasMessageContaining("load (NaN)");
        assertThatThrownBy(() -> HourlySeries.of(MIDNIGHT.plusSeconds(1), 1)).hasMessageContaining("a full hour");
        assertThatThrownBy(() -> HourlySeries.of(MIDNIGHT, Double.NaN)).hasMessageContaining("value (NaN)");
        assertThatThrownBy(() -> SeasonalForecaster.forecast(HourlySeries.of(MIDNIGHT, 1e300), 1))
                .hasMessageContaining("must be at most");
        assertThat(new PredictiveRule(
                                "cpu",
                                PredictiveRule.Metric.INTRANET_IN,
                                50,
                                PredictiveRule.Mode.PREDICT_AND_SCALE,
                                PREDICTION_OVERRIDES_MAX,
                                0,
                                Duration.ZERO,
                                OptionalInt.of(7))
                        .plan(days(2), LIMITS, MIDNIGHT)
                        .tasks()
                        .get(0)
                        .limits())
                .isEqualTo(CapacityLimits.of(2, 7));
    }

    @Test
    void hoursAreAverages() {
        MetricSeries series = MetricSeries.of(
                "load",
                new MetricSample(MIDNIGHT, 1),
                new MetricSample(MIDNIGHT.plusSeconds(3599), 2),
                new MetricSample(MIDNIGHT.plusSeconds(7200), 9));

        assertThat(HourlySeries.of(series, MIDNIGHT, 3))
                .isEqualTo(new HourlySeries(
                        MIDNIGHT, List.of(OptionalDouble.of(1.5), OptionalDouble.empty(), OptionalDouble.of(9))));
    }
}
