package io.ess4j.admission;

import io.ess4j.admission.AdmissionPlan.WhenRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Decides which existing instances join a computing (E-HPC) cluster (guide map S2-1 to S2-10): 1 to 100 stopped
 * instances whose host names differ from those of the cluster and from each other, and an image with the cluster's
 * operating system in its major version. The image replaces what is on them, so their data is lost.
 *
 * <p>A hybrid cluster of several systems whose nodes run Windows takes images of Windows Server and CentOS. Host names
 * are compared without regard to case, as name services do. One refused node makes the whole call fail.
 */
public final class HpcAdmission {
    /** What to do after a call has failed. */
    public enum Retry {
        /** The failure is temporary and nothing has changed: the same call again. */
        SAME_CALL,
        /** The call will fail again as it is. */
        NO_USE
    }

    private HpcAdmission() {}

    /**
     * Decides who joins. O(instances named + instances described + nodes of the cluster).
     *
     * @param cluster the cluster to join
     * @param request who should join, with which image
     * @param nodes what is known of the instances, each once; those that are not described do not exist
     * @return one answer for each instance named, and the refusals of the call
     * @throws IllegalArgumentException if an instance is described twice
     */
    public static AdmissionPlan plan(HpcCluster cluster, HpcRequest request, List<Node> nodes) {
        Set<String> inCluster = new HashSet<>();
        cluster.hostNames().forEach(h -> inCluster.add(lower(h)));
        Map<String, Integer> inRequest = countNames(request, nodes);
        List<NodeDecision> decisions = EligibilityRule.decide(
                request.nodeIds(),
                nodes,
                node -> refusals(node, inCluster, inRequest),
                node -> List.of(Consequence.DATA_LOST));
        return new AdmissionPlan(requestRefusals(cluster, request), decisions, WhenRefused.CALL_FAILS);
    }

    /**
     * Says whether a failed call is worth another try.
     *
     * @param errorCode the code that the provider answered, such as {@code ServiceUnavailable}
     * @return what to do
     */
    public static Retry afterError(String errorCode) {
        return errorCode.equals("ServiceUnavailable") ? Retry.SAME_CALL : Retry.NO_USE;
    }

    private static List<RefusalReason> refusals(Node node, Set<String> inCluster, Map<String, Integer> inRequest) {
        List<RefusalReason> reasons = new ArrayList<>();
        if (node.status() != NodeStatus.STOPPED) {
            reasons.add(RefusalReason.NOT_STOPPED);
        }
        if (node.hostName().isEmpty()) {
            reasons.add(RefusalReason.HOST_NAME_UNKNOWN);
            return reasons;
        }
        String name = lower(node.hostName().orElseThrow());
        if (inCluster.contains(name) || inRequest.getOrDefault(name, 0) > 1) {
            reasons.add(RefusalReason.HOST_NAME_TAKEN);
        }
        return reasons;
    }

    private static Map<String, Integer> countNames(HpcRequest request, List<Node> nodes) {
        Set<String> named = new HashSet<>(request.nodeIds());
        Map<String, Integer> counts = new HashMap<>();
        nodes.stream()
                .filter(n -> named.contains(n.id()))
                .forEach(n -> n.hostName().ifPresent(h -> counts.merge(lower(h), 1, Integer::sum)));
        return counts;
    }

    private static List<RefusalReason> requestRefusals(HpcCluster cluster, HpcRequest request) {
        List<RefusalReason> reasons =
                new ArrayList<>(EligibilityRule.sizeRefusals(request.nodeIds(), HpcRequest.MOST_NODES));
        OperatingSystem image = request.image().system();
        boolean anyOfTwo = cluster.severalSystems() && cluster.system().isWindows();
        if (anyOfTwo
                ? !(image.isWindows() || image.is("CentOS"))
                : !image.is(cluster.system().name())) {
            reasons.add(RefusalReason.IMAGE_OF_OTHER_SYSTEM);
        } else if (image.is(cluster.system().name())
                && !image.majorVersion().equals(cluster.system().majorVersion())) {
            reasons.add(RefusalReason.IMAGE_OF_OTHER_VERSION);
        }
        if (request.queue().filter(q -> !cluster.queues().contains(q)).isPresent()) {
            reasons.add(RefusalReason.UNKNOWN_QUEUE);
        }
        return reasons;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
