package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that leave by zone quotas, without sorting: one pass marks the rows before the {@linkplain Cuts cuts},
 * and only rows at a cut are compared. In a large fleet a sample narrows the cuts; if it deceived, all rows of the
 * divided kinds are compared. Expected O(n + z + d log d) for n rows of d kinds in z zones.
 */
final class CutSelection {
    private final FleetTable table;
    private final LeavingOrder order;
    private final ZoneQuotas quotas;

    CutSelection(FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        this.table = table;
        this.order = order;
        this.quotas = quotas;
    }

    /** The rows that leave, one bit each. */
    static long[] select(FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        CutSelection selection = new CutSelection(table, order, quotas);
        Cuts cuts = Cuts.find(table, order, quotas);
        if (SampledCuts.fit(cuts, order, table.size())) {
            SampledCuts.narrow(cuts, table, order, quotas);
            long[] leaving = selection.apply(cuts);
            if (leaving != null) {
                return leaving;
            }
            cuts = Cuts.find(table, order, quotas);
        }
        long[] leaving = selection.apply(cuts);
        if (leaving == null) {
            throw new AssertionError("cuts that compare all rows must hold");
        }
        return leaving;
    }

    /** The rows that leave by those cuts; null if the cuts miss what a zone has to lose. */
    long @Nullable [] apply(Cuts cuts) {
        long[] leaving = new long[(table.size() + Long.SIZE - 1) / Long.SIZE];
        int[] before = new int[quotas.zones()];
        Candidates atCut = new Candidates(quotas.zones(), cuts.expected);
        if (order.hasValues()) {
            collect(cuts, leaving, before, atCut);
        } else {
            collectByKind(cuts, leaving, before, atCut);
        }
        int[] count = atCut.count(cuts, table);
        int[] wanted = new int[count.length];
        for (int z = 0; z < count.length; z++) {
            wanted[z] = quotas.wanted(z) - before[z];
            if (before[z] > quotas.base[z] || count[z] < wanted[z]) {
                return null;
            }
        }
        atCut.thinOut(wanted, cuts, table, order, leaving);
        atCut.groupByZone(cuts, table, order);
        choose(atCut, leaving, wanted);
        return leaving;
    }

    /** Marks the rows before the cuts, counts them by zone, and gathers those at the cuts. */
    private void collect(Cuts cuts, long[] leaving, int[] before, Candidates atCut) {
        int[] kind = table.columns().kind();
        long[] value = order.values();
        long flip = order.flip();
        long[] sure = cuts.sure;
        long[] maybe = cuts.maybe;
        for (int row = 0; row < kind.length; row++) {
            long v = value[row] ^ flip;
            int k = kind[row];
            if (v <= maybe[k]) {
                if (v < sure[k]) {
                    leaving[row >>> 6] |= 1L << row;
                    before[cuts.zone[k]]++;
                } else {
                    atCut.add(row);
                }
            }
        }
    }

    /** The same where ranks are all there is before rows are compared in full. */
    private void collectByKind(Cuts cuts, long[] leaving, int[] before, Candidates atCut) {
        int[] kind = table.columns().kind();
        for (int row = 0; row < kind.length; row++) {
            int k = kind[row];
            if (cuts.sure[k] == Long.MAX_VALUE) {
                leaving[row >>> 6] |= 1L << row;
                before[cuts.zone[k]]++;
            } else if (cuts.isCut[k]) {
                atCut.add(row);
            }
        }
    }

    private void choose(Candidates atCut, long[] leaving, int[] wantedOf) {
        int[] nextOfTied = new int[quotas.zones()];
        int tied = 0;
        for (int z = 0; z < quotas.zones(); z++) {
            int wanted = wantedOf[z];
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
        RowSelection.sort(candidates, new long[tied], 0, tied, order);
        for (int i = 0; i < quotas.extra; i++) {
            mark(leaving, candidates[i]);
        }
    }

    private static void mark(long[] leaving, int row) {
        leaving[row >>> 6] |= 1L << row;
    }
}
