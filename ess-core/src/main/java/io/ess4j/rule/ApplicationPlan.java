package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

/**
 * What an application does, in numbers of instances.
 *
 * @param fromCluster idle instances of the cluster to deploy to
 * @param bought instances to buy
 * @param elasticReleased instances from the elastic source to release
 * @param existingReturned instances to give back to the cluster
 * @param shortfall instances that were wanted, but for which the cluster has no idle ones
 * @param reason why
 */
public record ApplicationPlan(
        int fromCluster, int bought, int elasticReleased, int existingReturned, int shortfall, Reason reason) {
    /** The source under which changes are recorded (guide map G6-16). */
    public static final String CHANGE_SOURCE = "auto_scale";

    /** Why an application does what it does. */
    public enum Reason {
        /** The scale-out trigger breaches. */
        SCALES_OUT,
        /** The scale-in trigger breaches. */
        SCALES_IN,
        /** No trigger breaches, or there is not enough data. */
        NOT_BREACHED,
        /** The scale-out trigger breaches, but the group has its largest number of instances. */
        AT_MOST_INSTANCES,
        /** The scale-out trigger breaches, but the cluster has no idle instance and none may be bought. */
        NO_IDLE_INSTANCES,
        /** The scale-in trigger breaches, but the last instance stays. */
        ONE_INSTANCE_STAYS
    }

    public ApplicationPlan {
        requireNonNull(reason, "reason");
    }

    static ApplicationPlan hold(Reason reason) {
        return new ApplicationPlan(0, 0, 0, 0, 0, reason);
    }
}
