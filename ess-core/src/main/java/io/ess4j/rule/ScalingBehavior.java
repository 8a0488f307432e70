package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.rule.DirectionBehavior.Select;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;

/**
 * How calmly a group follows its rules, as the behaviour of the Kubernetes Horizontal Pod Autoscaler (guide map
 * C-9-22).
 *
 * <ol>
 *   <li>Stabilisation: the group shrinks to no less than the largest wish of the window for scaling in, and grows to no
 *       more than the smallest wish of the window for scaling out.
 *   <li>Rates: each policy starts from the capacity at the beginning of its time, which is the present capacity less
 *       what came, or plus what went, since.
 *   <li>The group's limits.
 * </ol>
 *
 * <p>A window of 10 minutes for scaling in keeps the capacity for the peak of the last 10 minutes, as Google Cloud
 * does.
 *
 * @param out how it grows
 * @param in how it shrinks
 */
public record ScalingBehavior(DirectionBehavior out, DirectionBehavior in) {
    public ScalingBehavior {
        requireNonNull(out, "out");
        requireNonNull(in, "in");
    }

    /**
     * The defaults of Kubernetes: out at once, by 4 units or 100 % in 15 seconds, whichever is more; in after 300
     * seconds, by up to 100 % in 15 seconds.
     *
     * @return the behaviour
     */
    public static ScalingBehavior kubernetes() {
        Duration quarter = Duration.ofSeconds(15);
        return new ScalingBehavior(
                DirectionBehavior.of(
                        Duration.ZERO,
                        new RatePolicy(RatePolicy.Unit.UNITS, 4, quarter),
                        new RatePolicy(RatePolicy.Unit.PERCENT, 100, quarter)),
                DirectionBehavior.of(Duration.ofMinutes(5), new RatePolicy(RatePolicy.Unit.PERCENT, 100, quarter)));
    }

    /**
     * What of a wish is allowed now; O(history).
     *
     * @param current the capacity now
     * @param wanted what the rules want
     * @param limits the group's limits
     * @param history earlier wishes and changes
     * @param now the present moment
     * @return what is allowed, and the history with this wish
     */
    public BehaviorOutcome limit(
            long current, long wanted, CapacityLimits limits, ScalingHistory history, Instant now) {
        long stable = stabilise(current, wanted, history.wishes(), now);
        long allowed = rate(current, stable, history.changes(), now);
        long clamped = limits.clamp(allowed);
        BehaviorOutcome.Reason reason = clamped != allowed
                ? BehaviorOutcome.Reason.GROUP_LIMITS
                : allowed != stable
                        ? BehaviorOutcome.Reason.RATE_LIMITED
                        : stable != wanted ? BehaviorOutcome.Reason.STABILISED : BehaviorOutcome.Reason.AS_WANTED;
        return new BehaviorOutcome(clamped, reason, history.withWish(wanted, now));
    }

    private long stabilise(long current, long wanted, List<ScalingHistory.Entry> wishes, Instant now) {
        long mostToGrowTo = within(wishes, now, out.window(), wanted, Math::min);
        long leastToShrinkTo = within(wishes, now, in.window(), wanted, Math::max);
        if (current < mostToGrowTo) {
            return mostToGrowTo;
        }
        return Math.min(current, leastToShrinkTo);
    }

    private static long within(
            List<ScalingHistory.Entry> wishes, Instant now, Duration window, long wanted, LongBinaryOperator pick) {
        Instant from = now.minus(window);
        return wishes.stream()
                .filter(w -> w.at().isAfter(from))
                .mapToLong(ScalingHistory.Entry::units)
                .reduce(wanted, pick);
    }

    private long rate(long current, long stable, List<ScalingHistory.Entry> changes, Instant now) {
        if (stable > current) {
            long ceiling = select(out, current, Long.MAX_VALUE, p -> p.ceiling(current - moved(changes, p, now, 1)));
            return Math.min(stable, Math.max(current, ceiling));
        }
        if (stable < current) {
            // Larger floors mean smaller changes, so the choice is made on the negative.
            long floor = -select(in, -current, 0, p -> -p.floor(current + moved(changes, p, now, -1)));
            return Math.max(stable, Math.min(current, floor));
        }
        return stable;
    }

    private static long select(DirectionBehavior way, long stay, long free, ToLongFunction<RatePolicy> bound) {
        if (way.select() == Select.DISABLED) {
            return stay;
        }
        LongBinaryOperator pick = way.select() == Select.MOST_CHANGE ? Math::max : Math::min;
        return way.policies().stream().mapToLong(bound).reduce(pick).orElse(free);
    }

    /** How much came (sign 1) or went (sign -1) in the time of a policy. */
    private static long moved(List<ScalingHistory.Entry> changes, RatePolicy policy, Instant now, int sign) {
        Instant from = now.minus(policy.period());
        return changes.stream()
                .filter(c -> c.at().isAfter(from) && Long.signum(c.units()) == sign)
                .mapToLong(c -> Math.abs(c.units()))
                .reduce(0, Math::addExact);
    }
}
