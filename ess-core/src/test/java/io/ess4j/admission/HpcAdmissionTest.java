package io.ess4j.admission;

import static io.ess4j.admission.Fixtures.CENTOS;
import static io.ess4j.admission.Fixtures.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.admission.AdmissionPlan.Outcome;
import io.ess4j.admission.HpcAdmission.Retry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The E-HPC call AddExistedNodes. */
class HpcAdmissionTest {
    private static final HpcCluster CLUSTER =
            new HpcCluster("ehpc-1", CENTOS, false, List.of("compute000", "compute001"), List.of("workq"));
    private static final HpcImage IMAGE = HpcImage.of("centos_7_06_64_20G_alibase_20190711.vhd", CENTOS);

    private static Node.Builder stopped(String id) {
        return node(id).status(NodeStatus.STOPPED);
    }

    @ParameterizedTest
    @EnumSource(NodeStatus.class)
    void nodesMustBeStopped(NodeStatus status) {
        AdmissionPlan plan = HpcAdmission.plan(
                CLUSTER,
                HpcRequest.of(IMAGE, List.of("i-1")),
                List.of(node("i-1").status(status).build()));

        assertThat(plan.outcome()).isEqualTo(status == NodeStatus.STOPPED ? Outcome.ACCEPTED : Outcome.REJECTED);
        assertThat(plan.decisions().get(0).refusals())
                .isEqualTo(status == NodeStatus.STOPPED ? List.of() : List.of(RefusalReason.NOT_STOPPED));
    }

    @Test
    void theDataOfAdmittedNodesIsLost() {
        AdmissionPlan plan = HpcAdmission.plan(
                CLUSTER,
                HpcRequest.of(IMAGE, List.of("i-1")),
                List.of(stopped("i-1").build()));

        assertThat(plan.decisions())
                .containsExactly(new NodeDecision("i-1", List.of(), List.of(Consequence.DATA_LOST)));
    }

    @Test
    void hostNamesDifferFromTheClusterAndFromEachOther() {
        List<Node> nodes = List.of(
                stopped("i-1").hostName("Compute000").build(),
                stopped("i-2").hostName("new").build(),
                stopped("i-3").hostName("NEW").build(),
                stopped("i-4").hostName("other").build(),
                Node.builder("i-5")
                        .account("1609")
                        .at("cn-hangzhou", Fixtures.VPC)
                        .system("CentOS", "7.6")
                        .createdAt(Fixtures.CREATED)
                        .build(),
                // Not in the request, so it takes no name.
                stopped("i-6").hostName("other").build());

        AdmissionPlan plan =
                HpcAdmission.plan(CLUSTER, HpcRequest.of(IMAGE, List.of("i-1", "i-2", "i-3", "i-4", "i-5")), nodes);

        assertThat(plan.decisions())
                .extracting(NodeDecision::refusals)
                .containsExactly(
                        List.of(RefusalReason.HOST_NAME_TAKEN),
                        List.of(RefusalReason.HOST_NAME_TAKEN),
                        List.of(RefusalReason.HOST_NAME_TAKEN),
                        List.of(),
                        List.of(RefusalReason.NOT_STOPPED, RefusalReason.HOST_NAME_UNKNOWN));
        assertThat(plan.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(plan.joining()).isEmpty();
    }

    @Test
    void oneCallTakesAHundredNodes() {
        List<String> ids = IntStream.range(0, 101).mapToObj(i -> "i-" + i).toList();
        List<Node> nodes = ids.stream().map(id -> stopped(id).build()).toList();

        assertThat(HpcAdmission.plan(CLUSTER, HpcRequest.of(IMAGE, ids), nodes).requestRefusals())
                .containsExactly(RefusalReason.TOO_MANY_NODES);
        assertThat(HpcAdmission.plan(CLUSTER, HpcRequest.of(IMAGE, ids.subList(0, 100)), nodes)
                        .joining())
                .hasSize(100);
        assertThat(HpcAdmission.plan(CLUSTER, HpcRequest.of(IMAGE, List.of()), nodes)
                        .requestRefusals())
                .containsExactly(RefusalReason.NO_NODE);
    }

    @ParameterizedTest(name = "{0}: {1} {2} cluster with {4} {5}")
    @CsvSource({
        "S2-4 same, CentOS, 7.6, false, CentOS, 7.6,",
        "S2-5 same major version, CentOS, 7.6, false, CentOS, 7.2,",
        "S2-4 case of the name, CentOS, 7.6, false, centos, 7.6,",
        "S2-5 other major version, CentOS, 7.6, false, CentOS, 8.0, IMAGE_OF_OTHER_VERSION",
        "S2-5 version without a dot, CentOS, 7.6, false, CentOS, 7,",
        "S2-5 70 is not 7, CentOS, 7.6, false, CentOS, 70.1, IMAGE_OF_OTHER_VERSION",
        "S2-4 other system, CentOS, 7.6, false, Ubuntu, 7.6, IMAGE_OF_OTHER_SYSTEM",
        "S2-4 Windows into CentOS, CentOS, 7.6, true, Windows Server, 2016, IMAGE_OF_OTHER_SYSTEM",
        "S2-6 hybrid takes Windows Server, Windows Server, 2016, true, Windows Server, 2016,",
        "S2-6 hybrid takes CentOS, Windows Server, 2016, true, CentOS, 7.6,",
        "S2-6 hybrid and another Windows, Windows Server, 2016, true, Windows Server, 2019, IMAGE_OF_OTHER_VERSION",
        "S2-6 one Windows and another, Windows Server, 2016, false, Windows Server, 2019, IMAGE_OF_OTHER_VERSION",
        "S2-6 hybrid takes nothing else, Windows Server, 2016, true, Ubuntu, 18.04, IMAGE_OF_OTHER_SYSTEM",
        "S2-6 not hybrid, Windows Server, 2016, false, CentOS, 7.6, IMAGE_OF_OTHER_SYSTEM",
    })
    void theImageMatchesTheCluster(
            String row,
            String name,
            String version,
            boolean hybrid,
            String image,
            String imageVersion,
            RefusalReason expected) {
        HpcCluster cluster = new HpcCluster("ehpc-1", new OperatingSystem(name, version), hybrid, List.of(), List.of());

        AdmissionPlan plan = HpcAdmission.plan(
                cluster,
                HpcRequest.of(HpcImage.of("m-1", new OperatingSystem(image, imageVersion)), List.of("i-1")),
                List.of(stopped("i-1").build()));

        assertThat(plan.requestRefusals()).as(row).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void theQueueIsOptionalAndMustExist() {
        List<Node> nodes = List.of(stopped("i-1").build());
        List<String> ids = List.of("i-1");

        assertThat(HpcAdmission.plan(CLUSTER, new HpcRequest(IMAGE, ids, Optional.of("workq")), nodes)
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(HpcAdmission.plan(CLUSTER, new HpcRequest(IMAGE, ids, Optional.of("fast")), nodes)
                        .requestRefusals())
                .containsExactly(RefusalReason.UNKNOWN_QUEUE);
    }

    @Test
    void theImageOwnerIsTheSystemUnlessSaidOtherwise() {
        assertThat(IMAGE.owner()).isEqualTo(HpcImage.Owner.SYSTEM);
        assertThat(HpcImage.Owner.values())
                .extracting(o -> o.name().toLowerCase(Locale.ROOT))
                .containsExactly("system", "self", "others", "marketplace");
    }

    @Test
    void anUnavailableServiceIsAskedAgain() {
        assertThat(HpcAdmission.afterError("ServiceUnavailable")).isEqualTo(Retry.SAME_CALL);
        assertThat(HpcAdmission.afterError("InvalidParams")).isEqualTo(Retry.NO_USE);
    }
}
