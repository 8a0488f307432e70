package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.util.Arrays;

/**
 * Finds the rows that leave by zone quotas, without sorting: rows are counted into buckets by zone and leading bits of
 * the prefix; buckets below the one where a zone's quota is reached leave whole, and only within that one rows are
 * compared. Expected O(n + z): two passes over the columns in blocks that stay in the cache.
 */
final class BucketSelection {
    private static final int BLOCK = 2048;
    private static final int MOST_BUCKETS = 2048;
    private static final int LEAST_BUCKETS = 16;
    private static final int ROWS_PER_BUCKET = 4;

    private final FleetTable table;
    private final LeavingOrder order;
    private final ZoneQuotas quotas;
    private final int eligibleStates;
    private final int buckets;
    private final int drop;
    private final int[] histogram;
    private final int[] cut;
    private final int[] below;
    private final int[] boundaryEnd;
    private final long[] leaving;

    private BucketSelection(FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        this.table = table;
        this.order = order;
        this.quotas = quotas;
        this.eligibleStates = order.eligibleStates();
        int fitting = Integer.highestOneBit(Math.max(1, table.size() / (ROWS_PER_BUCKET * quotas.zones())));
        this.buckets = Math.max(LEAST_BUCKETS, Math.min(MOST_BUCKETS, fitting));
        this.drop = Math.max(0, order.bits() - Integer.numberOfTrailingZeros(buckets));
        this.histogram = new int[quotas.zones() * buckets];
        this.cut = new int[quotas.zones()];
        this.below = new int[quotas.zones()];
        this.boundaryEnd = new int[quotas.zones()];
        this.leaving = new long[(table.size() + Long.SIZE - 1) / Long.SIZE];
    }

    /** The rows that leave, one bit each. */
    static long[] select(FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        BucketSelection selection = new BucketSelection(table, order, quotas);
        selection.count();
        int boundary = selection.findCuts();
        selection.chooseInBoundary(selection.collect(boundary));
        return selection.leaving;
    }

    private void count() {
        char[] zone = table.columns().zone();
        short[] packed = table.columns().packed();
        boolean oneZone = quotas.zones() == 1;
        long[] prefix = new long[Math.min(BLOCK, table.size())];
        for (int from = 0; from < table.size(); from += BLOCK) {
            int rows = Math.min(BLOCK, table.size() - from);
            order.prefixes(prefix, from, rows);
            for (int i = 0; i < rows; i++) {
                if (isEligible(packed[from + i])) {
                    int first = oneZone ? 0 : zone[from + i] * buckets;
                    histogram[first + (int) (prefix[i] >>> drop)]++;
                }
            }
        }
    }

    /** Finds the bucket in which each zone's quota is reached; returns how many rows those hold together. */
    private int findCuts() {
        int boundary = 0;
        for (int z = 0; z < quotas.zones(); z++) {
            int bucket = 0;
            int sum = 0;
            while (quotas.wanted(z) > 0 && sum + histogram[z * buckets + bucket] < quotas.wanted(z)) {
                sum += histogram[z * buckets + bucket];
                bucket++;
            }
            cut[z] = quotas.wanted(z) == 0 ? -1 : bucket;
            below[z] = sum;
            boundary += cut[z] < 0 ? 0 : histogram[z * buckets + bucket];
            boundaryEnd[z] = boundary;
        }
        return boundary;
    }

    /** Marks the rows below the cuts, and returns those at the cuts, zone after zone. */
    private int[] collect(int boundary) {
        char[] zone = table.columns().zone();
        short[] packed = table.columns().packed();
        boolean oneZone = quotas.zones() == 1;
        int[] rows = new int[boundary];
        int[] next = new int[quotas.zones()];
        System.arraycopy(boundaryEnd, 0, next, 1, quotas.zones() - 1);
        long[] prefix = new long[Math.min(BLOCK, table.size())];
        for (int from = 0; from < table.size(); from += BLOCK) {
            int count = Math.min(BLOCK, table.size() - from);
            order.prefixes(prefix, from, count);
            for (int i = 0; i < count; i++) {
                int z = oneZone ? 0 : zone[from + i];
                long bucket = prefix[i] >>> drop;
                if (bucket <= cut[z] && isEligible(packed[from + i])) {
                    if (bucket < cut[z]) {
                        mark(from + i);
                    } else {
                        rows[next[z]++] = from + i;
                    }
                }
            }
        }
        return rows;
    }

    private void chooseInBoundary(int[] rows) {
        int[] nextOfTied = new int[quotas.zones()];
        int tied = 0;
        for (int z = 0; z < quotas.zones(); z++) {
            int from = z == 0 ? 0 : boundaryEnd[z - 1];
            int wanted = quotas.wanted(z) - below[z];
            if (wanted > 0) {
                RowSelection.select(rows, from, boundaryEnd[z], wanted, order);
                if (quotas.tied[z]) {
                    moveLastToEnd(rows, from, from + wanted);
                    nextOfTied[tied++] = rows[from + wanted - 1];
                    wanted--;
                }
                for (int i = 0; i < wanted; i++) {
                    mark(rows[from + i]);
                }
            }
        }
        int[] candidates = Arrays.copyOf(nextOfTied, tied);
        RowSelection.select(candidates, 0, tied, quotas.extra, order);
        for (int i = 0; i < quotas.extra; i++) {
            mark(candidates[i]);
        }
    }

    private void moveLastToEnd(int[] rows, int from, int to) {
        int last = from;
        for (int i = from + 1; i < to; i++) {
            last = order.compare(rows[i], rows[last]) > 0 ? i : last;
        }
        int row = rows[last];
        rows[last] = rows[to - 1];
        rows[to - 1] = row;
    }

    private boolean isEligible(short packed) {
        return (eligibleStates >>> Packed.state(packed) & 1) != 0;
    }

    private void mark(int row) {
        leaving[row >>> 6] |= 1L << row;
    }
}
