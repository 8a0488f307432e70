package io.ess4j.event;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;

/**
 * One event of a group (guide 1.8): what is put into a queue or topic. Level, status and the name of the resource
 * follow from the rest.
 *
 * @param type what it is
 * @param region the region of the group
 * @param userId the account that owns the group
 * @param groupId the group
 * @param content what is said about the activity
 */
public record ScalingEvent(EventType type, String region, String userId, String groupId, EventContent content) {
    /** The product that events of scaling come from. */
    public static final String PRODUCT = "ESS";

    public ScalingEvent {
        requireNonNull(type, "type");
        Names.check("region", region);
        Names.check("user id", userId);
        Names.check("group id", groupId);
        requireNonNull(content, "content");
        boolean named =
                content.expectNum().isPresent() || !content.instanceIds().isEmpty();
        if (named && !type.namesInstances()) {
            throw new IllegalArgumentException(
                    "expectNum and instanceIds must be absent in " + type + ", which is no success");
        }
    }

    /**
     * The name of the group among all resources.
     *
     * @return such as {@code acs:ess:cn-hangzhou:1609:scalingGroup/asg-1}
     */
    public String resourceArn() {
        return "acs:ess:" + region + ":" + userId + ":scalingGroup/" + groupId;
    }
}
