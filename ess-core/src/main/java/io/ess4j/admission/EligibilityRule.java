package io.ess4j.admission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * One rule that a node must keep to join a target, such as "it must be stopped".
 *
 * @param reason what is said when the node breaks it
 * @param isBroken whether a node breaks it
 */
record EligibilityRule<T>(RefusalReason reason, BiPredicate<Node, T> isBroken) {
    /** The reasons of all rules that a node breaks, in the order of the rules. */
    static <T> List<RefusalReason> refusals(List<EligibilityRule<T>> rules, Node node, T target) {
        return rules.stream()
                .filter(r -> r.isBroken.test(node, target))
                .map(EligibilityRule::reason)
                .toList();
    }

    /** Judges the named nodes one by one: unknown and repeated ones are refused, the rest by the given rules. */
    static List<NodeDecision> decide(
            List<String> ids,
            Collection<Node> known,
            Function<Node, List<RefusalReason>> refusals,
            Function<Node, List<Consequence>> consequences) {
        // Looked up by id only; the order of hashing is never seen.
        Map<String, Node> byId = new HashMap<>();
        for (Node node : known) {
            if (byId.put(node.id(), node) != null) {
                throw new IllegalArgumentException("node " + node.id() + " must be described only once");
            }
        }
        Set<String> seen = new HashSet<>();
        List<NodeDecision> decisions = new ArrayList<>();
        for (String id : ids) {
            Node node = byId.get(id);
            if (!seen.add(id)) {
                decisions.add(refused(id, RefusalReason.NAMED_TWICE));
            } else if (node == null) {
                decisions.add(refused(id, RefusalReason.NOT_FOUND));
            } else {
                List<RefusalReason> reasons = refusals.apply(node);
                decisions.add(new NodeDecision(id, reasons, reasons.isEmpty() ? consequences.apply(node) : List.of()));
            }
        }
        return decisions;
    }

    /** The reasons that concern how many nodes a request names. */
    static List<RefusalReason> sizeRefusals(List<String> ids, int most) {
        if (ids.isEmpty()) {
            return List.of(RefusalReason.NO_NODE);
        }
        return ids.size() > most ? List.of(RefusalReason.TOO_MANY_NODES) : List.of();
    }

    private static NodeDecision refused(String id, RefusalReason reason) {
        return new NodeDecision(id, List.of(reason), List.of());
    }
}
