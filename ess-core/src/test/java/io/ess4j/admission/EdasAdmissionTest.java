package io.ess4j.admission;

import static io.ess4j.admission.Fixtures.VPC;
import static io.ess4j.admission.Fixtures.edas;
import static io.ess4j.admission.Fixtures.node;
import static io.ess4j.admission.ImportMethod.CONVERT;
import static io.ess4j.admission.ImportMethod.DIRECT;
import static io.ess4j.admission.ImportMethod.SCRIPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.admission.AdmissionPlan.Outcome;
import io.ess4j.admission.EdasImport.Source;
import io.ess4j.admission.Node.ClusterRef;
import io.ess4j.model.Password;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The document on scaling out an EDAS cluster, import and removal. */
class EdasAdmissionTest {
    private static final Source OWN = new Source.Namespace("prod");
    private static final Password GOOD = Password.of("Hello1234!");
    private static final Network CLASSIC = Network.classic();

    static List<Arguments> rules() {
        return List.of(
                rule(
                        "S0-1 Windows",
                        VPC,
                        RefusalReason.WINDOWS,
                        b -> b.system("Windows Server", "2016"),
                        DIRECT,
                        CONVERT,
                        SCRIPT),
                rule("S0-2 account", VPC, RefusalReason.OTHER_ACCOUNT, b -> b.account("1"), DIRECT, CONVERT, SCRIPT),
                rule(
                        "S0-2 region",
                        VPC,
                        RefusalReason.OTHER_REGION,
                        b -> b.at("cn-beijing", VPC),
                        DIRECT,
                        CONVERT,
                        SCRIPT),
                rule(
                        "S0-3 system",
                        VPC,
                        RefusalReason.SYSTEM_NOT_SUPPORTED,
                        b -> b.system("CentOS", "7.7"),
                        DIRECT,
                        CONVERT,
                        SCRIPT),
                rule(
                        "S0-8 old",
                        VPC,
                        RefusalReason.CREATED_TOO_EARLY,
                        b -> b.createdAt(at("2017-11-30T23:59:59Z")),
                        CONVERT),
                rule(
                        "S0-9 classic",
                        CLASSIC,
                        RefusalReason.CLASSIC_INTO_CLASSIC,
                        b -> b.at("cn-hangzhou", CLASSIC),
                        CONVERT),
                rule(
                        "S0-10 stopped",
                        VPC,
                        RefusalReason.NOT_RUNNING,
                        b -> b.status(NodeStatus.STOPPED),
                        DIRECT,
                        CONVERT,
                        SCRIPT),
                rule(
                        "S0-10 starting",
                        VPC,
                        RefusalReason.NOT_RUNNING,
                        b -> b.status(NodeStatus.STARTING),
                        DIRECT,
                        CONVERT,
                        SCRIPT),
                rule(
                        "S0-10 stopping",
                        VPC,
                        RefusalReason.NOT_RUNNING,
                        b -> b.status(NodeStatus.STOPPING),
                        DIRECT,
                        CONVERT,
                        SCRIPT),
                rule(
                        "S0-12 Ubuntu",
                        VPC,
                        RefusalReason.SCRIPT_ONLY,
                        b -> b.system("Ubuntu", "18.04").at("cn-hangzhou", CLASSIC),
                        DIRECT,
                        CONVERT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void eachRuleClosesItsMethods(
            String row,
            Network network,
            RefusalReason reason,
            UnaryOperator<Node.Builder> change,
            List<ImportMethod> closed) {
        Map<ImportMethod, List<RefusalReason>> methods =
                EdasAdmission.methods(edas(network), change.apply(node("i-1")).build());

        for (ImportMethod method : ImportMethod.values()) {
            assertThat(methods.get(method))
                    .as(row + " by " + method)
                    .isEqualTo(closed.contains(method) ? List.of(reason) : List.of());
        }
    }

    @Test
    void everyMethodIsOpenToAnInstanceThatFits() {
        Node onTheDay = node("i-1").createdAt(at("2017-12-01T00:00:00Z")).build();

        assertThat(EdasAdmission.methods(edas(VPC), onTheDay))
                .isEqualTo(Map.of(DIRECT, List.of(), CONVERT, List.of(), SCRIPT, List.of()));
        // Classic into a VPC, or the other way round, may be converted.
        assertThat(EdasAdmission.methods(
                                edas(VPC),
                                node("i-1").at("cn-hangzhou", CLASSIC).build())
                        .get(CONVERT))
                .isEmpty();
    }

    @Test
    void aConversionSaysThatDataIsLostAndThePasswordNew() {
        AdmissionPlan plan = EdasAdmission.plan(
                edas(VPC),
                EdasImport.convert(OWN, GOOD, "i-1"),
                List.of(node("i-1").build()));

        assertThat(plan.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(plan.decisions())
                .containsExactly(new NodeDecision(
                        "i-1", List.of(), List.of(Consequence.DATA_LOST, Consequence.PASSWORD_REPLACED)));
        assertThat(plan.decisions().get(0).verdict()).isEqualTo(NodeDecision.Verdict.ADMITTED_WITH_CONSEQUENCE);
    }

    @Test
    void aConversionNeedsConsentAndAPassword() {
        EdasImport bare = new EdasImport(OWN, CONVERT, List.of("i-1"), false, Optional.empty());
        EdasImport weak = new EdasImport(OWN, CONVERT, List.of("i-1"), true, Optional.of(Password.of("weak")));
        List<Node> nodes = List.of(node("i-1").build());

        assertThat(EdasAdmission.plan(edas(VPC), bare, nodes).requestRefusals())
                .containsExactly(RefusalReason.CONSENT_MISSING, RefusalReason.PASSWORD_MISSING);
        assertThat(EdasAdmission.plan(edas(VPC), weak, nodes).requestRefusals())
                .containsExactly(RefusalReason.PASSWORD_NOT_ACCEPTED);
    }

    @Test
    void directImportChangesNothingAndAScriptIsRunAsRoot() {
        List<Node> nodes = List.of(node("i-1").build());

        assertThat(EdasAdmission.plan(edas(VPC), EdasImport.of(OWN, DIRECT, "i-1"), nodes)
                        .decisions())
                .containsExactly(new NodeDecision("i-1", List.of(), List.of()));
        assertThat(EdasAdmission.plan(edas(VPC), EdasImport.of(OWN, SCRIPT, "i-1"), nodes)
                        .decisions())
                .containsExactly(new NodeDecision("i-1", List.of(), List.of(Consequence.SCRIPT_AS_ROOT)));
    }

    @Test
    void importFromTheNamespaceFixesNamespaceAndCluster() {
        Source other = new Source.Namespace("test");
        Node taken = node("i-1").memberOfCluster("prod", "c-2").build();
        Node member = node("i-2").memberOfCluster("prod", "c-1").build();

        AdmissionPlan plan =
                EdasAdmission.plan(edas(VPC), EdasImport.of(other, DIRECT, "i-1", "i-2"), List.of(taken, member));

        assertThat(plan.requestRefusals()).containsExactly(RefusalReason.OTHER_NAMESPACE);
        assertThat(plan.decisions())
                .containsExactly(
                        new NodeDecision("i-1", List.of(RefusalReason.IN_ANOTHER_CLUSTER), List.of()),
                        new NodeDecision("i-2", List.of(RefusalReason.ALREADY_MEMBER), List.of()));
    }

    @Test
    void importFromAnotherClusterNamesBoth() {
        Source from = new Source.Cluster(new ClusterRef("test", "c-2"));
        Node there = node("i-1").memberOfCluster("test", "c-2").build();
        Node free = node("i-2").build();

        AdmissionPlan plan =
                EdasAdmission.plan(edas(VPC), EdasImport.of(from, DIRECT, "i-1", "i-2"), List.of(there, free));

        assertThat(plan.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(plan.decisions())
                .containsExactly(
                        new NodeDecision("i-1", List.of(), List.of(Consequence.LEAVES_SOURCE_CLUSTER)),
                        new NodeDecision("i-2", List.of(RefusalReason.NOT_IN_SOURCE_CLUSTER), List.of()));
        Source itself = new Source.Cluster(new ClusterRef("prod", "c-1"));
        assertThat(EdasAdmission.plan(edas(VPC), EdasImport.of(itself, DIRECT, "i-1"), List.of(there))
                        .requestRefusals())
                .containsExactly(RefusalReason.SOURCE_IS_TARGET);
    }

    @Test
    void everyNodeGetsItsOwnAnswerWithAllReasons() {
        Node old = node("i-1")
                .account("2")
                .createdAt(at("2017-01-01T00:00:00Z"))
                .status(NodeStatus.STOPPED)
                .build();
        Node fits = node("i-2").build();

        AdmissionPlan plan =
                EdasAdmission.plan(edas(VPC), EdasImport.convert(OWN, GOOD, "i-1", "i-2", "i-3"), List.of(old, fits));

        assertThat(plan.decisions())
                .extracting(NodeDecision::refusals)
                .containsExactly(
                        List.of(
                                RefusalReason.OTHER_ACCOUNT,
                                RefusalReason.NOT_RUNNING,
                                RefusalReason.CREATED_TOO_EARLY),
                        List.of(),
                        List.of(RefusalReason.NOT_FOUND));
        assertThat(plan.joining()).containsExactly("i-2");
        assertThat(plan.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(EdasAdmission.plan(edas(VPC), EdasImport.of(OWN, DIRECT), List.of())
                        .requestRefusals())
                .containsExactly(RefusalReason.NO_NODE);
    }

    @Test
    void whenNothingSpeaksAgainstItTheListIsToBeSynchronised() {
        Node hidden = node("i-1")
                .account("2")
                .at("cn-beijing", VPC)
                .system("CentOS", "5.8")
                .build();

        assertThat(EdasAdmission.whyNotListed(edas(VPC), hidden))
                .containsExactly(
                        RefusalReason.OTHER_ACCOUNT, RefusalReason.OTHER_REGION, RefusalReason.SYSTEM_NOT_SUPPORTED);
        assertThat(EdasAdmission.whyNotListed(edas(VPC), node("i-1").build())).isEmpty();
    }

    @Test
    void anImportIsCompleteWhenTheHealthChecksRun() {
        AdmissionPlan plan = EdasAdmission.plan(
                edas(VPC),
                EdasImport.of(OWN, DIRECT, "i-1", "i-2", "i-3"),
                List.of(node("i-1").build(), node("i-2").build()));

        assertThat(EdasAdmission.pending(plan, Map.of("i-1", "Running", "i-2", "Importing")))
                .containsExactly("i-2");
        assertThat(EdasAdmission.pending(plan, Map.of())).containsExactly("i-1", "i-2");
        assertThat(EdasAdmission.pending(plan, Map.of("i-1", "Running", "i-2", "Running")))
                .isEmpty();
    }

    @Test
    void aRemovedInstanceLeavesTheList() {
        List<Node> members = List.of(
                node("i-1").memberOfCluster("prod", "c-1").build(),
                node("i-2").memberOfCluster("prod", "c-2").build());

        AdmissionPlan plan = EdasAdmission.remove(edas(VPC), List.of("i-1", "i-2"), members);

        assertThat(plan.joining()).containsExactly("i-1");
        assertThat(plan.refused())
                .containsExactly(new NodeDecision("i-2", List.of(RefusalReason.NOT_A_MEMBER), List.of()));
    }

    @ParameterizedTest
    @EnumSource(NodeStatus.class)
    void onlyRunningInstancesAreImported(NodeStatus status) {
        boolean open = List.of()
                .equals(EdasAdmission.methods(
                                edas(VPC), node("i-1").status(status).build())
                        .get(CONVERT));

        assertThat(open).isEqualTo(status == NodeStatus.RUNNING);
    }

    private static Arguments rule(
            String row,
            Network cluster,
            RefusalReason reason,
            UnaryOperator<Node.Builder> change,
            ImportMethod... closed) {
        return Arguments.of(row, cluster, reason, change, List.of(closed));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
