package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are no measurements, states of other tasks, times at the ends of the time line. */
class RuleAdversarialTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void nothingTakesWhatIsNoNumber(double value) {
        StepRule rule = StepRule.of("r", AdjustmentType.QUANTITY, Step.from(0, 1));
        assertThatThrownBy(() -> new MetricSample(NOW, value)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> Step.from(value, 1)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> RuleInput.of(1).withThreshold(value)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> rule.evaluate(1, 0, value, 1)).hasMessageContaining("metric (");
        assertThatThrownBy(() -> rule.evaluate(1, 0, 1, value)).hasMessageContaining("threshold (");
        assertThatThrownBy(() -> AlarmCondition.average("m", Comparison.ABOVE, value))
                .hasMessageContaining("threshold (");
    }

    /** NaN is the worst of them: it compares as neither too small nor too large. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, -Double.MIN_VALUE})
    void loadsAreNumbersFromZero(double value) {
        assertThatThrownBy(() -> HourlySeries.of(NOW, 1, value))
                .hasMessage("value (" + value + ") must be finite and >= 0");
        assertThatThrownBy(() -> ApplicationMinute.of(ApplicationMetric.CPU_PERCENT, value))
                .hasMessageContaining("(" + value + ") must be finite and >= 0");
        assertThatThrownBy(() -> PredictiveRule.of("p", 50).predicted(value))
                .hasMessage("load (" + value + ") must be finite and >= 0");
        assertThatThrownBy(() -> RuleInput.of(1).withMetric(value))
                .hasMessage("metric (" + value + ") must be finite and >= 0");
        assertThat(HourlySeries.of(NOW, 0, Double.MAX_VALUE).end()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(ApplicationMinute.of(ApplicationMetric.CPU_PERCENT, 0).averages())
                .containsEntry(ApplicationMetric.CPU_PERCENT, 0.0);
        assertThat(PredictiveRule.of("p", 50).predicted(0)).isZero();
        assertThat(PredictiveRule.of("p", 50).predicted(Double.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(RuleInput.of(1).withMetric(Double.MAX_VALUE).metric()).hasValue(Double.MAX_VALUE);
    }

    @Test
    void everyRuleHasANameAndWaitsADayAtMost() {
        for (ThrowableAssert.ThrowingCallable nameless : List.<ThrowableAssert.ThrowingCallable>of(
                () -> SimpleRule.of(" ", AdjustmentType.QUANTITY, 1),
                () -> StepRule.of("", AdjustmentType.QUANTITY, Step.from(0, 1)),
                () -> ScalingRule.targetTracking("\t", 50),
                () -> RatioRule.of(" ", 50),
                () -> new BandRule(" ", 1, 2))) {
            assertThatThrownBy(nameless)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("name of a scaling rule must not be blank");
        }
        Duration tooLong = Duration.ofDays(1).plusNanos(1);
        assertThatThrownBy(() -> new RatioRule("r", 50, 0, 0, tooLong)).hasMessageContaining("warmup (");
        assertThatThrownBy(() -> StepRule.of("r", AdjustmentType.QUANTITY, Step.from(0, 1))
                        .withWarmup(tooLong))
                .hasMessageContaining("warmup (");
        assertThat(RatioRule.of("r", 1).withTolerance(-0.0, -0.0))
                .isEqualTo(RatioRule.of("r", 1).withTolerance(0, 0));
    }

    @Test
    void whatFollowsAMetricNamesItAndCountsFromOne() {
        TargetTrackingRule rule = ScalingRule.targetTracking("t", 50);
        Duration minute = Duration.ofMinutes(1);

        assertThatThrownBy(() -> AlarmCondition.average(" ", Comparison.ABOVE, 1))
                .hasMessage("metric must not be blank");
        assertThatThrownBy(() -> TargetTracking.of(rule, " ")).hasMessage("metric must not be blank");
        assertThatThrownBy(() -> new TargetTracking(rule, "m", minute.plusNanos(1), 1, 1))
                .hasMessageContaining("period (");
        assertThatThrownBy(() -> new TargetTracking(rule, "m", minute, 0, 1))
                .hasMessageContaining("outEvaluations (0)");
        assertThatThrownBy(() -> new TargetTracking(rule, "m", minute, 1, 0)).hasMessageContaining("inEvaluations (0)");
        assertThatThrownBy(() -> SeasonalForecaster.forecast(HourlySeries.of(NOW, new double[24]), 0))
                .hasMessage("hours (0) must be from 1 to 10000");
        double[] large = new double[24];
        large[3] = 1e15;
        assertThat(SeasonalForecaster.forecast(HourlySeries.of(NOW, large), 1)).isPresent();
        assertThat(new BandRule("b", 5, 5)
                        .evaluate(RuleInput.of(2).withMetric(5))
                        .wanted())
                .isEqualTo(2);
        assertThat(ScalingRule.targetTracking("t", 1e15).target()).isEqualTo(1e15);
    }

    /** A first day of which nothing is known begins at zero. */
    @Test
    void aPastMayBeginWithADayOfHoles() {
        double[] past = new double[24 * 4];
        List<OptionalDouble> values = new ArrayList<>();
        for (int i = 0; i < past.length; i++) {
            past[i] = i < 24 ? Double.NaN : 100 + i % 24;
            values.add(i < 24 ? OptionalDouble.empty() : OptionalDouble.of(past[i]));
        }

        LoadForecast forecast =
                SeasonalForecaster.forecast(new HourlySeries(NOW, values), 24).orElseThrow();

        assertThat(forecast.load().values())
                .isEqualTo(SlowForecast.of(past, 24).forecast().stream()
                        .map(OptionalDouble::of)
                        .toList());
    }

    @Test
    void stepsAreAdjustmentsOfTheirType() {
        StepRule rule = StepRule.of("r", AdjustmentType.TOTAL, Step.from(0, 1));

        assertThatThrownBy(() -> StepRule.of("r", AdjustmentType.TOTAL, Step.from(0, -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("adjustment of type ");
        assertThatThrownBy(() -> rule.withLeastMagnitude(1))
                .hasMessageContaining("leastMagnitude (1) must be given for");
        assertThatThrownBy(() -> StepRule.of("r", AdjustmentType.QUANTITY))
                .hasMessage("steps of rule r: a step rule must have at least one step");
        assertThat(StepRule.of("r", AdjustmentType.QUANTITY, Step.upTo(9.999999E18, 1), Step.from(9.999999E18, 2))
                        .evaluate(1, 0, 9.999999E18, 0)
                        .wanted())
                .isEqualTo(3);
        assertThat(rule.evaluate(5, 0, 1, -9.999999E18).reason()).isEqualTo(RuleReason.REMOVES);
        assertThat(rule.evaluate(5, 0, 1, -1E19).reason()).isEqualTo(RuleReason.THRESHOLD_OUT_OF_RANGE);
    }

    @Test
    void hoursBeginOnTheHour() {
        assertThatThrownBy(() -> HourlySeries.of(NOW.plusNanos(1))).hasMessageContaining("must be a full hour");
        assertThatThrownBy(() -> HourlySeries.of(NOW.plusSeconds(60))).hasMessageContaining("must be a full hour");
    }

    @Test
    void minusZeroIsZero() {
        assertThat(Step.from(-0.0, 1)).isEqualTo(Step.from(0.0, 1));
        assertThat(new MetricSample(NOW, -0.0)).isEqualTo(new MetricSample(NOW, 0.0));
    }

    @Test
    void capacitiesMustFit() {
        StepRule rule = StepRule.of("r", AdjustmentType.QUANTITY, Step.from(0, 1));
        assertThatThrownBy(() -> rule.evaluate(1, 2, 1, 1)).hasMessageContaining("warming (2)");
        assertThatThrownBy(() -> rule.evaluate(-1, 0, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule.evaluate(Long.MAX_VALUE, 0, 1, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(StepRule.of("r", AdjustmentType.PERCENT, Step.from(0, -100))
                        .evaluate(Long.MAX_VALUE, 0, 1, 1)
                        .wanted())
                .isZero();
    }

    @Test
    void partsOfACapacityMakeAtMostTheWhole() {
        assertThat(new RuleInput(3, 2, 1, OptionalDouble.empty()).total()).isEqualTo(3);
        assertThat(new RuleInput(0, 0, 0, OptionalDouble.empty()).total()).isZero();
        assertThatThrownBy(() -> new RuleInput(3, -1, 1, OptionalDouble.empty()))
                .hasMessageContaining("(-1)");
        assertThatThrownBy(() -> new RuleInput(3, 1, -1, OptionalDouble.empty()))
                .hasMessageContaining("(-1)");
        assertThatThrownBy(() -> new RuleInput(3, 2, 2, OptionalDouble.empty()))
                .hasMessageContaining("together at most total (3)");
    }

    @Test
    void samplesMustBeInOrder() {
        assertThatThrownBy(
                        () -> MetricSeries.of("cpu", new MetricSample(NOW, 1), new MetricSample(NOW.minusNanos(1), 1)))
                .hasMessageContaining("samples of metric cpu must be in the order of time");
        assertThatThrownBy(() -> MetricSeries.of(" ")).hasMessageContaining("blank");
    }

    @Test
    void aStateBelongsToItsTask() {
        AlarmTask one = AlarmTask.of("one", AlarmCondition.average("m", Comparison.ABOVE, 1), "r");
        AlarmTask two = one.and(AlarmCondition.average("n", Comparison.ABOVE, 1), AlarmTask.Join.ANY);

        assertThatThrownBy(() -> two.evaluate(one.start(), List.of(), NOW, true))
                .hasMessageContaining("state (1 conditions) must be of task one (2 conditions)");
        assertThatThrownBy(() -> two.breach(one.start()))
                .hasMessageContaining("state (1 conditions) must be of task one (2 conditions)");
    }

    @Test
    void tasksNeedNamesConditionsAndRules() {
        AlarmCondition condition = AlarmCondition.average("m", Comparison.ABOVE, 1);
        assertThatThrownBy(() -> AlarmTask.of("x", condition, "r")).hasMessageContaining("must be from 2 to 64");
        assertThatThrownBy(() -> AlarmTask.of("x".repeat(65), condition, "r")).hasMessageContaining("2 to 64");
        assertThatThrownBy(() -> AlarmTask.of("ok", condition, "r").after(0)).hasMessageContaining("evaluations (0)");
        assertThatThrownBy(() -> new AlarmTask("ok", List.of(condition), AlarmTask.Join.ALL, 1, List.of(), true))
                .hasMessageContaining("must have a condition and a rule");
        assertThatThrownBy(() -> new AlarmTask("ok", List.of(), AlarmTask.Join.ALL, 1, List.of("r"), true))
                .hasMessageContaining("must have a condition and a rule");
        assertThat(AlarmTask.of("ok", condition, "r").name()).isEqualTo("ok");
        assertThat(AlarmTask.of("x".repeat(64), condition, "r").after(100_000).evaluations())
                .isEqualTo(100_000);
        assertThatThrownBy(() -> AlarmTask.of("ok", condition, "r").after(100_001))
                .hasMessageContaining("evaluations (100001)");
        assertThatThrownBy(() -> new ConditionState(Optional.empty(), -1, AlarmStatus.OK, OptionalDouble.empty()))
                .hasMessage("breaches (-1) must be >= 0");
    }

    /** Years of silence cost no more than a few periods, and the clock may even go back. */
    @Test
    void longPausesAndClocksThatGoBackAreHarmless() {
        AlarmTask task = AlarmTask.of(
                "task", AlarmCondition.average("m", Comparison.ABOVE, 1).every(Duration.ofSeconds(15)), "r");
        MetricSeries series = MetricSeries.of("m", new MetricSample(NOW.minusSeconds(1), 9));
        AlarmState state =
                task.evaluate(task.start(), List.of(series), NOW, true).state();

        AlarmOutcome later = task.evaluate(state, List.of(series), NOW.plus(Duration.ofDays(3_000_000)), true);
        AlarmOutcome back = task.evaluate(state, List.of(series), NOW.minus(Duration.ofDays(1)), true);

        assertThat(later.state().status()).isEqualTo(AlarmStatus.INSUFFICIENT_DATA);
        assertThat(back.state()).isEqualTo(state);
        assertThat(back.verdict()).isEqualTo(AlarmOutcome.Verdict.NO_ALARM);
    }
}
