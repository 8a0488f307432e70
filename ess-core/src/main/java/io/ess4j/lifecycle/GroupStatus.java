package io.ess4j.lifecycle;

/** Whether a group accepts scaling activities (guide map C-1-6). */
public enum GroupStatus {
    /** New, or disabled: running activities go on, new ones are refused. */
    INACTIVE,
    /** Enabled. */
    ACTIVE,
    /** Being deleted; there is no way back. */
    DELETING,
    /** No more. */
    DELETED;

    /**
     * Whether new activities are accepted.
     *
     * @return true for ACTIVE only
     */
    public boolean acceptsActivities() {
        return this == ACTIVE;
    }
}
