package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.text.Names;

/**
 * A scaling group that existing instances should join or leave.
 *
 * @param groupId the group's id
 * @param region the region that it lies in
 * @param network its network
 * @param active whether it is active
 * @param busy whether an activity runs in it
 * @param limits its limits
 * @param capacity its capacity now, in units, 0 or more
 */
public record AttachTarget(
        String groupId,
        String region,
        Network network,
        boolean active,
        boolean busy,
        CapacityLimits limits,
        long capacity) {
    public AttachTarget {
        Names.check("group id", groupId);
        Names.check("region", region);
        requireNonNull(network, "network");
        requireNonNull(limits, "limits");
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity (" + capacity + ") must be >= 0");
        }
    }
}
