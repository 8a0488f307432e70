package io.ess4j.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.admission.AdmissionPlan.Outcome;
import io.ess4j.admission.AdmissionPlan.WhenRefused;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every admission against the rules read one by one, the slow way. */
class AdmissionProperties {
    @Provide
    Arbitrary<List<Node>> nodes() {
        Arbitrary<Node> plain = Combinators.combine(
                        Arbitraries.of("cn-hangzhou", "cn-beijing"),
                        Arbitraries.of(Network.vpc("vpc-1"), Network.vpc("vpc-2"), Network.classic()),
                        Arbitraries.of("CentOS", "Ubuntu", "Windows Server"),
                        Arbitraries.of(NodeStatus.class),
                        Arbitraries.of("a", "A", "b", "c", "d"),
                        Arbitraries.of(PurchaseOption.class),
                        Arbitraries.of(true, false))
                .as((region, network, system, status, host, option, grouped) -> {
                    Node.Builder b = Node.builder("x")
                            .account("1609")
                            .at(region, network)
                            .system(system, "7.6")
                            .createdAt(Fixtures.CREATED)
                            .status(status)
                            .hostName(host)
                            .purchaseOption(option);
                    return (grouped ? b.memberOfGroup("asg-9") : b).build();
                });
        return plain.list().ofMaxSize(6).map(AdmissionProperties::numbered);
    }

    private static List<Node> numbered(List<Node> nodes) {
        List<Node> named = new ArrayList<>();
        for (Node n : nodes) {
            named.add(new Node(
                    "i-" + named.size(),
                    n.account(),
                    n.region(),
                    n.network(),
                    n.system(),
                    n.createdAt(),
                    n.status(),
                    n.hostName(),
                    n.purchaseOption(),
                    n.group(),
                    n.cluster()));
        }
        return named;
    }

    @Property(tries = 500)
    void attachIsWhatItsRulesSay(
            @ForAll("nodes") List<Node> nodes,
            @ForAll boolean ignoreInvalid,
            @ForAll boolean entrusted,
            @ForAll @IntRange(min = 0, max = 6) int max) {
        AttachTarget group =
                new AttachTarget("asg-1", "cn-hangzhou", Fixtures.VPC, true, false, CapacityLimits.of(0, max), 0);
        List<String> ids = nodes.stream().map(Node::id).toList();

        AdmissionPlan plan = GroupAdmission.attach(
                group,
                new AttachRequest(ids, ignoreInvalid, entrusted),
                nodes.stream().map(Fixtures::candidate).toList());

        List<String> fit = nodes.stream()
                .filter(n -> n.region().equals("cn-hangzhou")
                        && n.network().equals(Fixtures.VPC)
                        && n.status() == NodeStatus.RUNNING
                        && n.group().isEmpty()
                        && !(entrusted && n.purchaseOption() == PurchaseOption.SUBSCRIPTION))
                .map(Node::id)
                .toList();
        boolean all = ignoreInvalid || fit.size() == ids.size();
        assertThat(plan.joining()).isEqualTo(all && fit.size() <= max ? fit : List.of());
        assertThat(plan.requestRefusals().contains(RefusalReason.ABOVE_MAX)).isEqualTo(fit.size() > max);
    }

    @Property(tries = 500)
    void computingNodesAreStoppedAndDifferByName(@ForAll("nodes") List<Node> nodes) {
        HpcCluster cluster = new HpcCluster("e", Fixtures.CENTOS, false, List.of("C"), List.of());
        List<String> ids = nodes.stream().map(Node::id).toList();

        AdmissionPlan plan = HpcAdmission.plan(cluster, HpcRequest.of(HpcImage.of("m", Fixtures.CENTOS), ids), nodes);

        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String name = node.hostName().orElseThrow();
            long same = nodes.stream()
                    .filter(n -> n.hostName().orElseThrow().equalsIgnoreCase(name))
                    .count();
            List<RefusalReason> reasons = plan.decisions().get(i).refusals();
            assertThat(reasons.contains(RefusalReason.NOT_STOPPED)).isEqualTo(node.status() != NodeStatus.STOPPED);
            assertThat(reasons.contains(RefusalReason.HOST_NAME_TAKEN)).isEqualTo(same > 1 || name.equals("c"));
        }
        assertThat(plan.outcome() == Outcome.ACCEPTED)
                .isEqualTo(!ids.isEmpty() && plan.refused().isEmpty());
    }

    @Property(tries = 300)
    void theOrderOfDescriptionsDoesNotMatterAndAnswersFollowTheRequest(
            @ForAll("nodes") List<Node> nodes, @ForAll Random order) {
        List<Node> shuffled = new ArrayList<>(nodes);
        Collections.shuffle(shuffled, order);
        List<String> ids = shuffled.stream().map(Node::id).toList();
        EdasCluster cluster = Fixtures.edas(Fixtures.VPC);
        EdasImport request =
                EdasImport.of(new EdasImport.Source.Namespace("prod"), ImportMethod.DIRECT, ids.toArray(String[]::new));

        AdmissionPlan plan = EdasAdmission.plan(cluster, request, nodes);

        assertThat(plan).isEqualTo(EdasAdmission.plan(cluster, request, shuffled));
        assertThat(plan.decisions()).extracting(NodeDecision::nodeId).isEqualTo(ids);
        assertThat(plan.whenRefused()).isEqualTo(WhenRefused.OTHERS_JOIN);
        for (NodeDecision d : plan.decisions()) {
            assertThat(d.refusals()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Property(tries = 500)
    void aScaleOutRequestIsAcceptedOrHasProblems(
            @ForAll Map<@net.jqwik.api.From("fields") String, @net.jqwik.api.From("values") String> fields) {
        ScaleOutCheck.Answer answer = ScaleOutCheck.check(new TreeMap<>(fields));

        assertThat(answer.request().isPresent()).isEqualTo(answer.problems().isEmpty());
        assertThat(answer.problems())
                .extracting(FieldProblem::field, FieldProblem::kind)
                .doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of("count", "worker_period", "login_password", "is_edge_worker", "nonsense");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("1", "0", "true", "false", "", "Hello1234!", "x");
    }
}
