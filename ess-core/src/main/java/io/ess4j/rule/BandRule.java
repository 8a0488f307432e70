package io.ess4j.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rule that keeps a metric inside a band, as Apache Brooklyn does (guide map C-9-23): above the upper bound it wants
 * {@code ceil(n * m / upper)} units, below the lower one {@code floor(n * m / lower)} but one at least, and nothing in
 * between. Five units at 200 in a band of 50 to 100 want 10, at 49 they want 4. Nothing is removed while capacity warms
 * up or is silent.
 *
 * @param name the name of the rule
 * @param lower the lower bound, above 0
 * @param upper the upper bound, not below the lower one
 */
public record BandRule(String name, double lower, double upper) implements ScalingRule {
    public BandRule {
        RuleChecks.name(name);
        if (!(RuleChecks.finite("lower", lower) > 0 && RuleChecks.finite("upper", upper) >= lower)) {
            throw new IllegalArgumentException("lower (" + lower + ") must be > 0 and at most upper (" + upper + ")");
        }
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
        double metric = input.metric().getAsDouble();
        if (metric > upper) {
            long wanted = units(input, upper, RoundingMode.CEILING);
            return wanted > total
                    ? new RuleOutcome(wanted, RuleReason.METRIC_ABOVE_TARGET)
                    : new RuleOutcome(total, RuleReason.WARMING_CAPACITY_SUFFICES);
        }
        if (metric >= lower) {
            return new RuleOutcome(total, RuleReason.METRIC_WITHIN_MARGIN);
        }
        if (input.reporting() < total) {
            return new RuleOutcome(total, RuleReason.WAITING_FOR_WARM_UP);
        }
        long wanted = Math.min(total, Math.max(1, units(input, lower, RoundingMode.FLOOR)));
        return new RuleOutcome(
                wanted, wanted < total ? RuleReason.METRIC_BELOW_TARGET : RuleReason.METRIC_WITHIN_MARGIN);
    }

    private static long units(RuleInput input, double bound, RoundingMode rounding) {
        return BigDecimal.valueOf(input.reporting())
                .multiply(BigDecimal.valueOf(input.metric().orElseThrow()))
                .divide(BigDecimal.valueOf(bound), 0, rounding)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }
}
