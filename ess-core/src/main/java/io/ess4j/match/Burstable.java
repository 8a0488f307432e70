package io.ess4j.match;

/** Whether types with performance credits, those of level {@code CREDIT_ENTRY}, may fit. */
public enum Burstable {
    /** They may. */
    INCLUDE,
    /** They may not. */
    EXCLUDE,
    /** Only they may. */
    REQUIRED
}
