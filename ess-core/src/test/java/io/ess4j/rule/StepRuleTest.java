package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Step rules: which step a value meets, what it adds, and which steps are refused (guide map C-9-6 to C-9-10). */
class StepRuleTest {
    /** The documented example: 80 to 90 adds 2, from 90 on adds 3. */
    private static final StepRule EXAMPLE =
            StepRule.of("cpu", AdjustmentType.QUANTITY, Step.between(0, 10, 2), Step.from(10, 3));

    /** Both sides of the threshold, as in AWS's own table: 10 % either way, 30 % further out. */
    private static final StepRule BOTH_SIDES = StepRule.of(
            "both",
            AdjustmentType.PERCENT_TOWARD_ZERO,
            Step.upTo(-20, -30),
            Step.between(-20, -10, -10),
            Step.between(-10, 10, 0),
            Step.between(10, 20, 10),
            Step.from(20, 30));

    @ParameterizedTest(name = "{0}: {1} against {2}")
    @CsvSource({
        "C-9-7 at the threshold,      80,    80, 12, ADDS",
        "C-9-7 just under the bound,  89.9,  80, 12, ADDS",
        "C-9-7 at the bound,          90,    80, 13, ADDS",
        "C-9-7 far above,             1e18,  80, 13, ADDS",
        "C-9-9 below every step,      79.9,  80, 10, NO_STEP_FOUND",
        "decimal exactness 0.3 - 0.1, 0.3,  0.1, 12, ADDS",
        "decimal exactness at 10,     10.3, 0.3, 13, ADDS",
        "too large a metric,          1e19,  80, 10, METRIC_OUT_OF_RANGE",
        "too large a threshold,       80,  1e19, 10, THRESHOLD_OUT_OF_RANGE"
    })
    void meetsTheDocumentedStep(String source, double metric, double threshold, long wanted, RuleReason reason) {
        RuleInput input = RuleInput.of(10).withMetric(metric).withThreshold(threshold);

        assertThat(EXAMPLE.evaluate(input)).as(source).isEqualTo(new RuleOutcome(wanted, reason));
    }

    @ParameterizedTest(name = "AWS simple-step table: {0} at threshold 50 makes 10 {1}")
    @CsvSource({"70, 13", "69.9, 11", "60, 11", "59.9, 10", "50, 10", "40.1, 10", "40, 9", "30.1, 9", "30, 7", "0, 7"})
    void closesIntervalsTowardTheFarSide(double metric, long wanted) {
        assertThat(BOTH_SIDES.evaluate(10, 0, metric, 50).wanted()).isEqualTo(wanted);
    }

    /** Peers A9: between 40 and 60 nothing changes, from 60 on a tenth is added, at 40 and below a tenth removed. */
    @ParameterizedTest
    @CsvSource({"40.1, 10", "59.9, 10", "60, 11", "40, 9"})
    void nothingChangesBetweenTheSteps(double metric, long wanted) {
        StepRule rule = StepRule.of(
                "a9",
                AdjustmentType.PERCENT_TOWARD_ZERO,
                Step.upTo(-10, -10),
                Step.between(-10, 10, 0),
                Step.from(10, 10));

        assertThat(rule.evaluate(10, 0, metric, 50).wanted()).isEqualTo(wanted);
    }

    @ParameterizedTest(name = "{0}: {2} of {1} warming at {3}")
    @CsvSource({
        "nothing warms,                    10, 0, 85, 12, ADDS",
        "the first alarm's two warm up,    12, 2, 85, 12, WARMING_CAPACITY_SUFFICES",
        "the load went on to the next step,12, 2, 95, 13, ADDS",
        "all of it warms,                   2, 2, 85,  2, WARMING_CAPACITY_SUFFICES"
    })
    void countsWarmingCapacityAsComing(
            String source, long total, long warming, double metric, long wanted, RuleReason reason) {
        assertThat(EXAMPLE.evaluate(total, warming, metric, 80)).as(source).isEqualTo(new RuleOutcome(wanted, reason));
    }

    @Test
    void removesNothingWhileCapacityWarmsUp() {
        assertThat(BOTH_SIDES.evaluate(10, 1, 0, 50)).isEqualTo(new RuleOutcome(10, RuleReason.WAITING_FOR_WARM_UP));
        assertThat(BOTH_SIDES.evaluate(10, 0, 0, 50)).isEqualTo(new RuleOutcome(7, RuleReason.REMOVES));
        assertThat(StepRule.of("r", AdjustmentType.QUANTITY, Step.from(0, 0)).evaluate(10, 1, 60, 50))
                .as("nothing is to be removed")
                .isEqualTo(new RuleOutcome(10, RuleReason.WARMING_CAPACITY_SUFFICES));
    }

    @Test
    void needsAMetricAndAThreshold() {
        assertThat(EXAMPLE.evaluate(RuleInput.of(4).withThreshold(80)))
                .isEqualTo(new RuleOutcome(4, RuleReason.METRIC_MISSING));
        assertThat(EXAMPLE.evaluate(RuleInput.of(4).withMetric(80)))
                .isEqualTo(new RuleOutcome(4, RuleReason.THRESHOLD_MISSING));
    }

    @Test
    void metricsRunByHandMayBeNegative() {
        StepRule frost = StepRule.of("t", AdjustmentType.QUANTITY, Step.upTo(0, 2));

        assertThat(frost.evaluate(5, 0, -3.5, -3)).isEqualTo(new RuleOutcome(7, RuleReason.ADDS));
        assertThat(frost.evaluate(5, 0, -3, -3))
                .as("a distance of 0 lies above the step")
                .isEqualTo(new RuleOutcome(5, RuleReason.NO_STEP_FOUND));
    }

    @Test
    void enlargesSmallPercentages() {
        StepRule rule =
                StepRule.of("p", AdjustmentType.PERCENT, Step.from(0, 10)).withLeastMagnitude(2);

        assertThat(rule.evaluate(3, 0, 90, 80).wanted()).isEqualTo(5);
        assertThat(rule.withWarmup(Duration.ZERO).warmup()).isEqualTo(Duration.ZERO);
    }

    static List<List<Object>> refusals() {
        return List.of(
                List.of("no step", List.of(), List.of(StepProblem.NO_STEPS)),
                List.of("BothNull", List.of(open()), List.of(StepProblem.BOTH_OPEN)),
                List.of(
                        "MultipleNullLowerBound",
                        List.of(Step.upTo(0, 1), Step.upTo(1, 1), Step.from(1, 1)),
                        List.of(StepProblem.SEVERAL_OPEN_LOWER, StepProblem.OVERLAP)),
                List.of(
                        "MultipleNullUpperBound",
                        List.of(Step.from(0, 1), Step.from(1, 1)),
                        List.of(StepProblem.SEVERAL_OPEN_UPPER, StepProblem.OVERLAP)),
                List.of(
                        "LowerGtUpper equal",
                        List.of(Step.between(0, 0, 1), Step.from(0, 1)),
                        List.of(StepProblem.LOWER_NOT_BELOW_UPPER)),
                List.of("Gap", List.of(Step.between(0, 10, 1), Step.from(10.001, 1)), List.of(StepProblem.GAP)),
                List.of("Overlap", List.of(Step.between(0, 10, 1), Step.from(9.999, 1)), List.of(StepProblem.OVERLAP)),
                List.of("NoNullLowerBound", List.of(Step.between(-5, 0, 1)), List.of(StepProblem.NO_OPEN_LOWER)),
                List.of("NoNullUpperBound", List.of(Step.between(0, 5, 1)), List.of(StepProblem.NO_OPEN_UPPER)),
                List.of(
                        "StepBeyondPermitRange",
                        List.of(Step.between(0, 1e19, 1), Step.from(1e19, 1)),
                        List.of(StepProblem.BOUND_OUT_OF_RANGE)),
                List.of("MaxNum", steps(21), List.of(StepProblem.TOO_MANY)),
                List.of(
                        "several at once",
                        List.of(Step.between(-5, -1, 1), Step.between(0, 5, 1)),
                        List.of(StepProblem.GAP, StepProblem.NO_OPEN_LOWER, StepProblem.NO_OPEN_UPPER)));
    }

    private static Step open() {
        return new Step(OptionalDouble.empty(), OptionalDouble.empty(), 1);
    }

    private static List<Step> steps(int count) {
        Step[] steps = new Step[count];
        Arrays.setAll(steps, i -> i < count - 1 ? Step.between(i, i + 1, 1) : Step.from(i, 1));
        return List.of(steps);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesStepsAsDocumented(List<Object> row) {
        @SuppressWarnings("unchecked")
        List<Step> steps = (List<Step>) row.get(1);

        assertThat(StepProblem.of(steps)).isEqualTo(row.get(2));
        assertThatThrownBy(() -> StepRule.of("r", AdjustmentType.QUANTITY, steps.toArray(Step[]::new)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "steps of rule r: " + StepProblem.of(steps).get(0));
    }

    @Test
    void takesStepsInAnyOrderUpToTwenty() {
        assertThat(StepProblem.of(steps(20))).isEmpty();
        assertThat(StepProblem.of(List.of(Step.from(10, 3), Step.between(0, 10, 2))))
                .isEmpty();
    }
}
