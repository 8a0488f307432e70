package io.ess4j.lifecycle;

/** How the way of an instance into or out of its group has ended. */
public enum TransitionResult {
    /** It is in service. */
    JOINED,
    /** It could not join, or was not to: what was done is undone, and it is gone. */
    ROLLED_BACK,
    /** It is gone. */
    LEFT,
    /** It rests in the stop pool. */
    STOPPED,
    /** It could not leave, or was not to: what was done is undone, and it is in service. */
    RETURNED;

    /**
     * Whether this is what was wanted.
     *
     * @return true unless the instance was rolled back or has returned
     */
    public boolean isAchieved() {
        return this == JOINED || this == LEFT || this == STOPPED;
    }
}
