package io.ess4j.access;

import io.ess4j.access.PolicyFinding.Trap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the traps in a policy that guide 1.9 and 1.10 fall into themselves: misspelt actions, tag keys in two cases,
 * masked ids, an unconditioned allow that makes a conditioned one pointless, and operations that no tag can allow.
 */
public final class PolicyReview {
    private static final String MASK = "***";
    private static final int SHOWN = 3;

    private final AccessPolicy policy;
    private final List<PolicyFinding> findings = new ArrayList<>();

    private PolicyReview(AccessPolicy policy) {
        this.policy = policy;
    }

    /**
     * Looks for traps. O(statements^2 x operations).
     *
     * @param policy a policy
     * @return the findings in the order of statements, within one in the order of traps
     */
    public static List<PolicyFinding> findings(AccessPolicy policy) {
        PolicyReview review = new PolicyReview(policy);
        Map<String, Set<String>> spellings = review.spellings();
        for (int i = 0; i < policy.statements().size(); i++) {
            // In the order of traps.
            review.checkActions(i);
            review.checkTagKeys(i, spellings);
            review.checkMasks(i);
            review.checkVoided(i);
            review.checkUnbound(i);
        }
        return List.copyOf(review.findings);
    }

    private void checkActions(int i) {
        for (String action : policy.statements().get(i).actions()) {
            Statement alone = Statement.allow(action);
            if (EssOperations.isOfService(action) && EssOperations.of(alone).isEmpty()) {
                find(Trap.UNKNOWN_ACTION, i, action);
            }
        }
    }

    /** The spellings of every tag key, by its lower-case form. */
    private Map<String, Set<String>> spellings() {
        Map<String, Set<String>> spellings = new TreeMap<>();
        for (Statement statement : policy.statements()) {
            for (Condition condition : statement.conditions()) {
                condition
                        .tagKey()
                        .ifPresent(key -> spellings
                                .computeIfAbsent(key.toLowerCase(Locale.ROOT), k -> new LinkedHashSet<>())
                                .add(key));
            }
        }
        return spellings;
    }

    private void checkTagKeys(int i, Map<String, Set<String>> spellings) {
        for (Condition condition : policy.statements().get(i).conditions()) {
            condition.tagKey().ifPresent(key -> {
                Set<String> same = spellings.getOrDefault(key.toLowerCase(Locale.ROOT), Set.of());
                if (same.size() > 1) {
                    find(Trap.TAG_KEY_CASE, i, key + " among " + String.join(", ", same));
                }
            });
        }
    }

    private void checkMasks(int i) {
        policy.statements().get(i).resources().stream()
                .filter(r -> r.contains(MASK))
                .forEach(r -> find(Trap.MASKED_RESOURCE, i, r));
    }

    private void checkVoided(int i) {
        Statement bound = policy.statements().get(i);
        if (bound.effect() != Effect.ALLOW || bound.conditions().isEmpty()) {
            return;
        }
        List<String> needed = EssOperations.unbound();
        for (int j = 0; j < policy.statements().size(); j++) {
            Statement free = policy.statements().get(j);
            if (free.effect() != Effect.ALLOW || !free.isUnconditioned()) {
                continue;
            }
            List<String> voided = EssOperations.of(bound).stream()
                    .filter(o -> free.concerns(o) && !needed.contains(o))
                    .toList();
            if (!voided.isEmpty()) {
                find(Trap.CONDITION_VOIDED, i, "statement " + (j + 1) + " allows " + some(voided));
            }
        }
    }

    private void checkUnbound(int i) {
        Statement bound = policy.statements().get(i);
        if (bound.effect() != Effect.ALLOW || bound.isUnconditioned()) {
            return;
        }
        List<String> nowhere = EssOperations.unbound().stream()
                .filter(bound::concerns)
                .filter(o -> policy.statements().stream()
                        .noneMatch(s -> s.effect() == Effect.ALLOW && s.isUnconditioned() && s.concerns(o)))
                .toList();
        if (!nowhere.isEmpty()) {
            find(Trap.UNBOUND_OPERATIONS_DENIED, i, some(nowhere));
        }
    }

    private static String some(List<String> operations) {
        String first = String.join(", ", operations.subList(0, Math.min(SHOWN, operations.size())));
        return operations.size() > SHOWN ? first + " and " + (operations.size() - SHOWN) + " more" : first;
    }

    private void find(Trap trap, int i, String detail) {
        findings.add(new PolicyFinding(trap, policy.name(), i + 1, detail));
    }
}
