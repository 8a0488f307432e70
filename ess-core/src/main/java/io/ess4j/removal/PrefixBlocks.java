package io.ess4j.removal;

import java.util.Arrays;

/** The prefixes of all rows of a table, block after block, so that a block stays in the cache while it is worked on. */
final class PrefixBlocks {
    private static final int ROWS = 2048;

    private final LeavingOrder order;
    private final int size;
    private final long[] prefix;
    private int loaded = -1;

    PrefixBlocks(LeavingOrder order, int size) {
        this.order = order;
        this.size = size;
        this.prefix = new long[Math.min(ROWS, size)];
    }

    /** The prefixes of the rows from {@code from} on, valid until the next call; a loaded block is not made again. */
    long[] at(int from) {
        if (loaded != from) {
            Arrays.fill(prefix, 0);
            order.addPrefixes(prefix, from, rows(from));
            loaded = from;
        }
        return prefix;
    }

    /** How many rows the block from {@code from} on has. */
    int rows(int from) {
        return Math.min(ROWS, size - from);
    }
}
