package io.ess4j.rule;

/** Why a rule wants what it wants. */
public enum RuleReason {
    /** The rule adds capacity. */
    ADDS,
    /** The rule removes capacity. */
    REMOVES,
    /** The rule comes to the capacity that is there. */
    NO_CHANGE,
    /** The metric is above the target, and more capacity brings it to the target or below. */
    METRIC_ABOVE_TARGET,
    /** The metric is below the target by more than the margin, and less capacity keeps it at the target or below. */
    METRIC_BELOW_TARGET,
    /** The metric is at the target, or below it by no more than the margin. */
    METRIC_WITHIN_MARGIN,
    /** The metric is above the target, but the capacity that is warming up will bring it down. */
    WARMING_CAPACITY_SUFFICES,
    /** The metric is low, but capacity that does not report yet must be seen at work before any is removed. */
    WAITING_FOR_WARM_UP,
    /** The metric is low, and the rule is not allowed to scale in. */
    SCALE_IN_DISABLED,
    /** No data came for the metric; a group never shrinks or grows on missing data. */
    METRIC_MISSING,
    /** No instance is in service and past its warm-up, so the metric speaks for nothing. */
    NOTHING_REPORTING
}
