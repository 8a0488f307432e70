package io.ess4j.lifecycle;

/** What somebody who removes instances by hand wants done with them (guide map C-6-1). */
public enum RemovePolicy {
    /** Keep them in the stop pool, if the group has one. */
    RECYCLE,
    /** Give them back; the default. */
    RELEASE
}
