package io.ess4j.capacity;

import io.ess4j.capacity.CapacityChange.Direction;
import java.util.OptionalInt;

/**
 * Decides from capacity alone whether a group scales (guide 1.6, guide map C-14-1).
 *
 * <p>A group scales out if and only if its capacity is below the desired capacity or below the minimum, and scales in
 * if and only if its capacity is at least the goal plus the largest weight. Between the goal and that bound it is
 * stable, because removing the largest instance would bring it below the goal. With weights 2, 4 and 8 and a desired
 * capacity of 20, totals from 20 to 27 hold, 19 scales out by 1 and 28 scales in by 8.
 *
 * <p>All operations take constant time in the number of instances.
 */
public final class CapacityPlanner {
    private CapacityPlanner() {}

    /**
     * The change that leads a group back to its desired capacity or, without one, into its limits.
     *
     * @param total the present capacity in units, 0 or more
     * @param desired the desired capacity, if the group has one; it is clamped to the limits
     * @param limits the least and the most capacity
     * @param largestWeight the largest weight of the group's instance types, 1 or more
     * @return the change and its reason
     * @throws IllegalArgumentException if {@code total} is negative or {@code largestWeight} below 1
     */
    public static CapacityChange converge(long total, OptionalInt desired, CapacityLimits limits, int largestWeight) {
        if (total < 0) {
            throw new IllegalArgumentException("total (" + total + ") must be >= 0");
        }
        if (largestWeight < 1) {
            throw new IllegalArgumentException("largestWeight (" + largestWeight + ") must be >= 1");
        }
        int floor = desired.isPresent() ? limits.clamp(desired.getAsInt()) : limits.min();
        int ceiling = desired.isPresent() ? floor : limits.max();
        if (total < floor) {
            CapacityReason reason = total < limits.min() ? CapacityReason.BELOW_MINIMUM : CapacityReason.BELOW_DESIRED;
            return new CapacityChange(Direction.SCALE_OUT, reason, floor, floor - total);
        }
        if (total - largestWeight >= ceiling) {
            CapacityReason reason =
                    total - largestWeight >= limits.max() ? CapacityReason.ABOVE_MAXIMUM : CapacityReason.ABOVE_DESIRED;
            return new CapacityChange(Direction.SCALE_IN, reason, ceiling, total - ceiling);
        }
        CapacityReason reason = desired.isPresent() ? CapacityReason.AT_DESIRED : CapacityReason.WITHIN_LIMITS;
        return new CapacityChange(Direction.HOLD, reason, total, 0);
    }
}
