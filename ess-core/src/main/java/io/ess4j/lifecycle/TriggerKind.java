package io.ess4j.lifecycle;

import io.ess4j.model.ScalingProcess;
import java.util.Optional;

/** What asks a group to do something, as far as suspension tells them apart (guide map C-23-1). */
public enum TriggerKind {
    /** Instances are attached, removed or detached by hand. */
    BY_HAND,
    /** A rule is executed by hand. */
    MANUAL_RULE,
    /** A rule is executed by a scheduled task. */
    SCHEDULED_RULE(ScalingProcess.SCHEDULED_ACTION),
    /** A rule is executed by an alarm. */
    ALARM_RULE(ScalingProcess.ALARM_NOTIFICATION),
    /** Capacity is compared with the minimum, maximum and desired capacity. */
    CAPACITY_CHECK,
    /** Instances are moved between zones, which adds and removes. */
    REBALANCE,
    /** Spot instances that are about to be taken back are replaced. */
    SPOT_COMPENSATION,
    /** Unhealthy instances are removed; the capacity check replaces them later. */
    HEALTH_CHECK(ScalingProcess.HEALTH_CHECK);

    private final Optional<ScalingProcess> own;

    TriggerKind() {
        this.own = Optional.empty();
    }

    TriggerKind(ScalingProcess own) {
        this.own = Optional.of(own);
    }

    /** The process without which nobody hears of it. */
    Optional<ScalingProcess> own() {
        return own;
    }

    /** Whether, in a group with a desired capacity, it only changes that and leaves the instances to the check. */
    boolean onlyChangesDesired() {
        return this == MANUAL_RULE || this == SCHEDULED_RULE;
    }

    /** Whether the suspension of a direction stops it when it goes that way. */
    boolean stoppedBy(LifecycleTransition suspended, LifecycleTransition way) {
        return switch (this) {
            case REBALANCE -> true;
            // It removes what the provider takes anyway: only adding can be stopped.
            case SPOT_COMPENSATION -> suspended == LifecycleTransition.SCALE_OUT;
            case HEALTH_CHECK -> false;
            case BY_HAND, MANUAL_RULE, SCHEDULED_RULE, ALARM_RULE, CAPACITY_CHECK -> suspended == way;
        };
    }
}
