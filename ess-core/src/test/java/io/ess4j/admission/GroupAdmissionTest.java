package io.ess4j.admission;

import static io.ess4j.admission.Fixtures.VPC;
import static io.ess4j.admission.Fixtures.candidate;
import static io.ess4j.admission.Fixtures.group;
import static io.ess4j.admission.Fixtures.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.admission.AdmissionPlan.Outcome;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attaching to and leaving a scaling group by hand. */
class GroupAdmissionTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    static List<Arguments> nodesThatDoNotFit() {
        return List.of(
                arguments(RefusalReason.OTHER_REGION, b -> b.at("cn-beijing", VPC)),
                arguments(RefusalReason.OTHER_NETWORK_TYPE, b -> b.at("cn-hangzhou", Network.classic())),
                arguments(RefusalReason.OTHER_VPC, b -> b.at("cn-hangzhou", Network.vpc("vpc-2"))),
                arguments(RefusalReason.NOT_RUNNING, b -> b.status(NodeStatus.STOPPED)),
                arguments(RefusalReason.NOT_RUNNING, b -> b.status(NodeStatus.STARTING)),
                arguments(RefusalReason.IN_A_GROUP, b -> b.memberOfGroup("asg-2")),
                arguments(RefusalReason.IN_A_GROUP, b -> b.memberOfGroup("asg-1")));
    }

    @ParameterizedTest(name = "C-19-1 {0}")
    @MethodSource("nodesThatDoNotFit")
    void eachFailureHasItsOwnReason(RefusalReason reason, UnaryOperator<Node.Builder> change) {
        Node odd = change.apply(node("i-1")).build();

        AdmissionPlan plan = GroupAdmission.attach(group(), AttachRequest.of("i-1"), List.of(candidate(odd)));

        assertThat(plan.decisions()).containsExactly(new NodeDecision("i-1", List.of(reason), List.of()));
        assertThat(plan.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(plan.joining()).isEmpty();
    }

    @Test
    void allReasonsOfANodeAreNamedAtOnce() {
        Node odd = node("i-1")
                .at("cn-beijing", Network.classic())
                .status(NodeStatus.STOPPING)
                .memberOfGroup("asg-9")
                .purchaseOption(PurchaseOption.SUBSCRIPTION)
                .build();

        AdmissionPlan plan =
                GroupAdmission.attach(group(), new AttachRequest(List.of("i-1"), false, true), List.of(candidate(odd)));

        assertThat(plan.decisions().get(0).refusals())
                .containsExactly(
                        RefusalReason.OTHER_REGION,
                        RefusalReason.OTHER_NETWORK_TYPE,
                        RefusalReason.NOT_RUNNING,
                        RefusalReason.IN_A_GROUP,
                        RefusalReason.SUBSCRIPTION_NOT_ENTRUSTABLE);
    }

    @Test
    void theGroupMustBeActiveAndIdle() {
        AttachTarget busy = new AttachTarget("asg-1", "cn-hangzhou", VPC, false, true, CapacityLimits.of(0, 5), 0);

        AdmissionPlan plan = GroupAdmission.attach(
                busy, AttachRequest.of("i-1"), List.of(candidate(node("i-1").build())));

        assertThat(plan.requestRefusals())
                .containsExactly(RefusalReason.GROUP_NOT_ACTIVE, RefusalReason.ACTIVITY_IN_PROGRESS);
        assertThat(plan.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(plan.explain()).isEqualTo("REJECTED [GROUP_NOT_ACTIVE, ACTIVITY_IN_PROGRESS]\n  i-1: ADMITTED");
    }

    @Test
    void aClassicGroupTakesClassicInstancesOnly() {
        AttachTarget classic =
                new AttachTarget("asg-1", "cn-hangzhou", Network.classic(), true, false, CapacityLimits.of(0, 5), 0);
        Node fits = node("i-1").at("cn-hangzhou", Network.classic()).build();

        AdmissionPlan plan = GroupAdmission.attach(
                classic,
                AttachRequest.of("i-1", "i-2"),
                List.of(candidate(fits), candidate(node("i-2").build())));

        assertThat(plan.decisions())
                .containsExactly(
                        new NodeDecision("i-1", List.of(), List.of()),
                        new NodeDecision("i-2", List.of(RefusalReason.OTHER_NETWORK_TYPE), List.of()));
    }

    @Test
    void attachingAboveTheMaximumIsRejected() {
        List<AttachCandidate> three = candidates(3);

        assertThat(GroupAdmission.attach(group(), AttachRequest.of("i-0", "i-1", "i-2"), three)
                        .requestRefusals())
                .containsExactly(RefusalReason.ABOVE_MAX);
        assertThat(GroupAdmission.attach(group(), AttachRequest.of("i-0", "i-1"), three)
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aWeightedGroupCountsWeights() {
        AttachCandidate heavy = candidate(node("i-1").build(), 3);

        assertThat(GroupAdmission.attach(group(), AttachRequest.of("i-1"), List.of(heavy))
                        .requestRefusals())
                .containsExactly(RefusalReason.ABOVE_MAX);
    }

    @Test
    void withIgnoreInvalidTheRestJoinsWithAWarning() {
        List<AttachCandidate> two = List.of(
                candidate(node("i-1").build()),
                candidate(node("i-2").status(NodeStatus.STOPPED).build()));
        List<String> ids = List.of("i-1", "i-2", "i-3", "i-1");

        AdmissionPlan strict = GroupAdmission.attach(group(), new AttachRequest(ids, false, false), two);
        AdmissionPlan lenient = GroupAdmission.attach(group(), new AttachRequest(ids, true, false), two);

        assertThat(strict.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(strict.joining()).isEmpty();
        assertThat(lenient.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(lenient.joining()).containsExactly("i-1");
        assertThat(lenient.refused())
                .extracting(NodeDecision::toString)
                .containsExactly(
                        "i-2: REFUSED [NOT_RUNNING]", "i-3: REFUSED [NOT_FOUND]", "i-1: REFUSED [NAMED_TWICE]");
    }

    @Test
    void refusedInstancesDoNotCountTowardsTheMaximum() {
        List<AttachCandidate> three = List.of(
                candidate(node("i-1").build()),
                candidate(node("i-2").build()),
                candidate(node("i-3").status(NodeStatus.STOPPED).build()));

        AdmissionPlan plan =
                GroupAdmission.attach(group(), new AttachRequest(List.of("i-1", "i-2", "i-3"), true, false), three);

        assertThat(plan.requestRefusals()).isEmpty();
        assertThat(plan.joining()).containsExactly("i-1", "i-2");
    }

    @Test
    void oneCallTakesTwentyInstances() {
        AttachTarget roomy = new AttachTarget("asg-1", "cn-hangzhou", VPC, true, false, CapacityLimits.of(0, 100), 0);
        List<String> ids = IntStream.range(0, 21).mapToObj(i -> "i-" + i).toList();

        assertThat(GroupAdmission.attach(roomy, new AttachRequest(ids, false, false), candidates(21))
                        .requestRefusals())
                .containsExactly(RefusalReason.TOO_MANY_NODES);
        assertThat(GroupAdmission.attach(roomy, new AttachRequest(ids.subList(0, 20), false, false), candidates(21))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(GroupAdmission.leave(roomy, ids, Fleet.empty()).requestRefusals())
                .containsExactly(RefusalReason.TOO_MANY_NODES);
        assertThat(GroupAdmission.attach(roomy, AttachRequest.of(), List.of()).requestRefusals())
                .containsExactly(RefusalReason.NO_NODE);
    }

    @Test
    void subscribedInstancesJoinAndCountAndHaveNoSource() {
        Node bought = node("i-1").purchaseOption(PurchaseOption.SUBSCRIPTION).build();
        AdmissionPlan plan = GroupAdmission.attach(group(), AttachRequest.of("i-1"), List.of(candidate(bought)));

        Instance member = candidate(bought).joining(NOW, false);

        assertThat(plan.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(plan.decisions().get(0).verdict()).isEqualTo(NodeDecision.Verdict.ADMITTED);
        assertThat(member.source()).isEmpty();
        assertThat(member.origin()).isEqualTo(InstanceOrigin.ATTACHED);
        assertThat(member.state()).isEqualTo(LifecycleState.PENDING);
        assertThat(Fleet.of(member).capacity()).isEqualTo(1);
    }

    @Test
    void entrustingIsAskedForAndNotForSubscriptions() {
        AttachRequest entrusted = new AttachRequest(List.of("i-1", "i-2"), true, true);
        Node onDemand = node("i-1").build();
        Node bought = node("i-2").purchaseOption(PurchaseOption.SUBSCRIPTION).build();

        AdmissionPlan plan = GroupAdmission.attach(group(), entrusted, List.of(candidate(onDemand), candidate(bought)));

        assertThat(AttachRequest.of("i-1").entrusted()).isFalse();
        assertThat(plan.decisions())
                .containsExactly(
                        new NodeDecision("i-1", List.of(), List.of(Consequence.RELEASED_WHEN_IT_LEAVES)),
                        new NodeDecision("i-2", List.of(RefusalReason.SUBSCRIPTION_NOT_ENTRUSTABLE), List.of()));
        assertThat(candidate(onDemand).joining(NOW, true).origin()).isEqualTo(InstanceOrigin.ENTRUSTED);
    }

    @Test
    void leavingBelowTheMinimumIsRejected() {
        Fleet fleet = Fleet.of(List.of(
                candidate(node("i-1").build()).joining(NOW, false).withState(LifecycleState.IN_SERVICE),
                candidate(node("i-2").build()).joining(NOW, false).withState(LifecycleState.IN_SERVICE),
                candidate(node("i-3").build()).joining(NOW, false).withState(LifecycleState.STOPPED)));
        AttachTarget three = new AttachTarget("asg-1", "cn-hangzhou", VPC, true, false, CapacityLimits.of(1, 5), 2);

        assertThat(GroupAdmission.leave(three, List.of("i-1", "i-2"), fleet).requestRefusals())
                .containsExactly(RefusalReason.BELOW_MIN);
        assertThat(GroupAdmission.leave(three, List.of("i-1"), fleet).outcome()).isEqualTo(Outcome.ACCEPTED);
        // A stopped instance is no capacity.
        assertThat(GroupAdmission.leave(three, List.of("i-1", "i-3"), fleet).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(GroupAdmission.leave(three, List.of("i-1", "i-1", "i-9"), fleet)
                        .refused())
                .containsExactly(
                        new NodeDecision("i-1", List.of(RefusalReason.NAMED_TWICE), List.of()),
                        new NodeDecision("i-9", List.of(RefusalReason.NOT_A_MEMBER), List.of()));
    }

    private static List<AttachCandidate> candidates(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> candidate(node("i-" + i).build()))
                .toList();
    }

    private static Arguments arguments(RefusalReason reason, UnaryOperator<Node.Builder> change) {
        return Arguments.of(reason, change);
    }
}
