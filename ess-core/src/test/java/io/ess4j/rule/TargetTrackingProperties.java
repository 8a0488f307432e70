package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TargetTrackingProperties {
    private static final long WIDE = 1_000_000;

    /** The smallest n that brings a load to the target or below, found by counting up. */
    @Property
    void wantsTheSmallestCapacityThatHoldsTheTarget(
            @ForAll @IntRange(min = 1, max = 60) int units,
            @ForAll @IntRange(max = 300) int metric,
            @ForAll @IntRange(min = 1, max = 100) int target,
            @ForAll @IntRange(max = 99) int margin) {
        RuleOutcome outcome = ScalingRule.targetTracking("t", target)
                .withMarginPercent(margin)
                .evaluate(RuleInput.of(units).withMetric(metric));

        long smallest = 1;
        while (BigInteger.valueOf(units)
                        .multiply(BigInteger.valueOf(metric))
                        .compareTo(BigInteger.valueOf(smallest * target))
                > 0) {
            smallest++;
        }
        boolean mayShrink = metric * 100L < (long) target * (100 - margin);
        long expected = metric > target ? smallest : mayShrink ? Math.min(units, smallest) : units;
        assertThat(outcome.wanted()).isEqualTo(expected);
    }

    /** Peers: no flapping on a constant load, whatever the start. One step settles, and nothing moves after it. */
    @Property
    void neverFlapsOnAConstantLoad(
            @ForAll @IntRange(min = 1, max = 500) int start,
            @ForAll @IntRange(min = 1, max = 5000) int load,
            @ForAll @IntRange(min = 1, max = 100) int target,
            @ForAll @IntRange(max = 99) int margin) {
        ScalingRule rule = ScalingRule.targetTracking("t", target).withMarginPercent(margin);
        long units = start;
        int moves = 0;
        boolean grew = false;
        boolean shrank = false;
        for (int step = 0; step < 20; step++) {
            // Millionths: the metric is what a monitoring system would report, cut to six decimals.
            long millionths = load * WIDE / units;
            double metric = millionths / (double) WIDE;
            long next = Math.max(
                    1, rule.evaluate(RuleInput.of(units).withMetric(metric)).wanted());
            moves += next == units ? 0 : 1;
            grew |= next > units;
            shrank |= next < units;
            units = next;
        }
        assertThat(grew && shrank).as("moved both ways").isFalse();
        assertThat(moves).isLessThanOrEqualTo(2);
    }
}
