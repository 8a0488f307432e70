package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import java.util.List;
import java.util.Optional;

/**
 * Who leaves a group because of ill health, and who does not in spite of it. Healthy instances are not mentioned.
 *
 * @param released instances that are given back, by id
 * @param removed instances that only leave the group, by id
 * @param left unhealthy instances that stay, by id
 */
public record HealthPlan(List<Instance> released, List<Instance> removed, List<Left> left) {
    /** Why an unhealthy instance stays. */
    public enum LeftReason {
        /** The health check is suspended. */
        CHECK_SUSPENDED,
        /** It is protected; its health counts again when it no longer is. */
        PROTECTED,
        /** It is in standby; its health counts again when it leaves standby. */
        STANDBY,
        /** The group has stopped it on purpose. */
        IN_STOP_POOL,
        /** It is joining or leaving. */
        ON_ITS_WAY
    }

    /**
     * An unhealthy instance that stays.
     *
     * @param instance the instance
     * @param reason why
     */
    public record Left(Instance instance, LeftReason reason) {
        public Left {
            requireNonNull(instance, "instance");
            requireNonNull(reason, "reason");
        }
    }

    public HealthPlan {
        released = List.copyOf(released);
        removed = List.copyOf(removed);
        left = List.copyOf(left);
    }

    /**
     * The capacity that is lost and is to be replaced by the next check.
     *
     * @return the sum of the weights of those that leave
     */
    public long capacity() {
        return released.stream().mapToLong(Instance::weight).sum()
                + removed.stream().mapToLong(Instance::weight).sum();
    }

    static Optional<LeftReason> leftBecause(LifecycleState state) {
        return switch (state) {
            case IN_SERVICE -> Optional.empty();
            case PROTECTED -> Optional.of(LeftReason.PROTECTED);
            case STANDBY -> Optional.of(LeftReason.STANDBY);
            case STOPPED -> Optional.of(LeftReason.IN_STOP_POOL);
            case PENDING, PENDING_WAIT, REMOVING, REMOVING_WAIT -> Optional.of(LeftReason.ON_ITS_WAY);
        };
    }
}
