package io.ess4j.access;

import static java.util.Objects.requireNonNull;

import io.ess4j.access.Statement.Mismatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer to a request, with what every statement said to it.
 *
 * @param verdict allowed or not
 * @param traces what each statement said, in the order of policies and statements
 */
public record AccessDecision(Verdict verdict, List<Trace> traces) {
    /** Allowed or not. */
    public enum Verdict {
        /** A statement allows it and none denies it. */
        ALLOW,
        /** A statement denies it. */
        EXPLICIT_DENY,
        /** No statement is about it. */
        IMPLICIT_DENY
    }

    /**
     * What one statement said.
     *
     * @param policy the policy's name
     * @param number the statement's number in the policy, from 1
     * @param effect the statement's effect
     * @param mismatch why it does not match; empty if it does
     */
    public record Trace(String policy, int number, Effect effect, Optional<Mismatch> mismatch) {
        public Trace {
            requireNonNull(policy, "policy");
            requireNonNull(effect, "effect");
            requireNonNull(mismatch, "mismatch");
        }

        /** Returns one line, such as {@code statement 2 of team (DENY): other CONDITION}. */
        @Override
        public String toString() {
            return "statement " + number + " of " + policy + " (" + effect + "): "
                    + mismatch.map(m -> "other " + m).orElse("matches");
        }
    }

    public AccessDecision {
        requireNonNull(verdict, "verdict");
        traces = List.copyOf(traces);
    }

    /**
     * Whether the call may go on.
     *
     * @return true if it is allowed
     */
    public boolean isAllowed() {
        return verdict == Verdict.ALLOW;
    }

    /**
     * The statement that decided: the first that denies, or else the first that allows.
     *
     * @return its trace, or empty with an implicit deny
     */
    public Optional<Trace> decidedBy() {
        Effect effect = isAllowed() ? Effect.ALLOW : Effect.DENY;
        return verdict == Verdict.IMPLICIT_DENY
                ? Optional.empty()
                : traces.stream()
                        .filter(t -> t.mismatch().isEmpty() && t.effect() == effect)
                        .findFirst();
    }

    /**
     * The decision as text, with what every statement said.
     *
     * @return some lines; their form is not stable
     */
    public String explain() {
        String by = decidedBy()
                .map(t -> " by statement " + t.number() + " of " + t.policy())
                .orElse(" because no statement allows it");
        return Stream.concat(
                        Stream.of((isAllowed() ? "allowed" : "denied") + by),
                        traces.stream().map(t -> "  " + t))
                .collect(Collectors.joining("\n"));
    }
}
