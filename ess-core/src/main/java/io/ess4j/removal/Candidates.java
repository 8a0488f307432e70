package io.ess4j.removal;

import java.util.Arrays;

/**
 * Rows that have to be compared, with their prefixes: gathered in any order, then grouped by zone, then selected from.
 */
final class Candidates {
    private final int[] perZone;
    private int[] zone;
    private int[] row;
    private long[] prefix;
    private int size;

    Candidates(int zones, int expected) {
        this.perZone = new int[zones + 1];
        this.zone = new int[expected];
        this.row = new int[expected];
        this.prefix = new long[expected];
    }

    void add(int zoneOfRow, int rowNumber, long prefixOfRow) {
        if (size == row.length) {
            int longer = Math.max(16, size + (size >> 1));
            zone = Arrays.copyOf(zone, longer);
            row = Arrays.copyOf(row, longer);
            prefix = Arrays.copyOf(prefix, longer);
        }
        zone[size] = zoneOfRow;
        row[size] = rowNumber;
        prefix[size++] = prefixOfRow;
        perZone[zoneOfRow + 1]++;
    }

    /** Sorts by zone; afterwards nothing may be added. */
    void groupByZone() {
        for (int z = 1; z < perZone.length; z++) {
            perZone[z] += perZone[z - 1];
        }
        if (perZone.length == 2) {
            return;
        }
        int[] next = Arrays.copyOf(perZone, perZone.length - 1);
        int[] rows = new int[size];
        long[] prefixes = new long[size];
        for (int i = 0; i < size; i++) {
            int to = next[zone[i]]++;
            rows[to] = row[i];
            prefixes[to] = prefix[i];
        }
        row = rows;
        prefix = prefixes;
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
        RowSelection.select(row, prefix, begin(zoneNumber), end(zoneNumber), keep, order);
    }

    /** The prefix of the row that would be at {@code position} (from 0) if the zone were sorted. */
    long prefixAt(int zoneNumber, int position, LeavingOrder order) {
        select(zoneNumber, position + 1, order);
        long greatest = 0;
        for (int i = begin(zoneNumber); i <= begin(zoneNumber) + position; i++) {
            greatest = Math.max(greatest, prefix[i]);
        }
        return greatest;
    }

    /** Moves the last of the zone's first {@code count} rows to the place behind the others, and returns it. */
    int lastOf(int zoneNumber, int count, LeavingOrder order) {
        int to = begin(zoneNumber) + count - 1;
        int last = to;
        for (int i = begin(zoneNumber); i < to; i++) {
            last = RowSelection.isAfter(row, prefix, i, last, order) ? i : last;
        }
        RowSelection.swap(row, prefix, last, to);
        return row[to];
    }
}
