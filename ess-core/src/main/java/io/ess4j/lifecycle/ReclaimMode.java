package io.ess4j.lifecycle;

/** What a group does with instances that it takes out of service (guide 3.3, guide map G1.1-3). */
public enum ReclaimMode {
    /** They are stopped and given back. */
    RELEASE(false, false),
    /** They are stopped and kept, without processor and memory to pay for. */
    RECYCLE(true, false),
    /** As RELEASE, with the plug pulled: what is in memory is lost. */
    FORCE_RELEASE(false, true),
    /** As RECYCLE, with the plug pulled. */
    FORCE_RECYCLE(true, true);

    private final boolean keeps;
    private final boolean forced;

    ReclaimMode(boolean keeps, boolean forced) {
        this.keeps = keeps;
        this.forced = forced;
    }

    /**
     * Whether instances are kept in a stop pool.
     *
     * @return true for the two recycling modes
     */
    public boolean keeps() {
        return keeps;
    }

    /**
     * Whether instances are switched off without a shutdown.
     *
     * @return true for the two forced modes
     */
    public boolean isForced() {
        return forced;
    }
}
