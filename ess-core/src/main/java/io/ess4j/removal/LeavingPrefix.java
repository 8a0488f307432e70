package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import java.util.Arrays;

/**
 * The head of a leaving order as one number a row, for sorting: rows of a smaller one leave first, rows of the same are
 * compared in full. It holds the rank and, if both fit, the value behind it.
 */
final class LeavingPrefix {
    private final LeavingOrder order;
    private final int[] kind;
    private final int[] rank;
    /** How far ranks are moved left to make room for the value; 0 if there is none or it does not fit. */
    private final int shift;

    private final long leastValue;

    /** Looks at all values once. */
    LeavingPrefix(FleetTable table, LeavingOrder order) {
        this.order = order;
        this.kind = table.columns().kind();
        this.rank = order.rank();
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int row = 0; row < table.size() && order.hasValues(); row++) {
            least = Math.min(least, order.value(row));
            greatest = Math.max(greatest, order.value(row));
        }
        int greatestRank = Arrays.stream(rank).max().orElse(0);
        int rankBits = Integer.SIZE - Integer.numberOfLeadingZeros(greatestRank);
        boolean isRange = least <= greatest && greatest - least >= 0;
        int valueBits = isRange ? Long.SIZE - Long.numberOfLeadingZeros(greatest - least) : Long.SIZE;
        boolean fits = rankBits + valueBits < Long.SIZE;
        this.shift = fits ? valueBits : 0;
        this.leastValue = least;
    }

    long of(int row) {
        long high = (long) rank[kind[row]] << shift;
        return shift == 0 ? high : high | (order.value(row) - leastValue);
    }
}
