package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import java.util.Arrays;

/**
 * Narrows cuts by evenly spaced rows, three standard deviations to both sides of where a zone's quota ends among them.
 * Looks at a few thousand rows only; who uses the cuts has to check that they hold, for rows in an unlucky order can
 * deceive it.
 */
final class SampledCuts {
    /** The least number of rows to compare for which a sample pays. */
    static final int LEAST_ROWS = 4096;

    private static final int LEAST_SAMPLE = 2048;
    private static final int MOST_SAMPLE = 16_384;
    private static final int ROWS_PER_SAMPLE = 64;
    private static final int LEAST_PER_ZONE = 32;
    private static final int DEVIATIONS = 3;
    private static final int SCATTER = 0x9E3779B9;

    private SampledCuts() {}

    /** Whether a sample is worth taking. */
    static boolean fit(Cuts cuts, LeavingOrder order, int rows) {
        return order.hasValues() && rows >= 2 * LEAST_SAMPLE && cuts.expected >= LEAST_ROWS;
    }

    /** Narrows cuts that compare all rows of their kinds. */
    static void narrow(Cuts cuts, FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        Candidates sample = sample(cuts, table, order);
        long[] low = new long[quotas.zones()];
        long[] high = new long[quotas.zones()];
        Arrays.fill(low, Long.MIN_VALUE);
        Arrays.fill(high, Long.MAX_VALUE);
        cuts.expected = 0;
        for (int z = 0; z < quotas.zones(); z++) {
            int seen = sample.end(z) - sample.begin(z);
            if (seen < LEAST_PER_ZONE) {
                cuts.expected += cuts.size[z];
                continue;
            }
            double share = (double) (quotas.wanted(z) - cuts.whole[z]) / cuts.size[z];
            double middle = share * seen;
            double margin = DEVIATIONS * (Math.sqrt(middle * (1 - share)) + 1);
            int below = Math.max(0, (int) (middle - margin));
            int above = Math.min(seen, (int) (middle + margin) + 1);
            low[z] = below == 0 ? Long.MIN_VALUE : sample.valueAt(z, below, order);
            high[z] = above == seen ? Long.MAX_VALUE : sample.valueAt(z, above, order);
            cuts.expected += (int) ((above - below + 1L) * cuts.size[z] / (seen + 1));
        }
        cuts.narrow(low, high);
    }

    /** Rows of the cuts out of evenly spaced rows of the fleet. */
    private static Candidates sample(Cuts cuts, FleetTable table, LeavingOrder order) {
        int size = Math.max(LEAST_SAMPLE, Math.min(MOST_SAMPLE, table.size() / ROWS_PER_SAMPLE));
        Candidates sample = new Candidates(cuts.size.length, size / 4);
        int step = table.size() / size;
        int[] kind = table.columns().kind();
        for (int i = 0; i < size; i++) {
            // Steps of unequal length, or a fleet built in a regular pattern would show one part of it only.
            int row = i * step + Integer.remainderUnsigned(i * SCATTER, step);
            if (cuts.isCut[kind[row]]) {
                sample.add(row);
            }
        }
        sample.count(cuts, table);
        sample.groupByZone(cuts, table, order);
        return sample;
    }
}
