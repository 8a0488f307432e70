package io.ess4j.rule;

/** Why a rule wants what it wants. */
public enum RuleReason {
    /** The rule adds capacity. */
    ADDS(true),
    /** The rule removes capacity. */
    REMOVES(true),
    /** The rule comes to the capacity that is there. */
    NO_CHANGE(true),
    /** The metric is above the target, and more capacity brings it to the target or below. */
    METRIC_ABOVE_TARGET(true),
    /** The metric is below the target by more than the margin, and less capacity keeps it at the target or below. */
    METRIC_BELOW_TARGET(true),
    /** The metric is at the target, or below it by no more than the margin. */
    METRIC_WITHIN_MARGIN(false),
    /** The metric differs from the target by no more than the tolerance. */
    METRIC_WITHIN_TOLERANCE(false),
    /** Capacity that reports nothing could turn the decision round, were its metric known. */
    SILENT_CAPACITY_DECIDES(false),
    /** The metric is above the target, but the capacity that is warming up will bring it down. */
    WARMING_CAPACITY_SUFFICES(false),
    /** The metric is low, but capacity that does not report yet must be seen at work before any is removed. */
    WAITING_FOR_WARM_UP(false),
    /** The metric is low, and the rule is not allowed to scale in. */
    SCALE_IN_DISABLED(false),
    /** No data came for the metric; a group never shrinks or grows on missing data. */
    METRIC_MISSING(false),
    /** The metric came without the threshold that it breached. */
    THRESHOLD_MISSING(false),
    /** The metric is beyond 9.999999E18 in size. */
    METRIC_OUT_OF_RANGE(false),
    /** The threshold is beyond 9.999999E18 in size. */
    THRESHOLD_OUT_OF_RANGE(false),
    /** The rule has no step for the distance of the metric from the threshold. */
    NO_STEP_FOUND(false),
    /** No instance is in service and past its warm-up, so the metric speaks for nothing. */
    NOTHING_REPORTING(false);

    private final boolean asksForCapacity;

    RuleReason(boolean asksForCapacity) {
        this.asksForCapacity = asksForCapacity;
    }

    /**
     * Whether the wanted capacity is a wish of the rule, not only the capacity that is there. A group's desired
     * capacity stays as it is otherwise.
     *
     * @return true for additions, removals, and rules that come to the capacity that is there
     */
    public boolean asksForCapacity() {
        return asksForCapacity;
    }
}
