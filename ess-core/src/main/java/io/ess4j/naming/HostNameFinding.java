package io.ess4j.naming;

/** What is allowed in a pattern but likely to hurt later. */
public enum HostNameFinding {
    /** Fewer than three digits: numbers run out early, and batches of an extended pattern leave gaps. */
    FEWER_THAN_THREE_DIGITS,
    /** Extensions tell a from A, but name services do not: node-a0 and node-A0 would be one host there. */
    CASE_COLLISION
}
