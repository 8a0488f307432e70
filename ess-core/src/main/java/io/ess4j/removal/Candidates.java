package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import java.util.Arrays;

/**
 * Rows that have to be compared: gathered in any order, counted by zone, thinned out where they are many, then grouped
 * by zone with their values, then selected from.
 */
final class Candidates {
    /** Fewer are as fast to select from as to thin out. */
    private static final int WORTH_THINNING = 2048;

    private final int[] count;
    private final int[] begin;
    private int[] row;
    private long[] value = {};
    private int size;

    Candidates(int zones, int expected) {
        this.count = new int[zones];
        this.begin = new int[zones + 1];
        this.row = new int[expected];
    }

    void add(int rowNumber) {
        if (size == row.length) {
            row = Arrays.copyOf(row, Math.max(16, size + (size >> 1)));
        }
        row[size++] = rowNumber;
    }

    /** How many rows each zone has; nothing may be added afterwards. */
    int[] count(Cuts cuts, FleetTable table) {
        int[] kind = table.columns().kind();
        for (int i = 0; i < size; i++) {
            count[cuts.zone[kind[row[i]]]]++;
        }
        return count;
    }

    /**
     * Marks rows that leave for certain and drops those that stay for certain, so that only rows near the last one that
     * leaves are left to compare. Values fall into buckets of equal width between the least and the greatest of the
     * zone; a zone goes on with the bucket in which its quota ends.
     *
     * @param wanted how many rows each zone has to lose out of these, at most as many as it has; what is marked is
     *     taken off
     */
    void thinOut(int[] wanted, Cuts cuts, FleetTable table, LeavingOrder order, long[] leaving) {
        if (size < WORTH_THINNING || !order.hasValues()) {
            return;
        }
        int[] kind = table.columns().kind();
        ValueBuckets buckets = new ValueBuckets(wanted.length);
        for (int i = 0; i < size; i++) {
            buckets.see(cuts.zone[kind[row[i]]], order.value(row[i]));
        }
        for (int i = 0; i < size; i++) {
            buckets.count(cuts.zone[kind[row[i]]], order.value(row[i]));
        }
        buckets.cut(wanted);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int zone = cuts.zone[kind[row[i]]];
            int side = buckets.side(zone, order.value(row[i]));
            count[zone] -= side == 0 ? 0 : 1;
            if (side < 0) {
                leaving[row[i] >>> 6] |= 1L << row[i];
            } else if (side == 0) {
                row[kept++] = row[i];
            }
        }
        size = kept;
    }

    /** Sorts the counted rows by zone, and looks their values up. */
    void groupByZone(Cuts cuts, FleetTable table, LeavingOrder order) {
        int[] kind = table.columns().kind();
        for (int z = 0; z < count.length; z++) {
            begin[z + 1] = begin[z] + count[z];
        }
        int[] next = begin.clone();
        int[] rows = new int[size];
        value = new long[size];
        for (int i = 0; i < size; i++) {
            int to = next[cuts.zone[kind[row[i]]]]++;
            rows[to] = row[i];
            value[to] = order.value(row[i]);
        }
        row = rows;
    }

    int begin(int zoneNumber) {
        return begin[zoneNumber];
    }

    int end(int zoneNumber) {
        return begin[zoneNumber + 1];
    }

    int row(int index) {
        return row[index];
    }

    /** Moves the first {@code keep} rows of a zone in the order of leaving to its front, in any order. */
    void select(int zoneNumber, int keep, LeavingOrder order) {
        RowSelection.select(row, value, begin(zoneNumber), end(zoneNumber), keep, order);
    }

    /** The value of the row that would be at {@code position} (from 0) if the zone were sorted. */
    long valueAt(int zoneNumber, int position, LeavingOrder order) {
        select(zoneNumber, position + 1, order);
        long greatest = Long.MIN_VALUE;
        for (int i = begin(zoneNumber); i <= begin(zoneNumber) + position; i++) {
            greatest = Math.max(greatest, value[i]);
        }
        return greatest;
    }

    /** Moves the last of the zone's first {@code count} rows to the place behind the others, and returns it. */
    int lastOf(int zoneNumber, int count, LeavingOrder order) {
        int to = begin(zoneNumber) + count - 1;
        int last = to;
        for (int i = begin(zoneNumber); i < to; i++) {
            last = RowSelection.isAfter(row, value, i, last, order) ? i : last;
        }
        RowSelection.swap(row, value, last, to);
        return row[to];
    }
}
