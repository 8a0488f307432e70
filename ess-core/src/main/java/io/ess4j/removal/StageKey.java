package io.ess4j.removal;

import java.util.Arrays;

/**
 * One stage of a policy as a number per row: the least leaves first. The kinds are few and final, so that the loops
 * over a million rows stay free of calls.
 */
abstract class StageKey {
    /** The least and the greatest value that any row may have. */
    final long least;

    final long greatest;

    StageKey(long least, long greatest) {
        this.least = least;
        this.greatest = greatest;
    }

    abstract long of(int row);

    /**
     * Writes {@code (value - least) >>> drop << shift} of each row from {@code from} on to {@code out}, added to what
     * {@code out} holds and {@code keep} lets through (all bits or none).
     */
    abstract void write(long[] out, int from, int count, int drop, int shift, long keep);

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
        void write(long[] out, int from, int count, int drop, int shift, long keep) {
            for (int i = 0; i < count; i++) {
                out[i] = (out[i] & keep) + (((joined[from + i] - least) >>> drop) << shift);
            }
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
        void write(long[] out, int from, int count, int drop, int shift, long keep) {
            for (int i = 0; i < count; i++) {
                out[i] = (out[i] & keep) + (((-joined[from + i] - least) >>> drop) << shift);
            }
        }
    }

    /** A rank for each entry of a dictionary; rows without an entry come last. */
    static final class ByEntry extends StageKey {
        private final int[] entry;
        private final int[] rank;

        /** The last element of {@code rank} is the rank of rows without an entry. */
        ByEntry(int[] entry, int[] rank) {
            super(0, Arrays.stream(rank).max().orElse(0));
            this.entry = entry;
            this.rank = rank;
        }

        @Override
        long of(int row) {
            return rank[entry[row] < 0 ? rank.length - 1 : entry[row]];
        }

        @Override
        void write(long[] out, int from, int count, int drop, int shift, long keep) {
            for (int i = 0; i < count; i++) {
                int e = entry[from + i];
                out[i] = (out[i] & keep) + (((long) rank[e < 0 ? rank.length - 1 : e] >>> drop) << shift);
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
        void write(long[] out, int from, int count, int drop, int shift, long keep) {
            for (int i = 0; i < count; i++) {
                out[i] = (out[i] & keep) + (((value[from + i] - least) >>> drop) << shift);
            }
        }
    }
}
