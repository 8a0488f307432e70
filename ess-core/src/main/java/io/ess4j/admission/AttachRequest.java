package io.ess4j.admission;

import java.util.List;

/**
 * A wish to add existing instances to a group.
 *
 * @param nodeIds the instances, at most {@value #MOST_NODES} in one call
 * @param ignoreInvalid whether those that fit join even if others do not
 * @param entrusted whether the group releases them when they leave, as if it had created them
 */
public record AttachRequest(List<String> nodeIds, boolean ignoreInvalid, boolean entrusted) {
    /** The most instances of one call; more are refused. */
    public static final int MOST_NODES = 20;

    public AttachRequest {
        nodeIds = List.copyOf(nodeIds);
    }

    /**
     * All or none, and the owner keeps the instances.
     *
     * @param nodeIds the instances
     * @return the request
     */
    public static AttachRequest of(String... nodeIds) {
        return new AttachRequest(List.of(nodeIds), false, false);
    }
}
