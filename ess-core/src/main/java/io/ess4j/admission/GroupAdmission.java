package io.ess4j.admission;

import static io.ess4j.admission.RefusalReason.IN_A_GROUP;
import static io.ess4j.admission.RefusalReason.NOT_RUNNING;
import static io.ess4j.admission.RefusalReason.OTHER_NETWORK_TYPE;
import static io.ess4j.admission.RefusalReason.OTHER_REGION;
import static io.ess4j.admission.RefusalReason.OTHER_VPC;
import static io.ess4j.admission.RefusalReason.SUBSCRIPTION_NOT_ENTRUSTABLE;

import io.ess4j.admission.AdmissionPlan.WhenRefused;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Decides which existing instances join a scaling group, and whether members may leave it by hand (guide map C-19-1,
 * C-14-2).
 *
 * <p>Worked example: maximum 5, capacity 3. Three running instances of the same region and network: {@code ABOVE_MAX},
 * none joins. Two of them and a stopped one: without "ignore invalid" none joins, with it the two do.
 *
 * <p>The maximum is held against those that fit; a weighted group counts their weights.
 */
public final class GroupAdmission {
    private record Wish(AttachTarget target, boolean entrusted) {}

    private static final List<EligibilityRule<Wish>> RULES = List.of(
            rule(OTHER_REGION, (n, w) -> !n.region().equals(w.target.region())),
            rule(
                    OTHER_NETWORK_TYPE,
                    (n, w) -> n.network().isClassic() != w.target.network().isClassic()),
            rule(
                    OTHER_VPC,
                    (n, w) -> !n.network().isClassic()
                            && !w.target.network().isClassic()
                            && !n.network().equals(w.target.network())),
            rule(NOT_RUNNING, (n, w) -> n.status() != NodeStatus.RUNNING),
            rule(IN_A_GROUP, (n, w) -> n.group().isPresent()),
            rule(
                    SUBSCRIPTION_NOT_ENTRUSTABLE,
                    (n, w) -> w.entrusted && n.purchaseOption() == PurchaseOption.SUBSCRIPTION));

    private GroupAdmission() {}

    /**
     * Decides who joins. O(instances named + instances described).
     *
     * @param target the group
     * @param request who should join, and how
     * @param candidates what is known of the instances, each once; those that are not described do not exist
     * @return one answer for each instance named, and the refusals of the call
     * @throws IllegalArgumentException if an instance is described twice
     */
    public static AdmissionPlan attach(AttachTarget target, AttachRequest request, List<AttachCandidate> candidates) {
        Wish wish = new Wish(target, request.entrusted());
        List<Consequence> consequences = request.entrusted() ? List.of(Consequence.RELEASED_WHEN_IT_LEAVES) : List.of();
        List<NodeDecision> decisions = EligibilityRule.decide(
                request.nodeIds(),
                candidates.stream().map(AttachCandidate::node).toList(),
                node -> EligibilityRule.refusals(RULES, node, wish),
                node -> consequences);
        List<RefusalReason> refusals = new ArrayList<>(stateRefusals(target));
        refusals.addAll(EligibilityRule.sizeRefusals(request.nodeIds(), AttachRequest.MOST_NODES));
        if (target.capacity() + unitsThatFit(decisions, candidates)
                > target.limits().max()) {
            refusals.add(RefusalReason.ABOVE_MAX);
        }
        return new AdmissionPlan(
                refusals, decisions, request.ignoreInvalid() ? WhenRefused.OTHERS_JOIN : WhenRefused.CALL_FAILS);
    }

    /**
     * Decides whether members may leave by hand. The plan's nodes that "join" are those that leave; one that is not a
     * member makes the call fail.
     *
     * @param target the group
     * @param nodeIds who should leave, at most {@value AttachRequest#MOST_NODES}
     * @param fleet the members
     * @return one answer for each instance named, and the refusals of the call
     */
    public static AdmissionPlan leave(AttachTarget target, List<String> nodeIds, Fleet fleet) {
        Map<String, Instance> members = new HashMap<>();
        fleet.forEach(i -> members.put(i.id(), i));
        Set<String> seen = new HashSet<>();
        List<NodeDecision> decisions = new ArrayList<>();
        long leaving = 0;
        for (String id : nodeIds) {
            Instance member = members.get(id);
            List<RefusalReason> reasons = new ArrayList<>();
            if (!seen.add(id)) {
                reasons.add(RefusalReason.NAMED_TWICE);
            } else if (member == null) {
                reasons.add(RefusalReason.NOT_A_MEMBER);
            } else if (member.state().countsTowardsCapacity()) {
                leaving += member.weight();
            }
            decisions.add(new NodeDecision(id, reasons, List.of()));
        }
        List<RefusalReason> refusals = new ArrayList<>(stateRefusals(target));
        refusals.addAll(EligibilityRule.sizeRefusals(nodeIds, AttachRequest.MOST_NODES));
        if (leaving > 0 && target.capacity() - leaving < target.limits().min()) {
            refusals.add(RefusalReason.BELOW_MIN);
        }
        return new AdmissionPlan(refusals, decisions, WhenRefused.CALL_FAILS);
    }

    private static List<RefusalReason> stateRefusals(AttachTarget target) {
        List<RefusalReason> refusals = new ArrayList<>();
        if (!target.active()) {
            refusals.add(RefusalReason.GROUP_NOT_ACTIVE);
        }
        if (target.busy()) {
            refusals.add(RefusalReason.ACTIVITY_IN_PROGRESS);
        }
        return refusals;
    }

    private static long unitsThatFit(List<NodeDecision> decisions, List<AttachCandidate> candidates) {
        Map<String, Integer> weights = new HashMap<>();
        candidates.forEach(c -> weights.put(c.node().id(), c.weight()));
        return decisions.stream()
                .filter(d -> d.refusals().isEmpty())
                .mapToLong(d -> weights.getOrDefault(d.nodeId(), 0))
                .sum();
    }

    private static EligibilityRule<Wish> rule(RefusalReason reason, BiPredicate<Node, Wish> isBroken) {
        return new EligibilityRule<>(reason, isBroken);
    }
}
