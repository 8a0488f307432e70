package io.ess4j.model;

/** How an instance came into its group, which decides what happens to it when it leaves (guide map C-18-1, C-19-3). */
public enum InstanceOrigin {
    /** Created by the group; released when it leaves. */
    CREATED,
    /** Added by its owner and entrusted to the group; released when it leaves, as if the group had created it. */
    ENTRUSTED,
    /** Added by its owner, who keeps it: leaving the group does not stop or release it. */
    ATTACHED;

    /**
     * Whether an instance of this origin is released when it leaves the group.
     *
     * @return true unless it was only attached
     */
    public boolean isReleasedOnRemoval() {
        return this != ATTACHED;
    }
}
