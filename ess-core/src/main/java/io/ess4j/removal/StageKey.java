package io.ess4j.removal;

import com.google.common.primitives.Ints;
import java.util.Arrays;

/**
 * One stage of a policy as a number per row: the least leaves first. The kinds are few and final, so that the loops
 * over a million rows stay free of calls.
 */
abstract class StageKey {
    /** The least and the greatest value that any row may have. */
    final long least;

    final long greatest;

    /** How the value goes into the prefix: without its low {@code drop} bits, or moved left by {@code shift}. */
    private int drop;

    private int shift;

    StageKey(long least, long greatest) {
        this.least = least;
        this.greatest = greatest;
    }

    abstract long of(int row);

    /** Adds the part of the prefix of each row from {@code from} on to {@code out}. */
    abstract void addTo(long[] out, int from, int count);

    /** Says where the value lies in the prefix; at most one of both is not 0. */
    void place(int bitsToDrop, int bitsToShift) {
        drop = bitsToDrop;
        shift = bitsToShift;
    }

    /** The part of the prefix that stands for a value. */
    final long part(long value) {
        return (value - least) >>> drop << shift;
    }

    /** Adds the parts of those values, one for each row. */
    final void addParts(long[] values, long[] out, int from, int count) {
        long base = least;
        if (shift == 0 && drop == 0) {
            for (int i = 0; i < count; i++) {
                out[i] += values[from + i] - base;
            }
            return;
        }
        int right = drop;
        int left = shift;
        for (int i = 0; i < count; i++) {
            out[i] += (values[from + i] - base) >>> right << left;
        }
    }

    /** How many bits the distance from the least to the greatest value needs. */
    final int bits() {
        return greatest <= least ? 0 : Long.SIZE - Long.numberOfLeadingZeros(greatest - least);
    }

    /** Times of joining, the earliest first. */
    static final class Earliest extends StageKey {
        private final long[] joined;

        Earliest(long[] joined, long least, long greatest) {
            super(least, greatest);
            this.joined = joined;
        }

        @Override
        long of(int row) {
            return joined[row];
        }

        @Override
        void addTo(long[] out, int from, int count) {
            addParts(joined, out, from, count);
        }
    }

    /** Times of joining, the latest first. */
    static final class Latest extends StageKey {
        private final long[] joined;

        Latest(long[] joined, long earliest, long latest) {
            super(-latest, -earliest);
            this.joined = joined;
        }

        @Override
        long of(int row) {
            return -joined[row];
        }

        @Override
        void addTo(long[] out, int from, int count) {
            for (int i = 0; i < count; i++) {
                out[i] += part(-joined[from + i]);
            }
        }
    }

    /** A rank for each entry of a dictionary; rows without an entry come last. */
    static final class ByEntry extends StageKey {
        private final int[] entry;
        private final int[] rank;
        private long[] part = {};

        /** The last element of {@code rank} is the rank of rows without an entry. */
        ByEntry(int[] entry, int[] rank) {
            super(0, Ints.max(rank));
            this.entry = entry;
            this.rank = rank;
        }

        @Override
        long of(int row) {
            return rank[entry[row] < 0 ? rank.length - 1 : entry[row]];
        }

        @Override
        void addTo(long[] out, int from, int count) {
            long[] parts = part;
            for (int i = 0; i < count; i++) {
                out[i] += parts[entry[from + i] + 1];
            }
        }

        @Override
        void place(int bitsToDrop, int bitsToShift) {
            super.place(bitsToDrop, bitsToShift);
            part = new long[rank.length];
            part[0] = part(rank[rank.length - 1]);
            for (int e = 1; e < part.length; e++) {
                part[e] = part(rank[e - 1]);
            }
        }
    }

    /** A number for each row. */
    static final class ByRow extends StageKey {
        private final long[] value;

        ByRow(long[] value) {
            super(
                    Arrays.stream(value).min().orElse(0),
                    Arrays.stream(value).max().orElse(0));
            this.value = value;
        }

        @Override
        long of(int row) {
            return value[row];
        }

        @Override
        void addTo(long[] out, int from, int count) {
            addParts(value, out, from, count);
        }
    }
}
