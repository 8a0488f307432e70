package io.ess4j.admission;

import static io.ess4j.admission.Fixtures.VPC;
import static io.ess4j.admission.Fixtures.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.admission.AdmissionPlan.Outcome;
import io.ess4j.admission.EdgeAdmission.PlacementFinding;
import io.ess4j.admission.Toleration.Operator;
import io.ess4j.model.Password;
import io.ess4j.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document on ECS instances in an edge cluster. */
class EdgeAdmissionTest {
    private static final EdgeCluster CLUSTER = new EdgeCluster("cac25", "vpc-1", List.of("i-0"));
    private static final Toleration ADDON =
            new Toleration("node-role.alibabacloud.com/addon", Operator.EXISTS, "", "NoSchedule");
    private static final List<Tag> SELECTOR = List.of(
            new Tag("alibabacloud.com/is-edge-worker", "false"),
            new Tag("beta.kubernetes.io/arch", "amd64"),
            new Tag("beta.kubernetes.io/os", "linux"));

    private static AdmissionPlan attach(Node... nodes) {
        List<String> ids = List.of(nodes).stream().map(Node::id).toList();
        return EdgeAdmission.attach(
                CLUSTER, new EdgeAttach(Password.of("Helloxxxx!1"), List.of(), ids), List.of(nodes));
    }

    @Test
    void cloudNodesLieInTheVpcAndRunTheirSystem() {
        AdmissionPlan plan = attach(
                node("i-1").build(),
                node("i-2").at("cn-hangzhou", Network.vpc("vpc-2")).build(),
                node("i-3").at("cn-hangzhou", Network.classic()).build(),
                node("i-4").system("CentOS", "7.7").build(),
                node("i-5").system("Ubuntu", "7.6").build(),
                node("i-0").build());

        assertThat(plan.decisions())
                .extracting(NodeDecision::refusals)
                .containsExactly(
                        List.of(),
                        List.of(RefusalReason.OTHER_VPC),
                        List.of(RefusalReason.OTHER_NETWORK_TYPE),
                        List.of(RefusalReason.SYSTEM_NOT_SUPPORTED),
                        List.of(RefusalReason.SYSTEM_NOT_SUPPORTED),
                        List.of(RefusalReason.ALREADY_MEMBER));
        assertThat(plan.joining()).containsExactly("i-1");
        assertThat(plan.decisions().get(0).consequences()).containsExactly(Consequence.PASSWORD_REPLACED);
    }

    @Test
    void theRequestIsPasswordTagsAndInstances() {
        EdgeAttach sample = new EdgeAttach(Password.of("Helloxxxx!"), List.of(), List.of("i-1"));
        EdgeAttach weak = new EdgeAttach(Password.of("helloworld"), List.of(new Tag("env", "test")), List.of("i-1"));
        List<Node> nodes = List.of(node("i-1").build());

        assertThat(EdgeAdmission.attach(CLUSTER, sample, nodes).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(EdgeAdmission.attach(CLUSTER, weak, nodes).requestRefusals())
                .containsExactly(RefusalReason.PASSWORD_NOT_ACCEPTED);
        assertThat(EdgeAdmission.attach(CLUSTER, new EdgeAttach(Password.of(""), List.of(), List.of()), nodes)
                        .requestRefusals())
                .containsExactly(RefusalReason.NO_NODE, RefusalReason.PASSWORD_NOT_ACCEPTED);
        assertThat(sample.toString()).doesNotContain("Hello");
    }

    @Test
    void theLastCloudNodeStays() {
        EdgeCluster two = new EdgeCluster("c", "vpc-1", List.of("i-1", "i-2"));

        assertThat(EdgeAdmission.remove(two, List.of("i-1")).joining()).containsExactly("i-1");
        AdmissionPlan both = EdgeAdmission.remove(two, List.of("i-1", "i-2"));
        assertThat(both.requestRefusals()).containsExactly(RefusalReason.LAST_NODE);
        assertThat(both.joining()).isEmpty();
        assertThat(EdgeAdmission.remove(two, List.of("i-3", "i-1", "i-1")).refused())
                .extracting(NodeDecision::toString)
                .containsExactly("i-3: REFUSED [NOT_A_MEMBER]", "i-1: REFUSED [NAMED_TWICE]");
    }

    @Test
    void workIsPlacedOnCloudNodesOnlyWithTheToleration() {
        assertThat(EdgeAdmission.placement(SELECTOR, List.of(ADDON))).isEmpty();
        assertThat(EdgeAdmission.placement(SELECTOR, List.of())).containsExactly(PlacementFinding.TAINT_NOT_TOLERATED);
        assertThat(EdgeAdmission.placement(
                        SELECTOR, List.of(new Toleration("other", Operator.EXISTS, "", "NoSchedule"))))
                .containsExactly(PlacementFinding.TAINT_NOT_TOLERATED);
        assertThat(EdgeAdmission.placement(
                        SELECTOR, List.of(new Toleration(EdgeAdmission.TAINT_KEY, Operator.EXISTS, "", "NoExecute"))))
                .containsExactly(PlacementFinding.TAINT_NOT_TOLERATED);
        assertThat(EdgeAdmission.placement(
                        SELECTOR, List.of(new Toleration(EdgeAdmission.TAINT_KEY, Operator.EQUAL, "x", ""))))
                .containsExactly(PlacementFinding.TAINT_NOT_TOLERATED);
        assertThat(EdgeAdmission.placement(SELECTOR, List.of(new Toleration("", Operator.EXISTS, "", ""))))
                .isEmpty();
    }

    @Test
    void workSelectsCloudNodes() {
        List<Tag> edge = List.of(new Tag("alibabacloud.com/is-edge-worker", "true"));
        List<Tag> arm = List.of(SELECTOR.get(0), new Tag("beta.kubernetes.io/arch", "arm64"));

        assertThat(EdgeAdmission.placement(edge, List.of(ADDON)))
                .containsExactly(PlacementFinding.SELECTS_OTHER_NODES, PlacementFinding.MAY_RUN_AT_THE_EDGE);
        assertThat(EdgeAdmission.placement(arm, List.of(ADDON))).containsExactly(PlacementFinding.SELECTS_OTHER_NODES);
        assertThat(EdgeAdmission.placement(List.of(), List.of()))
                .containsExactly(PlacementFinding.TAINT_NOT_TOLERATED, PlacementFinding.MAY_RUN_AT_THE_EDGE);
    }

    /** Kubernetes: EQUAL compares the value, EXISTS does not; no key, with EXISTS, and no effect match every one. */
    @Test
    void aTolerationMatchesByKeyValueAndEffect() {
        Toleration equal = new Toleration("k", Operator.EQUAL, "v", "NoSchedule");

        assertThat(equal.tolerates("k", "v", "NoSchedule")).isTrue();
        assertThat(equal.tolerates("k", "w", "NoSchedule")).isFalse();
        assertThat(equal.tolerates("l", "v", "NoSchedule")).isFalse();
        assertThat(equal.tolerates("k", "v", "NoExecute")).isFalse();
        assertThat(new Toleration("k", Operator.EXISTS, "", "").tolerates("k", "w", "NoExecute"))
                .isTrue();
        assertThat(new Toleration("", Operator.EXISTS, "", "").tolerates("l", "w", "NoExecute"))
                .isTrue();
    }

    @Test
    void aTolerationIsWellFormed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Toleration("", Operator.EQUAL, "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Toleration("k", Operator.EXISTS, "v", ""));
        assertThat(VPC.isClassic()).isFalse();
    }
}
