package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that leave by zone quotas, without sorting: rows before the cut of their zone leave, and only those at
 * the cut are compared. A large fleet is cut by a sample, which costs one pass; if the sample deceived, and in a small
 * fleet, counting finds the cuts. Expected O(n + z).
 */
final class CutSelection {
    private final FleetTable table;
    private final LeavingOrder order;
    private final ZoneQuotas quotas;
    private final PrefixBlocks blocks;

    private CutSelection(FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        this.table = table;
        this.order = order;
        this.quotas = quotas;
        this.blocks = new PrefixBlocks(order, table.size());
    }

    /** The rows that leave, one bit each. */
    static long[] select(FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        CutSelection selection = new CutSelection(table, order, quotas);
        long[] leaving = null;
        if (SampledCuts.fit(table.size(), quotas.zones())) {
            leaving = selection.apply(SampledCuts.find(table, order, quotas));
        }
        if (leaving == null) {
            leaving = selection.apply(HistogramCuts.find(table, order, quotas, selection.blocks));
        }
        if (leaving == null) {
            throw new AssertionError("counted cuts must hold");
        }
        return leaving;
    }

    /** The rows that leave by those cuts; null if the cuts miss what a zone has to lose. */
    private long @Nullable [] apply(Cuts cuts) {
        long[] leaving = new long[(table.size() + Long.SIZE - 1) / Long.SIZE];
        int[] before = new int[quotas.zones()];
        Candidates atCut = collect(cuts, leaving, before);
        atCut.groupByZone();
        for (int z = 0; z < before.length; z++) {
            int reached = before[z] + atCut.end(z) - atCut.begin(z);
            if (before[z] > quotas.base[z] || reached < quotas.wanted(z)) {
                return null;
            }
        }
        choose(atCut, leaving, before);
        return leaving;
    }

    /** Marks the rows before the cuts, counts them by zone, and returns those at the cuts. */
    private Candidates collect(Cuts cuts, long[] leaving, int[] before) {
        char[] zone = table.columns().zone();
        short[] packed = table.columns().packed();
        int eligible = order.eligibleStates();
        boolean oneZone = quotas.zones() == 1;
        long[] low = cuts.low;
        long[] high = cuts.high;
        Candidates atCut = new Candidates(quotas.zones(), cuts.expected);
        int rows;
        for (int from = 0; from < table.size(); from += rows) {
            long[] prefix = blocks.at(from);
            rows = blocks.rows(from);
            for (int i = 0; i < rows; i++) {
                int z = oneZone ? 0 : zone[from + i];
                if (prefix[i] <= high[z] && (eligible >>> Packed.state(packed[from + i]) & 1) != 0) {
                    if (prefix[i] < low[z]) {
                        mark(leaving, from + i);
                        before[z]++;
                    } else {
                        atCut.add(z, from + i, prefix[i]);
                    }
                }
            }
        }
        return atCut;
    }

    private void choose(Candidates atCut, long[] leaving, int[] before) {
        int[] nextOfTied = new int[quotas.zones()];
        int tied = 0;
        for (int z = 0; z < quotas.zones(); z++) {
            int wanted = quotas.wanted(z) - before[z];
            if (wanted > 0) {
                atCut.select(z, wanted, order);
                if (quotas.tied[z]) {
                    nextOfTied[tied++] = atCut.lastOf(z, wanted, order);
                    wanted--;
                }
                for (int i = atCut.begin(z); i < atCut.begin(z) + wanted; i++) {
                    mark(leaving, atCut.row(i));
                }
            }
        }
        int[] candidates = Arrays.copyOf(nextOfTied, tied);
        RowSelection.sort(candidates, 0, tied, order);
        for (int i = 0; i < quotas.extra; i++) {
            mark(leaving, candidates[i]);
        }
    }

    private static void mark(long[] leaving, int row) {
        leaving[row >>> 6] |= 1L << row;
    }
}
