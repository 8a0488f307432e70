package io.ess4j.capacity;

import static java.util.Objects.requireNonNull;

/**
 * What a group does about its capacity, and why: scale out by some units, scale in, or hold.
 *
 * @param direction what to do
 * @param reason why
 * @param goal the capacity to reach; equal to the present one when holding
 * @param units for scaling out, how many units are missing; for scaling in, by how many the group exceeds the goal; 0
 *     when holding
 */
public record CapacityChange(Direction direction, CapacityReason reason, long goal, long units) {
    /** Which way. */
    public enum Direction {
        /** Launch or start instances. */
        SCALE_OUT,
        /** Remove instances. */
        SCALE_IN,
        /** Leave the group as it is. */
        HOLD
    }

    public CapacityChange {
        requireNonNull(direction, "direction");
        requireNonNull(reason, "reason");
        if (units < 0 || (units == 0) != (direction == Direction.HOLD)) {
            throw new IllegalArgumentException("units (" + units + ") must be 0 when holding and >= 1 otherwise");
        }
    }
}
