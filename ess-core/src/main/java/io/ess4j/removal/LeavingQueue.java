package io.ess4j.removal;

/**
 * Rows in the order of leaving, sorted only as far as somebody looks: the next rows are brought to the front and sorted
 * when one of them is asked for, each time three times as many as are in order already. Reading the first k of n rows
 * costs O(n log k).
 */
final class LeavingQueue {
    private static final int FIRST_CHUNK = 64;
    private static final int GROWTH = 3;

    private final LeavingOrder order;
    private final LeavingPrefix prefixes;
    private final int[] row;
    private final long[] prefix;
    private int size;
    private int sorted;
    /** The position of the next row; moved by whoever takes rows. */
    int head;

    LeavingQueue(LeavingOrder order, LeavingPrefix prefixes, int capacity) {
        this.order = order;
        this.prefixes = prefixes;
        this.row = new int[capacity];
        this.prefix = new long[capacity];
    }

    /** Adds a row; only before the first look. */
    void add(int rowNumber) {
        row[size] = rowNumber;
        prefix[size++] = prefixes.of(rowNumber);
    }

    boolean hasNext() {
        return head < size;
    }

    /** The next row, which stays the next. */
    int peek() {
        if (head >= sorted) {
            int chunk = Math.min(size - sorted, Math.max(FIRST_CHUNK, GROWTH * sorted));
            RowSelection.select(row, prefix, sorted, size, chunk, order);
            RowSelection.sort(row, prefix, sorted, sorted + chunk, order);
            sorted += chunk;
        }
        return row[head];
    }
}
