package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.CapacityLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What no rule may do, whatever reports and whatever is silent. */
class PeerRuleProperties {
    /** A rule without data wants what is there. */
    @Property(tries = 300)
    void missingMetricsNeverShrinkAGroup(
            @ForAll @IntRange(max = 50) int reporting,
            @ForAll @IntRange(max = 50) int warming,
            @ForAll @IntRange(max = 50) int silent) {
        RuleInput input = new RuleInput(reporting + warming + silent, reporting, warming, OptionalDouble.empty());
        for (ScalingRule rule : List.of(
                ScalingRule.targetTracking("t", 50),
                RatioRule.of("r", 50),
                new BandRule("b", 40, 60),
                StepRule.of("s", AdjustmentType.TOTAL, Step.from(0, 0)))) {
            assertThat(rule.evaluate(input).wanted()).isEqualTo(input.total());
        }
    }

    /** However low the others report, silent units are kept, and the others hold the target with what is left. */
    @Property(tries = 500)
    void silentUnitsAreKept(
            @ForAll @IntRange(min = 1, max = 50) int reporting,
            @ForAll @IntRange(max = 50) int silent,
            @ForAll @IntRange(max = 300) int metric,
            @ForAll @IntRange(min = 1, max = 100) int target) {
        RuleInput input = new RuleInput(reporting + silent, reporting, 0, OptionalDouble.of(metric));

        long wanted = RatioRule.of("r", target).evaluate(input).wanted();

        if (wanted < input.total()) {
            assertThat((wanted - silent) * target).isGreaterThanOrEqualTo((long) reporting * metric);
            assertThat((wanted - silent - 1) * target).isLessThan((long) reporting * metric);
        }
        if (wanted > input.total()) {
            assertThat(wanted * target).isGreaterThanOrEqualTo((long) reporting * metric);
            assertThat((wanted - 1) * target).isLessThan((long) reporting * metric);
        }
    }

    /** Rates against a ledger of every unit: in no time of a policy do more come than it allows. */
    @Property(tries = 200)
    void neverGrowsFasterThanAPolicyAllows(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 100) Integer> wishes,
            @ForAll @IntRange(min = 1, max = 9) int units,
            @ForAll @IntRange(min = 10, max = 90) int seconds) {
        ScalingBehavior behavior = new ScalingBehavior(
                DirectionBehavior.of(
                        Duration.ZERO, new RatePolicy(RatePolicy.Unit.UNITS, units, Duration.ofSeconds(seconds))),
                DirectionBehavior.of(Duration.ZERO));
        Instant now = Instant.EPOCH;
        ScalingHistory history = ScalingHistory.empty();
        long[] came = new long[wishes.size()];
        long capacity = 10;
        for (int i = 0; i < came.length; i++, now = now.plusSeconds(15)) {
            BehaviorOutcome outcome = behavior.limit(capacity, wishes.get(i), CapacityLimits.of(0, 1000), history, now);
            came[i] = Math.max(0, outcome.allowed() - capacity);
            history = outcome.history().withChange(outcome.allowed() - capacity, now);
            capacity = outcome.allowed();
            long inTime = 0;
            for (int j = i; j >= 0 && (i - j) * 15 < seconds; j--) {
                inTime += came[j];
            }
            assertThat(inTime).isLessThanOrEqualTo(units);
            assertThat(capacity).isBetween(0L, 100L);
        }
    }
}
