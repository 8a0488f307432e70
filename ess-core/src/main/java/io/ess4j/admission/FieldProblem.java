package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with one field of a request.
 *
 * @param field the field's name
 * @param kind what is wrong
 * @param rule what the field must be, as text that is not stable
 */
public record FieldProblem(String field, Kind kind, String rule) {
    /** What can be wrong with a field. */
    public enum Kind {
        /** It is required and not given. */
        MISSING,
        /** The request has no such field. */
        UNKNOWN,
        /** It is no whole number. */
        NOT_A_NUMBER,
        /** It is neither true nor false. */
        NOT_A_BOOLEAN,
        /** It is no identifier. */
        NOT_A_NAME,
        /** Its value is not among those allowed. */
        NOT_ALLOWED
    }

    public FieldProblem {
        requireNonNull(field, "field");
        requireNonNull(kind, "kind");
        requireNonNull(rule, "rule");
    }

    /** Returns field, kind and rule in one line. */
    @Override
    public String toString() {
        return field + ": " + kind + ": " + rule;
    }
}
