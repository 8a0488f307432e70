package io.ess4j.lifecycle;

/** How the wait in a lifecycle hook ends (guide map C-17-3, C-17-4). */
public enum HookResult {
    /** Go on: join the group, or leave it. */
    CONTINUE,
    /** Joining: give up, the instance goes again. Leaving: leave now, without waiting for other hooks. */
    ABANDON,
    /** Joining: as {@link #ABANDON}. Leaving: do not; the instance returns to service, other hooks end. */
    ROLLBACK
}
