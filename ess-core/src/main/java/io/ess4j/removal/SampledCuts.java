package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;

/**
 * Estimates the cuts from evenly spaced rows, four standard deviations to both sides of where a zone's quota ends among
 * them. Looks at a few thousand rows only; who uses the cuts has to check that they hold, for rows in an unlucky order
 * can deceive it.
 */
final class SampledCuts {
    /** The least size of a fleet for which a sample pays. */
    static final int LEAST_ROWS = 32_768;

    private static final int LEAST_SAMPLE = 2048;
    private static final int MOST_SAMPLE = 16_384;
    private static final int ROWS_PER_SAMPLE = 64;
    private static final int LEAST_PER_ZONE = 64;
    private static final int DEVIATIONS = 4;
    private static final int SCATTER = 0x9E3779B9;

    private SampledCuts() {}

    /** Whether a sample is worth taking. */
    static boolean fit(int rows, int zones) {
        return rows >= LEAST_ROWS && sampleSize(rows) / LEAST_PER_ZONE >= zones;
    }

    private static int sampleSize(int rows) {
        return Math.max(LEAST_SAMPLE, Math.min(MOST_SAMPLE, rows / ROWS_PER_SAMPLE));
    }

    static Cuts find(FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        Candidates sample = new Candidates(quotas.zones(), sampleSize(table.size()));
        char[] zone = table.columns().zone();
        int step = table.size() / sampleSize(table.size());
        for (int i = 0; i < sampleSize(table.size()); i++) {
            // Steps of unequal length, or a fleet built in a regular pattern would show one part of it only.
            int row = i * step + Integer.remainderUnsigned(i * SCATTER, step);
            if (order.isEligible(row)) {
                sample.add(quotas.zones() == 1 ? 0 : zone[row], row, order.prefix(row));
            }
        }
        sample.groupByZone();
        Cuts cuts = new Cuts(quotas.zones());
        for (int z = 0; z < quotas.zones(); z++) {
            if (quotas.wanted(z) > 0) {
                cut(cuts, z, sample, quotas, order);
            }
        }
        return cuts;
    }

    private static void cut(Cuts cuts, int zone, Candidates sample, ZoneQuotas quotas, LeavingOrder order) {
        double share = (double) quotas.wanted(zone) / quotas.eligible(zone);
        int size = sample.end(zone) - sample.begin(zone);
        double middle = share * size;
        double margin = DEVIATIONS * (Math.sqrt(middle * (1 - share)) + 1);
        int below = Math.max(0, (int) (middle - margin));
        int above = Math.min(size, (int) (middle + margin) + 1);
        cuts.low[zone] = below == 0 ? 0 : sample.prefixAt(zone, below, order);
        cuts.high[zone] = above == size ? Long.MAX_VALUE : sample.prefixAt(zone, above, order);
        cuts.expected += (int) ((above - below + 1L) * quotas.eligible(zone) / (size + 1));
    }
}
