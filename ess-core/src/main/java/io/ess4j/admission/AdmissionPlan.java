package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers for all nodes of a request, and for the request itself.
 *
 * @param requestRefusals why the request is refused as a whole, in the order of the enum; usually empty
 * @param decisions one for each node named, in the order of the request
 * @param whenRefused what becomes of the others when a node is refused
 */
public record AdmissionPlan(
        List<RefusalReason> requestRefusals, List<NodeDecision> decisions, WhenRefused whenRefused) {
    /** What becomes of the other nodes when one is refused. */
    public enum WhenRefused {
        /** None joins: the call fails and changes nothing. */
        CALL_FAILS,
        /** The others join; the activity ends with a warning. */
        OTHERS_JOIN
    }

    /** What becomes of the request. */
    public enum Outcome {
        /** Every node joins. */
        ACCEPTED,
        /** Some nodes join, and there is a warning for the rest. */
        PARTIAL,
        /** No node joins. */
        REJECTED
    }

    public AdmissionPlan {
        requestRefusals = requestRefusals.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(requestRefusals));
        decisions = List.copyOf(decisions);
        requireNonNull(whenRefused, "whenRefused");
    }

    /**
     * What becomes of the request.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        long fit = fitting().count();
        if (!requestRefusals.isEmpty() || fit == 0) {
            return Outcome.REJECTED;
        } else if (fit == decisions.size()) {
            return Outcome.ACCEPTED;
        }
        return whenRefused == WhenRefused.OTHERS_JOIN ? Outcome.PARTIAL : Outcome.REJECTED;
    }

    /**
     * The nodes that join when the request is carried out.
     *
     * @return ids in the order of the request; empty if the request is rejected
     */
    public List<String> joining() {
        return outcome() == Outcome.REJECTED
                ? List.of()
                : fitting().map(NodeDecision::nodeId).toList();
    }

    /**
     * The nodes that do not fit.
     *
     * @return their decisions in the order of the request
     */
    public List<NodeDecision> refused() {
        return decisions.stream().filter(d -> !d.refusals().isEmpty()).toList();
    }

    /**
     * The answers as text, one node a line after the outcome.
     *
     * @return some lines; their form is not stable
     */
    public String explain() {
        String head = outcome() + (requestRefusals.isEmpty() ? "" : " " + requestRefusals);
        return Stream.concat(Stream.of(head), decisions.stream().map(d -> "  " + d))
                .collect(Collectors.joining("\n"));
    }

    private Stream<NodeDecision> fitting() {
        return decisions.stream().filter(d -> d.refusals().isEmpty());
    }
}
