package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Target tracking when new capacity reports only some periods later. The loop {@code x(t+1) = x(t) - g x(t-d)} is
 * stable if and only if {@code 0 < g < 2 sin(pi / (2 (2 d + 1)))}; a rule that corrects the whole error has gain 1, so
 * from a delay of two periods on it is stable only because it counts what is coming.
 */
class TargetTrackingStabilityTest {
    private static double bound(int delay) {
        return 2 * Math.sin(Math.PI / (2 * (2 * delay + 1)));
    }

    /** The largest error of the last periods, beginning with an error of 1. */
    private static double lateError(int delay, double gain) {
        Deque<Double> past = new ArrayDeque<>();
        for (int i = 0; i <= delay; i++) {
            past.addLast(1.0);
        }
        double late = 0;
        for (int t = 0; t < 4000; t++) {
            double next = past.getLast() - gain * past.removeFirst();
            past.addLast(next);
            late = t >= 3900 ? Math.max(late, Math.abs(next)) : late;
        }
        return late;
    }

    @ParameterizedTest(name = "delay {0}: bound {1}")
    @CsvSource({"0, 2.000", "1, 1.000", "2, 0.618", "3, 0.445", "4, 0.347"})
    void theBoundHoldsAndIsSharp(int delay, double published) {
        assertThat(bound(delay)).isCloseTo(published, offset(0.0005));
        assertThat(lateError(delay, 0.98 * bound(delay))).isLessThan(0.01);
        assertThat(lateError(delay, 1.02 * bound(delay))).isGreaterThan(100);
    }

    /** The load doubles; what is launched reports {@code delay} periods later. */
    private static long peak(int delay, boolean countsWarming) {
        TargetTrackingRule rule = ScalingRule.targetTracking("t", 50);
        long load = 1000;
        Deque<Long> coming = new ArrayDeque<>();
        long reporting = 10;
        long warming = 0;
        long peak = 0;
        for (int t = 0; t < 60; t++) {
            RuleInput input = countsWarming
                    ? new RuleInput(reporting + warming, reporting, warming, OptionalDouble.empty())
                    : RuleInput.of(reporting);
            RuleOutcome outcome = rule.evaluate(input.withMetric((double) load / reporting));
            long change = outcome.wanted() - input.total();
            coming.addLast(Math.max(0, change));
            warming += Math.max(0, change);
            reporting += Math.min(0, change);
            if (coming.size() > delay) {
                long ready = coming.removeFirst();
                reporting += ready;
                warming -= ready;
            }
            peak = Math.max(peak, reporting + warming);
        }
        return peak;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 10})
    void neverOvershootsWhateverTheDelay(int delay) {
        assertThat(peak(delay, true)).isEqualTo(20);
    }

    /** The same rule, were it blind for what is coming: each period of delay launches the shortage once more. */
    @ParameterizedTest
    @CsvSource({"0, 20", "1, 30", "2, 40", "3, 50"})
    void wouldOvershootIfItDidNotCountWhatIsComing(int delay, long peak) {
        assertThat(peak(delay, false)).isEqualTo(peak);
    }
}
