package io.ess4j.elasticity;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pool, that is an instance type in a zone, and the constraints that fail there. All vSwitches of a zone share its
 * pools.
 *
 * @param type the instance type
 * @param zone the zone
 * @param failing the constraints that do not hold, in the order of the constants; empty if the pool is available
 */
public record ResourcePool(InstanceType type, Zone zone, List<PoolConstraint> failing) {
    public ResourcePool {
        requireNonNull(type, "type");
        requireNonNull(zone, "zone");
        failing = failing.stream().sorted().distinct().toList();
    }

    static ResourcePool of(InstanceType type, Zone zone, int failingBits) {
        List<PoolConstraint> failing = new ArrayList<>();
        for (PoolConstraint constraint : PoolTable.CONSTRAINTS) {
            if ((failingBits & constraint.bit()) != 0) {
                failing.add(constraint);
            }
        }
        return new ResourcePool(type, zone, failing);
    }

    /**
     * Whether instances can be created here.
     *
     * @return true if no constraint fails
     */
    public boolean available() {
        return failing.isEmpty();
    }

    /**
     * Why the pool is not available: the first constraint that fails.
     *
     * @return the reason, or empty if the pool is available
     */
    public Optional<PoolConstraint> reason() {
        return failing.stream().findFirst();
    }

    /** Returns type, zone and what fails, such as {@code ecs.g6.large in b [DISK_CATEGORY]}. */
    @Override
    public String toString() {
        return type + " in " + zone + (failing.isEmpty() ? "" : " " + failing);
    }
}
