package io.ess4j.capacity;

/** Why a group scales out, scales in or holds, seen from its capacity alone. */
public enum CapacityReason {
    /** Capacity is below the minimum. */
    BELOW_MINIMUM,
    /** Capacity is below the desired capacity. */
    BELOW_DESIRED,
    /** Capacity exceeds the desired capacity by the largest weight or more. */
    ABOVE_DESIRED,
    /** Capacity exceeds the maximum by the largest weight or more. */
    ABOVE_MAXIMUM,
    /** Capacity is the desired one, or exceeds it by less than the largest weight. */
    AT_DESIRED,
    /**
     * Without a desired capacity: capacity is within the limits, or exceeds the maximum by less than the largest
     * weight.
     */
    WITHIN_LIMITS
}
