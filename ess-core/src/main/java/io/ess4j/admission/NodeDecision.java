package io.ess4j.admission;

import io.ess4j.model.text.Names;
import java.util.EnumSet;
import java.util.List;

/**
 * The answer for one node: admitted, admitted at a price, or refused with all reasons.
 *
 * @param nodeId the node's id
 * @param refusals why it may not join, in the order of the enum; empty if it may
 * @param consequences what admission does to it, in the order of the enum; empty if it is refused
 */
public record NodeDecision(String nodeId, List<RefusalReason> refusals, List<Consequence> consequences) {
    /** The three kinds of answers. */
    public enum Verdict {
        /** The node joins as it is. */
        ADMITTED,
        /** The node joins, and something happens to it or is asked of its owner. */
        ADMITTED_WITH_CONSEQUENCE,
        /** The node does not join. */
        REFUSED
    }

    public NodeDecision {
        Names.check("node id", nodeId);
        refusals = refusals.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(refusals));
        consequences = consequences.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(consequences));
        if (!refusals.isEmpty() && !consequences.isEmpty()) {
            throw new IllegalArgumentException("consequences of " + nodeId + " (" + consequences
                    + ") must be empty, because it is refused (" + refusals + ")");
        }
    }

    /**
     * Which kind of answer this is.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        if (!refusals.isEmpty()) {
            return Verdict.REFUSED;
        }
        return consequences.isEmpty() ? Verdict.ADMITTED : Verdict.ADMITTED_WITH_CONSEQUENCE;
    }

    /** Returns one line, such as {@code i-1: REFUSED [NOT_STOPPED]}. */
    @Override
    public String toString() {
        return nodeId + ": " + verdict()
                + switch (verdict()) {
                    case ADMITTED -> "";
                    case ADMITTED_WITH_CONSEQUENCE -> " " + consequences;
                    case REFUSED -> " " + refusals;
                };
    }
}
