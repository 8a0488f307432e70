package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityChange;
import io.ess4j.rule.RuleOutcome;
import java.util.Optional;

/**
 * What a trigger came to: a refusal, a new desired capacity for later, a comparison of capacity with its goal, or just
 * what was asked.
 */
public sealed interface Decision {
    /**
     * The request was refused; nothing changes.
     *
     * @param reason why
     */
    record Rejected(Rejection reason) implements Decision {
        public Rejected {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Only the desired capacity changes now; a later check scales the group.
     *
     * @param rule what the rule wanted
     */
    record Deferred(RuleOutcome rule) implements Decision {
        public Deferred {
            requireNonNull(rule, "rule");
        }
    }

    /**
     * Capacity was compared with its goal.
     *
     * @param rule what the rule wanted, if a rule was asked
     * @param change what follows for the group
     */
    record Compared(Optional<RuleOutcome> rule, CapacityChange change) implements Decision {
        public Compared {
            requireNonNull(rule, "rule");
            requireNonNull(change, "change");
        }
    }

    /** What the trigger asks for is done as it is; capacity was not compared with a goal. */
    record AsRequested() implements Decision {}
}
