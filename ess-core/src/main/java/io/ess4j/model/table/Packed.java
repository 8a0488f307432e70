package io.ess4j.model.table;

import io.ess4j.model.Instance;

/** The layout of the packed column: state in bits 0-3, purchase option in 4-5, origin in 6-7, unhealthy in bit 8. */
public final class Packed {
    private static final int STATE_MASK = 0xF;
    private static final int OPTION_SHIFT = 4;
    private static final int ORIGIN_SHIFT = 6;
    private static final int UNHEALTHY = 1 << 8;

    private Packed() {}

    static short of(Instance i) {
        return (short) (i.state().ordinal()
                | (i.purchaseOption().ordinal() << OPTION_SHIFT)
                | (i.origin().ordinal() << ORIGIN_SHIFT)
                | (i.healthy() ? 0 : UNHEALTHY));
    }

    /**
     * The ordinal of the lifecycle state.
     *
     * @param packed an entry of the packed column
     * @return an ordinal
     */
    public static int state(short packed) {
        return packed & STATE_MASK;
    }

    /**
     * The ordinal of the purchase option.
     *
     * @param packed an entry of the packed column
     * @return an ordinal
     */
    public static int option(short packed) {
        return (packed >> OPTION_SHIFT) & 3;
    }

    /**
     * The ordinal of the origin.
     *
     * @param packed an entry of the packed column
     * @return an ordinal
     */
    public static int origin(short packed) {
        return (packed >> ORIGIN_SHIFT) & 3;
    }

    /**
     * Whether the last health check passed.
     *
     * @param packed an entry of the packed column
     * @return true if healthy
     */
    public static boolean healthy(short packed) {
        return (packed & UNHEALTHY) == 0;
    }
}
