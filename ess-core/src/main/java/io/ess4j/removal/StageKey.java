package io.ess4j.removal;

import com.google.common.primitives.Ints;

/** One stage of a policy as a number for each row: the least leaves first. */
interface StageKey {
    long of(int row);

    /** A rank for each kind of instance, from 0 on; equal ranks are tied. */
    final class ByKind implements StageKey {
        final int[] rank;
        private final int[] kind;

        ByKind(int[] kind, int[] rank) {
            this.kind = kind;
            this.rank = rank;
        }

        /** One more than the greatest rank. */
        int ranks() {
            return rank.length == 0 ? 1 : Ints.max(rank) + 1;
        }

        @Override
        public long of(int row) {
            return rank[kind[row]];
        }
    }

    /** A number for each row, in its order or, with all bits flipped, in the reverse one. */
    final class ByRow implements StageKey {
        final long[] value;
        final long flip;

        private ByRow(long[] value, long flip) {
            this.value = value;
            this.flip = flip;
        }

        static ByRow leastFirst(long[] value) {
            return new ByRow(value, 0);
        }

        static ByRow greatestFirst(long[] value) {
            return new ByRow(value, -1);
        }

        @Override
        public long of(int row) {
            return value[row] ^ flip;
        }
    }
}
