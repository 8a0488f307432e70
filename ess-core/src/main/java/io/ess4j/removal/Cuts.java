package io.ess4j.removal;

import java.util.Arrays;

/**
 * Where the removals of each zone end: a row whose prefix is less than {@code low} leaves, one whose prefix is greater
 * than {@code high} stays, and those between have to be compared.
 *
 * <p>A class and not a record: equality of arrays would mislead.
 */
final class Cuts {
    final long[] low;
    final long[] high;

    /** About how many rows lie between. */
    int expected;

    /** Cuts by which everybody stays. */
    Cuts(int zones) {
        this.low = new long[zones];
        this.high = new long[zones];
        Arrays.fill(high, -1);
    }
}
