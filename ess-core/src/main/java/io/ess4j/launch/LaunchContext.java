package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a launch configuration needs to know of its group.
 *
 * @param inVpc whether the group is in a VPC; otherwise it is in the classic network
 * @param costOptimized whether the group is cost-optimised
 * @param tags the group's tags
 * @param limits how much a configuration may hold
 */
public record LaunchContext(boolean inVpc, boolean costOptimized, List<GroupTag> tags, LaunchLimits limits) {
    public LaunchContext {
        tags = List.copyOf(tags);
        requireNonNull(limits, "limits");
    }

    /**
     * A group in a VPC without tags, under the newest limits.
     *
     * @return the context
     */
    public static LaunchContext vpc() {
        return new LaunchContext(true, false, List.of(), LaunchLimits.NEWEST);
    }

    /**
     * A group in the classic network without tags, under the newest limits.
     *
     * @return the context
     */
    public static LaunchContext classic() {
        return new LaunchContext(false, false, List.of(), LaunchLimits.NEWEST);
    }

    /**
     * This context with tags of the group.
     *
     * @param groupTags the tags
     * @return a changed copy
     */
    public LaunchContext withTags(GroupTag... groupTags) {
        return new LaunchContext(inVpc, costOptimized, List.of(groupTags), limits);
    }

    /**
     * This context under other limits.
     *
     * @param other the limits
     * @return a changed copy
     */
    public LaunchContext withLimits(LaunchLimits other) {
        return new LaunchContext(inVpc, costOptimized, tags, other);
    }
}
