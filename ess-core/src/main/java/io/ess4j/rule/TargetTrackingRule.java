package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A rule that keeps a utilisation-like metric at or under a target (guide map C-9-10 to C-9-14).
 *
 * <p>With {@code n} units reporting a metric {@code m} and a target {@code t}, the load needs {@code ceil(n * m / t)}
 * units. Target 50: 4 units at 80 need 7, 10 units at 20 need 4. The rule scales out when that exceeds all capacity
 * that is there, warming capacity included. It scales in only when {@code m < t * (100 - margin) / 100} and nothing is
 * warming up; the metric expected afterwards is at or under the target, so a constant load never makes the rule flap.
 * One reporting unit always stays, since an empty group reports nothing. The published documents state no formula; this
 * is this library's ruling.
 *
 * @param name the name of the rule
 * @param target the value to keep: above 0, at most three decimals
 * @param marginPercent how far below the target the metric must be before scaling in, 0 to 99
 * @param scaleInDisabled whether the rule may only scale out
 * @param warmup how long a new instance is not yet counted as reporting, 0 to 86,400 seconds
 */
public record TargetTrackingRule(
        String name, double target, int marginPercent, boolean scaleInDisabled, Duration warmup)
        implements ScalingRule {
    private static final int DEFAULT_MARGIN_PERCENT = 10;
    private static final Duration DEFAULT_WARMUP = Duration.ofMinutes(5);

    public TargetTrackingRule {
        RuleChecks.name(name);
        requireNonNull(warmup, "warmup");
        RuleChecks.target(target);
        if (marginPercent < 0 || marginPercent > 99) {
            throw new IllegalArgumentException("marginPercent (" + marginPercent + ") must be from 0 to 99");
        }
        RuleChecks.seconds("warmup", warmup);
    }

    /**
     * A rule with a margin of 10 %, scale-in allowed and a warm-up of 300 seconds.
     *
     * @param name the name of the rule
     * @param target the value to keep: above 0, at most three decimals
     * @return the rule
     * @throws IllegalArgumentException if the name is empty or the target out of range
     */
    public static TargetTrackingRule of(String name, double target) {
        return new TargetTrackingRule(name, target, DEFAULT_MARGIN_PERCENT, false, DEFAULT_WARMUP);
    }

    /**
     * This rule with another margin.
     *
     * @param percent how far below the target the metric must be before scaling in, 0 to 99
     * @return a changed copy
     * @throws IllegalArgumentException if the margin is out of range
     */
    public TargetTrackingRule withMarginPercent(int percent) {
        return new TargetTrackingRule(name, target, percent, scaleInDisabled, warmup);
    }

    /**
     * This rule without scale-in.
     *
     * @return a changed copy
     */
    public TargetTrackingRule withoutScaleIn() {
        return new TargetTrackingRule(name, target, marginPercent, true, warmup);
    }

    /**
     * This rule with another warm-up.
     *
     * @param time 0 to 86,400 seconds
     * @return a changed copy
     * @throws IllegalArgumentException if the time is out of range
     */
    public TargetTrackingRule withWarmup(Duration time) {
        return new TargetTrackingRule(name, target, marginPercent, scaleInDisabled, time);
    }

    @Override
    public RuleOutcome evaluate(RuleInput input) {
        long total = input.total();
        if (input.metric().isEmpty()) {
            return new RuleOutcome(total, RuleReason.METRIC_MISSING);
        }
        if (input.reporting() == 0) {
            return new RuleOutcome(total, RuleReason.NOTHING_REPORTING);
        }
        BigDecimal metric = BigDecimal.valueOf(input.metric().getAsDouble());
        BigDecimal goal = BigDecimal.valueOf(target);
        if (metric.compareTo(goal) > 0) {
            long idle = total - input.reporting() - input.warming();
            long wanted = need(input.reporting(), metric, goal, idle);
            return wanted > total
                    ? new RuleOutcome(wanted, RuleReason.METRIC_ABOVE_TARGET)
                    : new RuleOutcome(total, RuleReason.WARMING_CAPACITY_SUFFICES);
        }
        BigDecimal low = goal.multiply(BigDecimal.valueOf(100L - marginPercent)).movePointLeft(2);
        if (metric.compareTo(low) >= 0) {
            return new RuleOutcome(total, RuleReason.METRIC_WITHIN_MARGIN);
        }
        return scaleIn(input, metric, goal);
    }

    private RuleOutcome scaleIn(RuleInput input, BigDecimal metric, BigDecimal goal) {
        long total = input.total();
        if (scaleInDisabled) {
            return new RuleOutcome(total, RuleReason.SCALE_IN_DISABLED);
        }
        if (input.warming() > 0) {
            return new RuleOutcome(total, RuleReason.WAITING_FOR_WARM_UP);
        }
        // One unit stays, or there would be nothing left that could report a rising load.
        long idle = total - input.reporting();
        long wanted = Math.max(idle + 1, need(input.reporting(), metric, goal, idle));
        return wanted < total
                ? new RuleOutcome(wanted, RuleReason.METRIC_BELOW_TARGET)
                : new RuleOutcome(total, RuleReason.METRIC_WITHIN_MARGIN);
    }

    /**
     * The units that bring the metric to the goal, and the idle ones; an absurd metric needs {@code Long.MAX_VALUE}.
     */
    private static long need(long units, BigDecimal metric, BigDecimal goal, long idle) {
        BigDecimal exact = BigDecimal.valueOf(units)
                .multiply(metric)
                .divide(goal, 0, RoundingMode.CEILING)
                .add(BigDecimal.valueOf(idle));
        return exact.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
