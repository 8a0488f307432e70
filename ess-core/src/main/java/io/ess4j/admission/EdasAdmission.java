package io.ess4j.admission;

import static io.ess4j.admission.RefusalReason.ALREADY_MEMBER;
import static io.ess4j.admission.RefusalReason.CLASSIC_INTO_CLASSIC;
import static io.ess4j.admission.RefusalReason.CREATED_TOO_EARLY;
import static io.ess4j.admission.RefusalReason.NOT_RUNNING;
import static io.ess4j.admission.RefusalReason.OTHER_ACCOUNT;
import static io.ess4j.admission.RefusalReason.OTHER_REGION;
import static io.ess4j.admission.RefusalReason.SCRIPT_ONLY;
import static io.ess4j.admission.RefusalReason.SYSTEM_NOT_SUPPORTED;
import static io.ess4j.admission.RefusalReason.WINDOWS;

import io.ess4j.admission.AdmissionPlan.WhenRefused;
import io.ess4j.admission.EdasImport.Source;
import io.ess4j.admission.Node.ClusterRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Decides which existing instances join an application (EDAS) cluster, and by which methods (guide map S0-1 to S0-20).
 *
 * <table>
 * <caption>What each method asks besides: not Windows, same account and region, supported system, running</caption>
 * <tr><th>method</th><th>refused</th><th>consequence</th></tr>
 * <tr><td>direct</td><td>Ubuntu in the classic network</td><td>none</td></tr>
 * <tr><td>convert</td><td>Ubuntu in the classic network; created before 2017-12-01; classic into classic; without
 *     consent or password</td><td>data lost, password replaced</td></tr>
 * <tr><td>script</td><td></td><td>the owner runs it as root</td></tr>
 * </table>
 */
public final class EdasAdmission {
    /** The first moment at which an instance that can be converted was created. */
    public static final Instant CONVERTIBLE_SINCE = Instant.parse("2017-12-01T00:00:00Z");

    /** The health check that ends an import. */
    private static final String RUNNING = "Running";

    private static final List<EligibilityRule<EdasCluster>> LISTING = List.of(
            rule(OTHER_ACCOUNT, (n, c) -> !n.account().equals(c.account())),
            rule(OTHER_REGION, (n, c) -> !n.region().equals(c.region())),
            rule(WINDOWS, (n, c) -> n.system().isWindows()),
            rule(
                    SYSTEM_NOT_SUPPORTED,
                    (n, c) -> !n.system().isWindows() && !c.supported().contains(n.system())));

    private static final EligibilityRule<EdasCluster> MEMBER =
            rule(ALREADY_MEMBER, (n, c) -> n.cluster().equals(Optional.of(reference(c))));
    private static final EligibilityRule<EdasCluster> RUNS =
            rule(NOT_RUNNING, (n, c) -> n.status() != NodeStatus.RUNNING);
    private static final EligibilityRule<EdasCluster> BY_SCRIPT_ONLY =
            rule(SCRIPT_ONLY, (n, c) -> n.system().is("Ubuntu") && n.network().isClassic());

    private static final Map<ImportMethod, List<EligibilityRule<EdasCluster>>> BY_METHOD = new EnumMap<>(Map.of(
            ImportMethod.DIRECT,
            List.of(MEMBER, RUNS, BY_SCRIPT_ONLY),
            ImportMethod.SCRIPT,
            List.of(MEMBER, RUNS),
            ImportMethod.CONVERT,
            List.of(
                    MEMBER,
                    RUNS,
                    BY_SCRIPT_ONLY,
                    rule(CREATED_TOO_EARLY, (n, c) -> n.createdAt().isBefore(CONVERTIBLE_SINCE)),
                    rule(
                            CLASSIC_INTO_CLASSIC,
                            (n, c) -> n.network().isClassic() && c.network().isClassic()))));

    private EdasAdmission() {}

    /**
     * Decides who joins. O(instances named + instances described).
     *
     * @param cluster the cluster to join
     * @param request who should join, from where and how
     * @param nodes what is known of the instances, each once; those that are not described do not exist
     * @return one answer for each instance named; instances that fit join even if others do not
     * @throws IllegalArgumentException if an instance is described twice
     */
    public static AdmissionPlan plan(EdasCluster cluster, EdasImport request, List<Node> nodes) {
        List<NodeDecision> decisions = EligibilityRule.decide(
                request.nodeIds(),
                nodes,
                node -> {
                    List<RefusalReason> reasons = new ArrayList<>(refusals(cluster, request.method(), node));
                    reasons.addAll(sourceRefusals(cluster, request.source(), node));
                    return reasons;
                },
                node -> consequences(request));
        return new AdmissionPlan(requestRefusals(cluster, request), decisions, WhenRefused.OTHERS_JOIN);
    }

    /**
     * The methods that an instance may use.
     *
     * @param cluster the cluster to join
     * @param node the instance
     * @return every method, with the reasons against it; a method without reasons may be used
     */
    public static Map<ImportMethod, List<RefusalReason>> methods(EdasCluster cluster, Node node) {
        Map<ImportMethod, List<RefusalReason>> reasons = new EnumMap<>(ImportMethod.class);
        for (ImportMethod method : ImportMethod.values()) {
            reasons.put(method, refusals(cluster, method, node));
        }
        return Collections.unmodifiableMap(reasons);
    }

    /**
     * Why the console does not list an instance for import. If nothing speaks against it, the list is out of date: the
     * advice is to synchronise it.
     *
     * @param cluster the cluster to join
     * @param node an instance that is missing in the list
     * @return what keeps it from the list, in the order of the enum; empty means synchronise
     */
    public static List<RefusalReason> whyNotListed(EdasCluster cluster, Node node) {
        return EligibilityRule.refusals(LISTING, node, cluster);
    }

    /**
     * The instances whose import is not complete: those that join and whose health check does not say Running yet.
     *
     * @param plan the plan that is carried out
     * @param healthChecks what the health check says, by instance id
     * @return ids in the order of the request; empty when the import is complete
     */
    public static List<String> pending(AdmissionPlan plan, Map<String, String> healthChecks) {
        return plan.joining().stream()
                .filter(id -> !RUNNING.equals(healthChecks.get(id)))
                .toList();
    }

    /**
     * Decides who leaves a cluster by hand. A removed instance is no longer in the cluster's list.
     *
     * @param cluster the cluster
     * @param nodeIds who should leave
     * @param members the instances in the cluster's list
     * @return one answer for each instance named; members leave even if others are none
     */
    public static AdmissionPlan remove(EdasCluster cluster, List<String> nodeIds, List<Node> members) {
        List<NodeDecision> decisions = EligibilityRule.decide(
                nodeIds,
                members,
                node -> node.cluster().equals(Optional.of(reference(cluster)))
                        ? List.of()
                        : List.of(RefusalReason.NOT_A_MEMBER),
                node -> List.of());
        return new AdmissionPlan(
                EligibilityRule.sizeRefusals(nodeIds, Integer.MAX_VALUE), decisions, WhenRefused.OTHERS_JOIN);
    }

    private static List<RefusalReason> refusals(EdasCluster cluster, ImportMethod method, Node node) {
        List<RefusalReason> reasons = new ArrayList<>(EligibilityRule.refusals(LISTING, node, cluster));
        reasons.addAll(EligibilityRule.refusals(BY_METHOD.getOrDefault(method, List.of()), node, cluster));
        return List.copyOf(new TreeSet<>(reasons));
    }

    private static List<RefusalReason> sourceRefusals(EdasCluster cluster, Source source, Node node) {
        if (source instanceof Source.Cluster from) {
            return node.cluster().equals(Optional.of(from.cluster()))
                    ? List.of()
                    : List.of(RefusalReason.NOT_IN_SOURCE_CLUSTER);
        }
        boolean elsewhere = node.cluster().isPresent() && !node.cluster().equals(Optional.of(reference(cluster)));
        return elsewhere ? List.of(RefusalReason.IN_ANOTHER_CLUSTER) : List.of();
    }

    private static List<RefusalReason> requestRefusals(EdasCluster cluster, EdasImport request) {
        List<RefusalReason> reasons =
                new ArrayList<>(EligibilityRule.sizeRefusals(request.nodeIds(), Integer.MAX_VALUE));
        if (request.source() instanceof Source.Namespace own && !own.namespace().equals(cluster.namespace())) {
            reasons.add(RefusalReason.OTHER_NAMESPACE);
        }
        if (request.source() instanceof Source.Cluster from && from.cluster().equals(reference(cluster))) {
            reasons.add(RefusalReason.SOURCE_IS_TARGET);
        }
        if (request.method() == ImportMethod.CONVERT) {
            if (!request.dataLossAccepted()) {
                reasons.add(RefusalReason.CONSENT_MISSING);
            }
            if (request.newPassword().isEmpty()) {
                reasons.add(RefusalReason.PASSWORD_MISSING);
            }
            if (request.newPassword().filter(p -> !p.problems().isEmpty()).isPresent()) {
                reasons.add(RefusalReason.PASSWORD_NOT_ACCEPTED);
            }
        }
        return reasons;
    }

    private static List<Consequence> consequences(EdasImport request) {
        List<Consequence> all = new ArrayList<>();
        switch (request.method()) {
            case DIRECT -> {}
            case SCRIPT -> all.add(Consequence.SCRIPT_AS_ROOT);
            case CONVERT -> {
                all.add(Consequence.DATA_LOST);
                all.add(Consequence.PASSWORD_REPLACED);
            }
        }
        if (request.source() instanceof Source.Cluster) {
            all.add(Consequence.LEAVES_SOURCE_CLUSTER);
        }
        return all;
    }

    private static ClusterRef reference(EdasCluster cluster) {
        return new ClusterRef(cluster.namespace(), cluster.id());
    }

    private static EligibilityRule<EdasCluster> rule(RefusalReason reason, BiPredicate<Node, EdasCluster> isBroken) {
        return new EligibilityRule<>(reason, isBroken);
    }
}
