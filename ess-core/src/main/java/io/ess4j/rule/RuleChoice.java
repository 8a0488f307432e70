package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Which of several rules that are due at one moment is followed (guide map C-9-20). The service runs the first and
 * refuses the others while its activity lasts; AWS and Kubernetes follow the rule that wants the most capacity. A rule
 * that wants no change, or has no data, wants the capacity that is there, so it holds the others back from removing
 * any.
 *
 * @param rule the name of the rule that is followed
 * @param outcome what it wants
 */
public record RuleChoice(String rule, RuleOutcome outcome) {
    /** How one of several rules is chosen. */
    public enum Order {
        /** The first in the list, as documented: the alarm that came first. */
        FIRST,
        /** The one that wants the most capacity, as AWS and Kubernetes do it; ties go to the first. */
        MOST_CAPACITY
    }

    public RuleChoice {
        RuleChecks.name(rule);
        requireNonNull(outcome, "outcome");
    }

    /**
     * Chooses among rules that are due at one moment; O(n).
     *
     * @param order how to choose
     * @param due the rules and what they want, at least one
     * @return one of them
     * @throws IllegalArgumentException if no rule is due
     */
    public static RuleChoice of(Order order, List<RuleChoice> due) {
        requireNonNull(order, "order");
        if (due.isEmpty()) {
            throw new IllegalArgumentException("due must name at least one rule");
        }
        RuleChoice chosen = due.get(0);
        for (RuleChoice other : due) {
            boolean more = other.outcome.wanted() > chosen.outcome.wanted();
            chosen = order == Order.MOST_CAPACITY && more ? other : chosen;
        }
        return chosen;
    }
}
