package io.ess4j.rule;

import static io.ess4j.rule.RatePolicy.Unit.PERCENT;
import static io.ess4j.rule.RatePolicy.Unit.UNITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.rule.BehaviorOutcome.Reason;
import io.ess4j.rule.DirectionBehavior.Select;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published cases of other systems: the tests of the Kubernetes pod autoscaler (kubernetes/kubernetes,
 * pkg/controller/podautoscaler), of Apache Brooklyn (AutoScalerPolicyMetricTest) and the AWS user guide.
 */
class PeerRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final CapacityLimits WIDE = CapacityLimits.of(0, 1000);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest(name = "{0}: {2} of {1} report {4}, {3} warm up, target {5}")
    @CsvSource({
        // source, total, reporting, warming, average of those that report, target, wanted, reason
        "HPA H1 replicas 3 at 50 %,              3, 3, 0, 50,    30,    5, METRIC_ABOVE_TARGET",
        "HPA H2 the first pod is not ready,      3, 2, 1, 60,    30,    4, METRIC_ABOVE_TARGET",
        "HPA H3 two pods are not ready,          3, 1, 2, 40,    30,    3, SILENT_CAPACITY_DECIDES",
        "HPA H4 custom metric,                   3, 3, 0, 20000, 15000, 4, METRIC_ABOVE_TARGET",
        "HPA H5 down,                            5, 5, 0, 28,    50,    3, METRIC_BELOW_TARGET",
        "HPA H5 down by a custom metric,         5, 5, 0, 12000, 20000, 3, METRIC_BELOW_TARGET",
        "HPA H6 within the tolerance,            3, 3, 0, 102,   100,   3, METRIC_WITHIN_TOLERANCE",
        "HPA H6 within the tolerance too,        3, 3, 0, 20666, 20000, 3, METRIC_WITHIN_TOLERANCE",
        "HPA H7 one pod,                         1, 1, 0, 8600,  4400,  2, METRIC_ABOVE_TARGET",
        "HPA H7 five pods,                       5, 5, 0, 8600,  14334, 3, METRIC_BELOW_TARGET",
        "HPA H8 two of four are silent,          4, 2, 0, 24.75, 100,   3, METRIC_BELOW_TARGET",
        "HPA H9 one of two is silent,            2, 1, 0, 190,   100,   2, METRIC_WITHIN_TOLERANCE",
        "Flink K25 four fifths of the load,      6, 6, 0, 80,    100,   5, METRIC_BELOW_TARGET",
        "Flink K25 half as much again,          16,16, 0, 150,   100,  24, METRIC_ABOVE_TARGET",
        "Flink K25 twice the load,            200,200, 0, 200,   100, 400, METRIC_ABOVE_TARGET",
        "Flink K25 a tenth of it,                2, 2, 0, 10,    100,   1, METRIC_BELOW_TARGET",
        "all but one silent could need all,      9, 1, 0, 10,    100,   9, METRIC_WITHIN_TOLERANCE",
        "a silent half out-votes the other,      4, 2, 0, 150,   100,   4, SILENT_CAPACITY_DECIDES",
        "exactly at the tolerance,              10,10, 0, 110,   100,  10, METRIC_WITHIN_TOLERANCE",
        "just above it,                         10,10, 0, 110.1, 100,  12, METRIC_ABOVE_TARGET",
        "nobody reports,                         3, 0, 3, 90,    50,    3, NOTHING_REPORTING",
        "absurd metric,                          3, 3, 0, 1e300, 0.001, 9223372036854775807, METRIC_ABOVE_TARGET"
    })
    void sizesByTheRatio(
            String source,
            long total,
            long reporting,
            long warming,
            double metric,
            double target,
            long wanted,
            RuleReason reason) {
        RuleInput input = new RuleInput(total, reporting, warming, OptionalDouble.of(metric));

        assertThat(RatioRule.of("r", target).evaluate(input)).as(source).isEqualTo(new RuleOutcome(wanted, reason));
    }

    /** Flink K25: a load without bound ends at the maximum, 720. */
    @Test
    void aLoadWithoutBoundEndsAtTheMaximum() {
        RuleOutcome outcome = RatioRule.of("r", 100).evaluate(RuleInput.of(200).withMetric(Double.MAX_VALUE));

        assertThat(outcome.reason()).isEqualTo(RuleReason.METRIC_ABOVE_TARGET);
        assertThat(CapacityLimits.of(1, 720).clamp(outcome.wanted())).isEqualTo(720);
    }

    /** A tolerance of its own each way (KEP-4951); 36 tasks at 4 a pod are exact. */
    @Test
    void tolerancesDifferByDirection() {
        RatioRule rule = RatioRule.of("r", 100).withTolerance(0, 0.5);

        assertThat(rule.evaluate(RuleInput.of(10).withMetric(101)).wanted()).isEqualTo(11);
        assertThat(rule.evaluate(RuleInput.of(10).withMetric(51)).reason())
                .isEqualTo(RuleReason.METRIC_WITHIN_TOLERANCE);
        assertThat(rule.evaluate(RuleInput.of(10).withMetric(49)).wanted()).isEqualTo(5);
        assertThat(RatioRule.of("tasks", 4)
                        .withTolerance(0, 0)
                        .evaluate(RuleInput.of(9).withMetric(4))
                        .wanted())
                .isEqualTo(9);
        assertThat(rule.evaluate(RuleInput.of(10))).isEqualTo(new RuleOutcome(10, RuleReason.METRIC_MISSING));
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource({
        "Brooklyn K22 at the upper bound,     1, 100, 1, METRIC_WITHIN_MARGIN",
        "Brooklyn K22 above,                  1, 101, 2, METRIC_ABOVE_TARGET",
        "Brooklyn K22 at the lower bound,     2, 50,  2, METRIC_WITHIN_MARGIN",
        "Brooklyn K22 below,                  2, 49,  1, METRIC_BELOW_TARGET",
        "Brooklyn K23 twice the load,         5, 200, 10, METRIC_ABOVE_TARGET",
        "Brooklyn K23 and a little more,     10, 110, 11, METRIC_ABOVE_TARGET",
        "Brooklyn K23 a little under,         5, 49,  4, METRIC_BELOW_TARGET",
        "Brooklyn K23 half,                   4, 25,  2, METRIC_BELOW_TARGET",
        "Brooklyn K23 no load leaves one,     2, 0,   1, METRIC_BELOW_TARGET",
        "one stays whatever the load,         1, 0,   1, METRIC_WITHIN_MARGIN"
    })
    void keepsABand(String source, long total, double metric, long wanted, RuleReason reason) {
        assertThat(new BandRule("b", 50, 100).evaluate(RuleInput.of(total).withMetric(metric)))
                .as(source)
                .isEqualTo(new RuleOutcome(wanted, reason));
    }

    /** Brooklyn K24: 2 to 6 instances, whatever the metric. */
    @Test
    void aBandEndsAtTheLimitsOfTheGroup() {
        BandRule band = new BandRule("b", 50, 100);
        CapacityLimits limits = CapacityLimits.of(2, 6);

        assertThat(limits.clamp(band.evaluate(RuleInput.of(4).withMetric(0)).wanted()))
                .isEqualTo(2);
        assertThat(limits.clamp(
                        band.evaluate(RuleInput.of(4).withMetric(100_000)).wanted()))
                .isEqualTo(6);
    }

    @Test
    void aBandWaitsForCapacityThatSaysNothing() {
        BandRule band = new BandRule("b", 50, 100);

        assertThat(band.evaluate(new RuleInput(4, 2, 2, OptionalDouble.of(10))).reason())
                .isEqualTo(RuleReason.WAITING_FOR_WARM_UP);
        assertThat(band.evaluate(new RuleInput(6, 2, 4, OptionalDouble.of(200))).reason())
                .isEqualTo(RuleReason.WARMING_CAPACITY_SUFFICES);
        assertThat(band.evaluate(new RuleInput(4, 2, 2, OptionalDouble.of(200))))
                .as("what comes is just enough")
                .isEqualTo(new RuleOutcome(4, RuleReason.WARMING_CAPACITY_SUFFICES));
        assertThat(band.evaluate(new RuleInput(4, 2, 2, OptionalDouble.of(50))).reason())
                .as("at the lower bound")
                .isEqualTo(RuleReason.METRIC_WITHIN_MARGIN);
        assertThat(band.evaluate(RuleInput.of(4)).reason()).isEqualTo(RuleReason.METRIC_MISSING);
        assertThat(band.evaluate(new RuleInput(4, 0, 4, OptionalDouble.of(10))))
                .isEqualTo(new RuleOutcome(4, RuleReason.NOTHING_REPORTING));
    }

    private static ScalingBehavior behavior(Duration outWindow, Duration inWindow, RatePolicy... policies) {
        return new ScalingBehavior(DirectionBehavior.of(outWindow, policies), DirectionBehavior.of(inWindow, policies));
    }

    private static RatePolicy rate(int amount, RatePolicy.Unit unit, int seconds) {
        return new RatePolicy(unit, amount, Duration.ofSeconds(seconds));
    }

    @ParameterizedTest(name = "{0}: {1} wants {2}, {3} units and {4} % a minute")
    @CsvSource({
        // source, current, wanted, units, percent, allowed, reason
        "HPA H10 30 pods a minute,          10,  50, 30, 0, 40, RATE_LIMITED",
        "HPA H10 200 % a minute,            10,  50, 0, 200, 30, RATE_LIMITED",
        "HPA H11 the larger of 20 and 1 %,  100, 2,  20, 1, 80, RATE_LIMITED",
        "HPA H11 the larger of 2 and 1 %,   100, 2,  2, 1, 98, RATE_LIMITED",
        "Flink K26 at most half fewer,       10,  1,   0, 50, 5, RATE_LIMITED",
        "Flink K26 at most 60 % fewer,       10,  1,   0, 60, 4, RATE_LIMITED",
        "Flink K26 at most half more,        10,  200, 0, 50, 15, RATE_LIMITED",
        "Flink K26 at most 60 % more,        10,  200, 0, 60, 16, RATE_LIMITED",
        "HPA percent down removes more,     72,  2,  0, 10, 64, RATE_LIMITED",
        "HPA percent up rounds up,          5,   50, 0, 10, 6, RATE_LIMITED",
        "no policy,                         10,  50, 0, 0, 50, AS_WANTED",
        "more than it wants,                10,  12, 30, 0, 12, AS_WANTED"
    })
    void limitsTheRate(String source, long current, long wanted, int units, int percent, long allowed, Reason reason) {
        List<RatePolicy> policies = new ArrayList<>();
        if (units > 0) {
            policies.add(rate(units, UNITS, 60));
        }
        if (percent > 0) {
            policies.add(rate(percent, PERCENT, 60));
        }
        BehaviorOutcome outcome = behavior(Duration.ZERO, Duration.ZERO, policies.toArray(RatePolicy[]::new))
                .limit(current, wanted, WIDE, ScalingHistory.empty(), NOW);

        assertThat(outcome.allowed()).as(source).isEqualTo(allowed);
        assertThat(outcome.reason()).isEqualTo(reason);
    }

    /** HPA H15: what went within the time of a policy counts against it. */
    @ParameterizedTest(name = "{0} removed, policy {1} {2} in {3} s: {4}")
    @CsvSource({
        "-15, 5, UNITS, 120, 100",
        "-30, 10, PERCENT, 60, 100",
        "-4, 5, UNITS, 120, 99",
        "-15, 5, UNITS, 30, 95",
        "15, 5, UNITS, 120, 95"
    })
    void countsWhatHasMovedAlready(long moved, int amount, RatePolicy.Unit unit, int seconds, long allowed) {
        ScalingHistory history = ScalingHistory.empty().withChange(moved, NOW.minusSeconds(45));

        assertThat(behavior(Duration.ZERO, Duration.ZERO, rate(amount, unit, seconds))
                        .limit(100, 2, WIDE, history, NOW)
                        .allowed())
                .isEqualTo(allowed);
    }

    /** HPA H16, H17: the largest wish of the window in, the smallest out. */
    @ParameterizedTest(name = "{0}: {1} wants {2}, {3} s after 4 and 5")
    @CsvSource({
        "HPA H16 in,                100, 3, 60,  5, STABILISED",
        "HPA H17 out,               1,   7, 60,  4, STABILISED",
        "the window is over in,     100, 3, 300, 3, AS_WANTED",
        "the window is over out,    1,   7, 400, 7, AS_WANTED",
        "between the wishes,        5,   3, 60,  5, STABILISED"
    })
    void stabilises(String source, long current, long wanted, int later, long allowed, Reason reason) {
        ScalingHistory history = ScalingHistory.empty().withWish(4, NOW).withWish(5, NOW);

        BehaviorOutcome outcome = behavior(Duration.ofMinutes(5), Duration.ofMinutes(3))
                .limit(current, wanted, WIDE, history, NOW.plusSeconds(later));

        assertThat(outcome.allowed()).as(source).isEqualTo(allowed);
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(outcome.history().wishes()).hasSize(3);
    }

    /** HPA H12: the group's limits come last. */
    @Test
    void theLimitsOfTheGroupComeLast() {
        BehaviorOutcome outcome = behavior(Duration.ZERO, Duration.ZERO, rate(100, PERCENT, 60))
                .limit(10, 2, CapacityLimits.of(5, 20), ScalingHistory.empty(), NOW);

        assertThat(outcome.allowed()).isEqualTo(5);
        assertThat(outcome.reason()).isEqualTo(Reason.GROUP_LIMITS);
    }

    /** Google Cloud: the size needed for the peak of the last 10 minutes is kept. */
    @Test
    void keepsThePeakOfTheLastTenMinutes() {
        ScalingBehavior google =
                new ScalingBehavior(DirectionBehavior.free(), DirectionBehavior.of(Duration.ofMinutes(10)));
        ScalingHistory history = ScalingHistory.empty();
        long[] wishes = {5, 9, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4};
        long capacity = 5;
        for (int minute = 0; minute < wishes.length; minute++) {
            BehaviorOutcome outcome =
                    google.limit(capacity, wishes[minute], WIDE, history, NOW.plus(MINUTE.multipliedBy(minute)));
            history = outcome.history();
            capacity = outcome.allowed();
            assertThat(capacity).as("minute " + minute).isEqualTo(minute == 0 ? 5 : minute < 11 ? 9 : 4);
        }
    }

    @Test
    void aWayCanBeSwitchedOffOrSlow() {
        DirectionBehavior slow = DirectionBehavior.of(Duration.ZERO, rate(4, UNITS, 15), rate(100, PERCENT, 15))
                .selecting(Select.LEAST_CHANGE);
        DirectionBehavior off = DirectionBehavior.free().selecting(Select.DISABLED);

        assertThat(new ScalingBehavior(slow, off)
                        .limit(10, 50, WIDE, ScalingHistory.empty(), NOW)
                        .allowed())
                .isEqualTo(14);
        assertThat(new ScalingBehavior(slow, off)
                        .limit(10, 2, WIDE, ScalingHistory.empty(), NOW)
                        .allowed())
                .isEqualTo(10);
        assertThat(new ScalingBehavior(off, slow)
                        .limit(10, 50, WIDE, ScalingHistory.empty(), NOW)
                        .allowed())
                .isEqualTo(10);
        assertThat(new ScalingBehavior(off, slow)
                        .limit(10, 2, WIDE, ScalingHistory.empty(), NOW)
                        .allowed())
                .isEqualTo(6);
        assertThat(ScalingBehavior.kubernetes()
                        .limit(2, 50, WIDE, ScalingHistory.empty(), NOW)
                        .allowed())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesStrangeTolerances(double tolerance) {
        RatioRule rule = RatioRule.of("r", 1);
        assertThatThrownBy(() -> rule.withTolerance(tolerance, 0)).hasMessageContaining("outTolerance");
        assertThatThrownBy(() -> rule.withTolerance(0, tolerance)).hasMessageContaining("inTolerance");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesStrangeTargets(double target) {
        assertThatThrownBy(() -> RatioRule.of("r", target)).hasMessageContaining("target");
        assertThatThrownBy(() -> new BandRule("b", target, 5)).hasMessageContaining("lower");
        assertThatThrownBy(() -> new BandRule("b", 5, 4)).hasMessageContaining("at most upper (4.0)");
    }

    @Test
    void refusesStrangeRates() {
        assertThatThrownBy(() -> rate(0, UNITS, 1)).hasMessageContaining("amount (0)");
        assertThatThrownBy(() -> rate(1, UNITS, 0)).hasMessageContaining("seconds of the period (0)");
        assertThatThrownBy(() -> rate(1, UNITS, 1801)).hasMessageContaining("1801");
        assertThatThrownBy(() -> DirectionBehavior.of(Duration.ofHours(2))).hasMessageContaining("7200");
    }
}
