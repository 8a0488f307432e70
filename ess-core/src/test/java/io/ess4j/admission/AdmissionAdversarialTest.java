package io.ess4j.admission;

import static io.ess4j.admission.Fixtures.candidate;
import static io.ess4j.admission.Fixtures.group;
import static io.ess4j.admission.Fixtures.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.text.Names;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are none, numbers at the edge, and a request of a hundred thousand nodes. */
class AdmissionAdversarialTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u0000", "\n"})
    void textsThatAreNoNamesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> node(text).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node("i").hostName(text).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node("i").account(text).build());
        assertThatIllegalArgumentException().isThrownBy(() -> Network.vpc(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new OperatingSystem("CentOS", text));
        assertThatIllegalArgumentException().isThrownBy(() -> new Node.ClusterRef(text, "c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupAdmission.attach(group(), AttachRequest.of(text), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeAdmission.remove(new EdgeCluster("c", "v", List.of()), List.of(text)));
    }

    @Test
    void whatIsMissingIsNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Node.builder("i-1").account("1").build())
                .withMessage("node i-1 lacks region, network, system, createdAt");
    }

    @Test
    void systemsHaveANameOfSomeCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OperatingSystem("  ", "7"))
                .withMessageEndingWith("characters, but has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OperatingSystem("x".repeat(100_000), "7"))
                .withMessageEndingWith("characters, but has 100000");
        assertThat(new OperatingSystem(" Windows Server ", "2019")).hasToString("windows server 2019");
        assertThat(Network.classic()).hasToString("classic");
        assertThat(Network.vpc("vpc-1")).hasToString("vpc-1");
    }

    @Test
    void optionalNamesAreCheckedToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseAccess.Side(Network.classic(), Optional.of("")))
                .withMessageContaining("security group");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node("i-1").memberOfGroup("").build())
                .withMessageContaining("group of i-1");
        assertThat(new OperatingSystem("x".repeat(Names.MAX_LENGTH), ".7").majorVersion())
                .isEmpty();
    }

    @Test
    void answersThatContradictThemselvesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScaleOutCheck.Answer(Optional.empty(), List.of(), true))
                .withMessage("request must be present if and only if there are no problems ([])");
    }

    @Test
    void aNodeIsDescribedOnce() {
        Node node = node("i-1").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupAdmission.attach(
                        group(), AttachRequest.of("i-1"), List.of(candidate(node), candidate(node))))
                .withMessageContaining("i-1");
    }

    @Test
    void refusedNodesHaveNoConsequences() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new NodeDecision("i", List.of(RefusalReason.WINDOWS), List.of(Consequence.DATA_LOST)));
        assertThat(new NodeDecision(
                                "i",
                                List.of(RefusalReason.WINDOWS, RefusalReason.NOT_FOUND, RefusalReason.WINDOWS),
                                List.of())
                        .refusals())
                .containsExactly(RefusalReason.NOT_FOUND, RefusalReason.WINDOWS);
    }

    @Test
    void greatWeightsDoNotOverflow() {
        AttachTarget full = new AttachTarget(
                "g", "cn-hangzhou", Fixtures.VPC, true, false, CapacityLimits.of(0, Integer.MAX_VALUE), 1);
        List<AttachCandidate> heavy = List.of(
                candidate(node("i-1").build(), Integer.MAX_VALUE),
                candidate(node("i-2").build(), Integer.MAX_VALUE));

        assertThat(GroupAdmission.attach(full, AttachRequest.of("i-1", "i-2"), heavy)
                        .requestRefusals())
                .containsExactly(RefusalReason.ABOVE_MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> candidate(node("i").build(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttachTarget("g", "r", Fixtures.VPC, true, false, CapacityLimits.of(0, 1), -1));
    }

    @Test
    void aHundredThousandNodesAreAnsweredOneByOne() {
        List<String> ids =
                IntStream.range(0, 100_000).mapToObj(i -> "i-" + (i % 60_000)).toList();
        List<Node> nodes =
                IntStream.range(0, 50_000).mapToObj(i -> node("i-" + i).build()).toList();
        HpcCluster cluster = new HpcCluster("e", Fixtures.CENTOS, false, List.of(), List.of());

        AdmissionPlan plan = HpcAdmission.plan(cluster, HpcRequest.of(HpcImage.of("m", Fixtures.CENTOS), ids), nodes);

        assertThat(plan.decisions()).hasSize(100_000);
        assertThat(plan.refused())
                .extracting(d -> d.refusals().get(0))
                .containsOnly(RefusalReason.NOT_STOPPED, RefusalReason.NOT_FOUND, RefusalReason.NAMED_TWICE);
    }

    @Test
    void hugeFieldsMakeShortMessages() {
        String huge = "x".repeat(1_000_000);

        assertThat(ScaleOutCheck.check(Map.of(huge, huge, "count", huge, "ens_region_id", huge))
                        .problems())
                .allSatisfy(p -> assertThat(p.toString()).hasSizeLessThan(300));
        assertThat(ScaleOutCheck.check(Map.of("x".repeat(40), "", "y".repeat(41), ""))
                        .problems())
                .extracting(FieldProblem::field)
                .endsWith("x".repeat(40), "y".repeat(40) + "...");
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> AttachRequest.of((String) null));
        assertThatNullPointerException()
                .isThrownBy(() ->
                        new EdasImport(new EdasImport.Source.Namespace("n"), null, List.of(), false, Optional.empty()));
        assertThatNullPointerException().isThrownBy(() -> ScaleOutCheck.check(Collections.singletonMap(null, "x")));
        assertThatNullPointerException().isThrownBy(() -> new Toleration("k", null, "", ""));
    }
}
