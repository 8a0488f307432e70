package io.ess4j.access;

import static java.util.Objects.requireNonNull;

/**
 * Something in a policy that probably does not do what its author thinks.
 *
 * @param trap what it is
 * @param policy the policy's name
 * @param statement the number of the statement, from 1
 * @param detail what it was found in; not stable
 */
public record PolicyFinding(Trap trap, String policy, int statement, String detail) {
    /** The known traps. */
    public enum Trap {
        /** An action that fits no operation of the service: the statement does nothing with it. */
        UNKNOWN_ACTION,
        /** A tag key that another statement writes in other case: keys are case-sensitive. */
        TAG_KEY_CASE,
        /** Three asterisks in a row or more: a masked id, which acts as a wildcard. */
        MASKED_RESOURCE,
        /** An allow under conditions whose operations another statement allows without any. */
        CONDITION_VOIDED,
        /** An allow under tags or on some resources, while operations that cannot be judged so are allowed nowhere. */
        UNBOUND_OPERATIONS_DENIED
    }

    public PolicyFinding {
        requireNonNull(trap, "trap");
        requireNonNull(policy, "policy");
        requireNonNull(detail, "detail");
    }

    /** Returns one line, such as {@code UNKNOWN_ACTION in statement 2 of team: ess:Describle*}. */
    @Override
    public String toString() {
        return trap + " in statement " + statement + " of " + policy + ": " + detail;
    }
}
