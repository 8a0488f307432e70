package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

/**
 * What a rule wants, before the group's limits are applied.
 *
 * @param wanted capacity units, 0 or more; the present capacity when the rule wants no change
 * @param reason why
 */
public record RuleOutcome(long wanted, RuleReason reason) {
    public RuleOutcome {
        requireNonNull(reason, "reason");
        if (wanted < 0) {
            throw new IllegalArgumentException("wanted (" + wanted + ") must be >= 0");
        }
    }

    /** What a rule without a metric wants: adds, removes, or nothing. */
    static RuleOutcome change(long now, long wanted) {
        RuleReason reason = wanted > now ? RuleReason.ADDS : wanted < now ? RuleReason.REMOVES : RuleReason.NO_CHANGE;
        return new RuleOutcome(wanted, reason);
    }
}
