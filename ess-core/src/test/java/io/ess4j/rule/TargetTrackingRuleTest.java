package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ruling on target tracking (guide map C-9-11 to C-9-14). */
class TargetTrackingRuleTest {
    @ParameterizedTest(name = "{0}: target {1}, total {2}, reporting {3}, warming {4}, metric {5}")
    @CsvSource({
        // source, target, total, reporting, warming, metric, wanted, reason
        "C-9 out,            50,  4,  4, 0, 80,   7, METRIC_ABOVE_TARGET",
        "C-9 in,             50, 10, 10, 0, 20,   4, METRIC_BELOW_TARGET",
        "peers H1,                 30,  3,  3, 0, 50,   5, METRIC_ABOVE_TARGET",
        "peers H4,              15000,  3,  3, 0, 20000, 4, METRIC_ABOVE_TARGET",
        "peers H5,                 50,  5,  5, 0, 28,   3, METRIC_BELOW_TARGET",
        "peers A16 out rounds up,  50,  1,  1, 0, 125,  3, METRIC_ABOVE_TARGET",
        "peers A16 +1.5 is +2,     50,  3,  3, 0, 75,   5, METRIC_ABOVE_TARGET",
        "peers A16 -1.5 is -1,     50,  3,  3, 0, 25,   2, METRIC_BELOW_TARGET",
        "at the target,            50,  4,  4, 0, 50,   4, METRIC_WITHIN_MARGIN",
        "at the margin,            50,  4,  4, 0, 45,   4, METRIC_WITHIN_MARGIN",
        "at the margin of many,    50, 100, 100, 0, 45, 100, METRIC_WITHIN_MARGIN",
        "below the margin,         50,  4,  4, 0, 44.9, 4, METRIC_WITHIN_MARGIN",
        "below and one less fits,  50,  4,  4, 0, 37.5, 3, METRIC_BELOW_TARGET",
        "warming will do,          50,  7,  4, 3, 80,   7, WARMING_CAPACITY_SUFFICES",
        "warming is not enough,    50,  6,  4, 2, 80,   7, METRIC_ABOVE_TARGET",
        "warming blocks scale-in,  50, 10,  9, 1, 10,  10, WAITING_FOR_WARM_UP",
        "standby is not counted,   50,  5,  4, 0, 80,   8, METRIC_ABOVE_TARGET",
        "standby stays,            50,  5,  4, 0, 10,   2, METRIC_BELOW_TARGET",
        "nobody reports,           50,  3,  0, 3, 90,   3, NOTHING_REPORTING",
        "no load leaves one,       50,  3,  3, 0, 0,    1, METRIC_BELOW_TARGET",
        "decimal exactness,       0.3,  3,  3, 0, 0.1,  1, METRIC_BELOW_TARGET",
        "absurd metric,         0.001,  9,  9, 0, 1e300, 9223372036854775807, METRIC_ABOVE_TARGET"
    })
    void wantsWhatTheLoadNeeds(
            String source,
            double target,
            long total,
            long reporting,
            long warming,
            double metric,
            long wanted,
            RuleReason reason) {
        RuleInput input = new RuleInput(total, reporting, warming, OptionalDouble.of(metric));

        assertThat(ScalingRule.targetTracking("t", target).evaluate(input))
                .as(source)
                .isEqualTo(new RuleOutcome(wanted, reason));
    }

    /** C-9-12 to C-9-14: a margin of 10 %, a warm-up of 300 s, and scale-in allowed. */
    @Test
    void defaultsAreTheDocumentedOnes() {
        TargetTrackingRule rule = ScalingRule.targetTracking("t", 50);

        assertThat(rule.marginPercent()).isEqualTo(10);
        assertThat(rule.warmup()).hasSeconds(300);
        assertThat(rule.scaleInDisabled()).isFalse();
        assertThat(StepRule.of("s", AdjustmentType.QUANTITY, Step.from(0, 1)).warmup())
                .hasSeconds(300);
    }

    /** Peers O11: a group never shrinks on missing data. */
    @Test
    void holdsWithoutData() {
        assertThat(ScalingRule.targetTracking("t", 50).evaluate(RuleInput.of(5)))
                .isEqualTo(new RuleOutcome(5, RuleReason.METRIC_MISSING));
    }

    @Test
    void doesNotScaleInWhenTold() {
        assertThat(ScalingRule.targetTracking("t", 50)
                        .withoutScaleIn()
                        .evaluate(RuleInput.of(10).withMetric(1)))
                .isEqualTo(new RuleOutcome(10, RuleReason.SCALE_IN_DISABLED));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e16, 0.0001, 50.1234})
    void refusesTargetsOutOfRange(double target) {
        assertThatThrownBy(() -> ScalingRule.targetTracking("t", target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target (" + target + ")");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesMetricsThatAreNoMeasurements(double metric) {
        assertThatThrownBy(() -> RuleInput.of(1).withMetric(metric))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metric (" + metric + ") must be finite and >= 0");
    }

    @Test
    void changesOneSettingAtATime() {
        TargetTrackingRule rule = ScalingRule.targetTracking("t", 50);

        assertThat(rule).isEqualTo(new TargetTrackingRule("t", 50, 10, false, Duration.ofMinutes(5)));
        assertThat(rule.withWarmup(Duration.ofSeconds(30)))
                .isEqualTo(new TargetTrackingRule("t", 50, 10, false, Duration.ofSeconds(30)));
        assertThat(rule.withMarginPercent(0)).isEqualTo(new TargetTrackingRule("t", 50, 0, false, rule.warmup()));
        assertThat(rule.withMarginPercent(99).withoutScaleIn())
                .isEqualTo(new TargetTrackingRule("t", 50, 99, true, rule.warmup()));
        assertThat(ScalingRule.change("s", 1).warmup())
                .as("simple rules wait for nothing")
                .isZero();
    }

    @Test
    void refusesOtherNonsense() {
        TargetTrackingRule rule = ScalingRule.targetTracking("t", 50);
        assertThatThrownBy(() -> rule.withMarginPercent(100)).hasMessageContaining("marginPercent (100)");
        assertThatThrownBy(() -> rule.withMarginPercent(-1)).hasMessageContaining("marginPercent (-1)");
        assertThatThrownBy(() -> rule.withWarmup(Duration.ofDays(2))).hasMessageContaining("warmup (PT48H)");
        assertThatThrownBy(() -> new RuleInput(3, 2, 2, OptionalDouble.empty()))
                .hasMessageContaining("at most total (3)");
        assertThatThrownBy(() -> new RuleInput(-1, 0, 0, OptionalDouble.empty()))
                .hasMessage("total (-1) must be >= 0");
    }
}
