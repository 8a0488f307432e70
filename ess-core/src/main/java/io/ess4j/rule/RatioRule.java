package io.ess4j.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A rule that sizes a group by the ratio of a metric to its target, as the Kubernetes Horizontal Pod Autoscaler does
 * (guide map C-9-21).
 *
 * <p>With {@code n} units reporting a metric {@code m} and a target {@code t}, it wants {@code ceil(n * m / t)}, and
 * leaves the group alone while {@code m / t} is within the tolerance of 1. Units that report nothing are thought of as
 * harmless: units that warm up count as 0 on the way out; units that are silent count as 0 on the way out and as the
 * target on the way in. If that turns the decision round, nothing is done. Three units at 50 for a target of 30 want 5;
 * four units of which two are silent, at 24.75 for a target of 100, want 3. All is exact in decimal: 102 for a target
 * of 100 and a tolerance of 0.02 is within it.
 *
 * @param name the name of the rule
 * @param target the value to keep: above 0
 * @param outTolerance how far above 1 the ratio may be, 0 or more and below 1
 * @param inTolerance how far below 1 the ratio may be, 0 or more and below 1
 * @param warmup how long a new instance is not counted as reporting, 0 to 86,400 seconds
 */
public record RatioRule(String name, double target, double outTolerance, double inTolerance, Duration warmup)
        implements ScalingRule {
    private static final double DEFAULT_TOLERANCE = 0.1;

    public RatioRule {
        RuleChecks.name(name);
        if (!(RuleChecks.finite("target", target) > 0)) {
            throw new IllegalArgumentException("target (" + target + ") must be > 0");
        }
        outTolerance = tolerance("outTolerance", outTolerance);
        inTolerance = tolerance("inTolerance", inTolerance);
        RuleChecks.seconds("warmup", warmup);
    }

    private static double tolerance(String what, double tolerance) {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException(what + " (" + tolerance + ") must be >= 0 and < 1");
        }
        return tolerance + 0.0;
    }

    /**
     * A rule with a tolerance of 0.1 both ways and a warm-up of 30 seconds.
     *
     * @param name the name of the rule
     * @param target the value to keep: above 0
     * @return the rule
     * @throws IllegalArgumentException if the name is blank, or the target is not above 0
     */
    public static RatioRule of(String name, double target) {
        return new RatioRule(name, target, DEFAULT_TOLERANCE, DEFAULT_TOLERANCE, Duration.ofSeconds(30));
    }

    /**
     * This rule with other tolerances.
     *
     * @param out how far above 1 the ratio may be, 0 or more and below 1
     * @param in how far below 1 the ratio may be, 0 or more and below 1
     * @return a changed copy
     * @throws IllegalArgumentException if a tolerance is out of range
     */
    public RatioRule withTolerance(double out, double in) {
        return new RatioRule(name, target, out, in, warmup);
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
        BigDecimal goal = BigDecimal.valueOf(target);
        BigDecimal load = units(input.reporting())
                .multiply(BigDecimal.valueOf(input.metric().getAsDouble()));
        int seen = load.compareTo(goal.multiply(units(input.reporting())));
        long silent = total - input.reporting() - input.warming();
        long counted = input.reporting() + silent + (seen > 0 ? input.warming() : 0);
        BigDecimal corrected = seen < 0 ? load.add(units(silent).multiply(goal)) : load;
        return decide(total, counted, corrected, seen);
    }

    /** What the load of the counted units wants; {@code seen} says which way the reporting units alone point. */
    private RuleOutcome decide(long total, long counted, BigDecimal load, int seen) {
        BigDecimal goal = BigDecimal.valueOf(target);
        BigDecimal excess = load.subtract(goal.multiply(units(counted)));
        int way = excess.signum();
        BigDecimal tolerance = BigDecimal.valueOf(way > 0 ? outTolerance : inTolerance);
        if (excess.abs().compareTo(goal.multiply(units(counted)).multiply(tolerance)) <= 0) {
            return new RuleOutcome(total, RuleReason.METRIC_WITHIN_TOLERANCE);
        }
        long wanted = load.divide(goal, 0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact();
        // Where both point the same way, so does what is wanted: up, all units are counted; down, no more than all.
        if (way != seen) {
            return new RuleOutcome(total, RuleReason.SILENT_CAPACITY_DECIDES);
        }
        return new RuleOutcome(wanted, way > 0 ? RuleReason.METRIC_ABOVE_TARGET : RuleReason.METRIC_BELOW_TARGET);
    }

    private static BigDecimal units(long count) {
        return BigDecimal.valueOf(count);
    }
}
