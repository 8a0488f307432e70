package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import java.util.Arrays;

/** Rows that have to be compared: gathered in any order, then grouped by zone with their values, then selected from. */
final class Candidates {
    private final int[] perZone;
    private int[] row;
    private long[] value = {};
    private int size;

    Candidates(int zones, int expected) {
        this.perZone = new int[zones + 1];
        this.row = new int[expected];
    }

    void add(int rowNumber) {
        if (size == row.length) {
            row = Arrays.copyOf(row, Math.max(16, size + (size >> 1)));
        }
        row[size++] = rowNumber;
    }

    /** Sorts by zone, and looks the values up; afterwards nothing may be added. */
    void groupByZone(Cuts cuts, FleetTable table, LeavingOrder order) {
        int[] kind = table.columns().kind();
        for (int i = 0; i < size; i++) {
            perZone[cuts.zone[kind[row[i]]] + 1]++;
        }
        for (int z = 1; z < perZone.length; z++) {
            perZone[z] += perZone[z - 1];
        }
        int[] next = perZone.clone();
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
        return perZone[zoneNumber];
    }

    int end(int zoneNumber) {
        return perZone[zoneNumber + 1];
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
