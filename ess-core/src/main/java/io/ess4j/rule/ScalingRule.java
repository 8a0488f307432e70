package io.ess4j.rule;

/** A rule that says which capacity a group should have: sealed, so that every kind of rule is known here. */
public sealed interface ScalingRule permits SimpleRule, StepRule, TargetTrackingRule, RatioRule, BandRule {
    /**
     * The name by which triggers refer to the rule.
     *
     * @return a name that is unique within a group
     */
    String name();

    /**
     * What the rule wants, before the group's limits are applied.
     *
     * @param input capacity and, if known, the metric
     * @return the wanted capacity and the reason
     */
    RuleOutcome evaluate(RuleInput input);

    /**
     * A rule that adds (or, if negative, removes) some capacity units.
     *
     * @param name the name of the rule
     * @param units capacity units, from -1000 to 1000
     * @return the rule
     * @throws IllegalArgumentException if the name is empty or the number out of range
     */
    static SimpleRule change(String name, int units) {
        return SimpleRule.of(name, AdjustmentType.QUANTITY, units);
    }

    /**
     * A rule that sets the capacity.
     *
     * @param name the name of the rule
     * @param units capacity units, from 0 to 2000
     * @return the rule
     * @throws IllegalArgumentException if the name is empty or the number out of range
     */
    static SimpleRule exactly(String name, int units) {
        return SimpleRule.of(name, AdjustmentType.TOTAL, units);
    }

    /**
     * A rule that changes the capacity by a percentage of itself, rounded half up on the size of the change.
     *
     * @param name the name of the rule
     * @param percent from -100 to 10000
     * @return the rule
     * @throws IllegalArgumentException if the name is empty or the number out of range
     */
    static SimpleRule percent(String name, int percent) {
        return SimpleRule.of(name, AdjustmentType.PERCENT, percent);
    }

    /**
     * A rule that keeps a metric at or under a target, with the defaults of {@link TargetTrackingRule}.
     *
     * @param name the name of the rule
     * @param target the value to keep, above 0, with at most three decimals
     * @return the rule
     * @throws IllegalArgumentException if the name is empty or the target out of range
     */
    static TargetTrackingRule targetTracking(String name, double target) {
        return TargetTrackingRule.of(name, target);
    }
}
