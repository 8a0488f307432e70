package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;

/**
 * Finds the cuts by counting: every eligible row falls into a bucket by its zone and the leading bits of its prefix,
 * and the cut lies in the bucket in which the zone's quota is reached. One pass, and never wrong.
 */
final class HistogramCuts {
    private static final int MOST_BUCKETS = 2048;
    private static final int LEAST_BUCKETS = 16;
    private static final int ROWS_PER_BUCKET = 4;

    private HistogramCuts() {}

    static Cuts find(FleetTable table, LeavingOrder order, ZoneQuotas quotas, PrefixBlocks blocks) {
        int fitting = Integer.highestOneBit(Math.max(1, table.size() / (ROWS_PER_BUCKET * quotas.zones())));
        int buckets = Math.max(LEAST_BUCKETS, Math.min(MOST_BUCKETS, fitting));
        int drop = Math.max(0, order.bits() - Integer.numberOfTrailingZeros(buckets));
        int[] histogram = count(table, order, quotas.zones(), buckets, drop, blocks);
        Cuts cuts = new Cuts(quotas.zones());
        for (int z = 0; z < quotas.zones(); z++) {
            if (quotas.wanted(z) > 0) {
                int bucket = 0;
                int sum = histogram[z * buckets];
                while (sum < quotas.wanted(z)) {
                    bucket++;
                    sum += histogram[z * buckets + bucket];
                }
                cuts.low[z] = (long) bucket << drop;
                cuts.high[z] = (((long) bucket + 1) << drop) - 1;
                cuts.expected += histogram[z * buckets + bucket];
            }
        }
        return cuts;
    }

    private static int[] count(
            FleetTable table, LeavingOrder order, int zones, int buckets, int drop, PrefixBlocks blocks) {
        char[] zone = table.columns().zone();
        short[] packed = table.columns().packed();
        int eligible = order.eligibleStates();
        boolean oneZone = zones == 1;
        int[] histogram = new int[zones * buckets];
        int rows;
        for (int from = 0; from < table.size(); from += rows) {
            long[] prefix = blocks.at(from);
            rows = blocks.rows(from);
            for (int i = 0; i < rows; i++) {
                if ((eligible >>> Packed.state(packed[from + i]) & 1) != 0) {
                    int first = oneZone ? 0 : zone[from + i] * buckets;
                    histogram[first + (int) (prefix[i] >>> drop)]++;
                }
            }
        }
        return histogram;
    }
}
