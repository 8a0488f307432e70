package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A wish to add existing instances to a computing cluster.
 *
 * @param image what replaces their operating system
 * @param nodeIds the instances, 1 to {@value #MOST_NODES}
 * @param queue the queue that they join; the cluster's own choice if empty
 */
public record HpcRequest(HpcImage image, List<String> nodeIds, Optional<String> queue) {
    /** The most instances of one call; more are refused. */
    public static final int MOST_NODES = 100;

    public HpcRequest {
        requireNonNull(image, "image");
        nodeIds = List.copyOf(nodeIds);
        requireNonNull(queue, "queue");
    }

    /**
     * A request without a queue.
     *
     * @param image what replaces the operating system
     * @param nodeIds the instances
     * @return the request
     */
    public static HpcRequest of(HpcImage image, List<String> nodeIds) {
        return new HpcRequest(image, nodeIds, Optional.empty());
    }
}
