package io.ess4j.admission;

import static io.ess4j.admission.RefusalReason.ALREADY_MEMBER;
import static io.ess4j.admission.RefusalReason.OTHER_NETWORK_TYPE;
import static io.ess4j.admission.RefusalReason.OTHER_VPC;
import static io.ess4j.admission.RefusalReason.SYSTEM_NOT_SUPPORTED;

import io.ess4j.admission.AdmissionPlan.WhenRefused;
import io.ess4j.model.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which existing instances join an edge cluster as cloud nodes, which may leave it, and which workloads run on
 * them (guide map S1-1 to S1-7).
 *
 * <p>A cloud node lies in the cluster's VPC and runs CentOS 7.6. It carries the taint {@value #TAINT_KEY} with effect
 * {@value #TAINT_EFFECT}, so only work that tolerates it and selects its labels is placed there.
 */
public final class EdgeAdmission {
    /** The key of the taint that cloud nodes carry; it has no value. */
    public static final String TAINT_KEY = "node-role.alibabacloud.com/addon";

    /** The effect of that taint. */
    public static final String TAINT_EFFECT = "NoSchedule";

    /** The labels of a cloud node. */
    public static final List<Tag> LABELS = List.of(
            new Tag("alibabacloud.com/is-edge-worker", "false"),
            new Tag("beta.kubernetes.io/arch", "amd64"),
            new Tag("beta.kubernetes.io/os", "linux"));

    private static final OperatingSystem CENTOS = new OperatingSystem("CentOS", "7.6");

    private static final List<EligibilityRule<EdgeCluster>> RULES = List.of(
            new EligibilityRule<>(OTHER_NETWORK_TYPE, (n, c) -> n.network().isClassic()),
            new EligibilityRule<>(
                    OTHER_VPC,
                    (n, c) -> !n.network().isClassic() && !n.network().vpc().equals(Optional.of(c.vpc()))),
            new EligibilityRule<>(ALREADY_MEMBER, (n, c) -> c.cloudNodes().contains(n.id())),
            new EligibilityRule<>(SYSTEM_NOT_SUPPORTED, (n, c) -> !n.system().equals(CENTOS)));

    /** What keeps a workload from the cloud nodes, or lets it run elsewhere too. */
    public enum PlacementFinding {
        /** It does not tolerate the taint of cloud nodes, so it is never placed there. */
        TAINT_NOT_TOLERATED,
        /** It selects a label, or a value of a label, that cloud nodes do not carry, so it is never placed there. */
        SELECTS_OTHER_NODES,
        /** It does not select cloud nodes only, so it may be placed on edge nodes. */
        MAY_RUN_AT_THE_EDGE
    }

    private EdgeAdmission() {}

    /**
     * Decides who joins. O(instances named + instances described x nodes of the cluster).
     *
     * @param cluster the cluster to join
     * @param request who should join, with which password and tags
     * @param nodes what is known of the instances, each once; those that are not described do not exist
     * @return one answer for each instance named; instances that fit join even if others do not
     * @throws IllegalArgumentException if an instance is described twice
     */
    public static AdmissionPlan attach(EdgeCluster cluster, EdgeAttach request, List<Node> nodes) {
        List<RefusalReason> refusals =
                new ArrayList<>(EligibilityRule.sizeRefusals(request.instances(), Integer.MAX_VALUE));
        if (!request.password().problems().isEmpty()) {
            refusals.add(RefusalReason.PASSWORD_NOT_ACCEPTED);
        }
        List<NodeDecision> decisions = EligibilityRule.decide(
                request.instances(),
                nodes,
                node -> EligibilityRule.refusals(RULES, node, cluster),
                node -> List.of(Consequence.PASSWORD_REPLACED));
        return new AdmissionPlan(refusals, decisions, WhenRefused.OTHERS_JOIN);
    }

    /**
     * Decides whether cloud nodes may leave. A cluster keeps at least one: taking the last is refused as a whole.
     *
     * @param cluster the cluster
     * @param nodeIds who should leave
     * @return one answer for each node named, and the refusals of the call
     */
    public static AdmissionPlan remove(EdgeCluster cluster, List<String> nodeIds) {
        Set<String> staying = new HashSet<>(cluster.cloudNodes());
        List<NodeDecision> decisions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String id : nodeIds) {
            List<RefusalReason> reasons = new ArrayList<>();
            if (!seen.add(id)) {
                reasons.add(RefusalReason.NAMED_TWICE);
            } else if (!staying.remove(id)) {
                reasons.add(RefusalReason.NOT_A_MEMBER);
            }
            decisions.add(new NodeDecision(id, reasons, List.of()));
        }
        List<RefusalReason> refusals = new ArrayList<>(EligibilityRule.sizeRefusals(nodeIds, Integer.MAX_VALUE));
        if (staying.isEmpty()) {
            refusals.add(RefusalReason.LAST_NODE);
        }
        return new AdmissionPlan(refusals, decisions, WhenRefused.OTHERS_JOIN);
    }

    /**
     * Whether a workload runs on cloud nodes, and only there.
     *
     * @param selector the labels that it selects
     * @param tolerations the taints that it puts up with
     * @return what is wrong, in the order of the enum; empty if it runs on cloud nodes and nowhere else
     */
    public static List<PlacementFinding> placement(List<Tag> selector, List<Toleration> tolerations) {
        List<PlacementFinding> findings = new ArrayList<>();
        if (tolerations.stream().noneMatch(t -> t.tolerates(TAINT_KEY, "", TAINT_EFFECT))) {
            findings.add(PlacementFinding.TAINT_NOT_TOLERATED);
        }
        if (!LABELS.containsAll(selector)) {
            findings.add(PlacementFinding.SELECTS_OTHER_NODES);
        }
        if (!selector.contains(LABELS.get(0))) {
            findings.add(PlacementFinding.MAY_RUN_AT_THE_EDGE);
        }
        return List.copyOf(findings);
    }
}
