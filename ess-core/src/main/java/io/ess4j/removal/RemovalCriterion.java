package io.ess4j.removal;

/** Which of the eligible instances leaves first (guide 4.2). */
public enum RemovalCriterion {
    /** The one that joined the group earliest. */
    OLDEST_INSTANCE,
    /** The one that joined the group latest. */
    NEWEST_INSTANCE,
    /**
     * The one whose configuration source was added to the group earliest; instances without a source (attached ones)
     * come after all others.
     */
    OLDEST_CONFIGURATION
}
