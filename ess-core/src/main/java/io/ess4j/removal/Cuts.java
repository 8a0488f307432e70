package io.ess4j.removal;

import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
import java.util.Arrays;

/**
 * Where the removals of each zone end, told for each kind of instance: a row leaves if its value is less than
 * {@code sure}, it has to be compared with others if its value is at most {@code maybe}, and stays otherwise.
 *
 * <p>The counts of kinds are known, so most kinds are decided without a look at a row: within a zone, those of the
 * lower ranks leave whole, those of the higher ranks stay whole, and only the kinds of one rank, the zone's cut, are
 * divided. Without {@linkplain SampledCuts a sample} all rows of the cut have to be compared. O(d log d) for d kinds.
 */
final class Cuts {
    private static final long KIND_MASK = Integer.MAX_VALUE;
    private static final int RANK_SHIFT = 31;

    final long[] sure;
    final long[] maybe;
    /** The group in which a kind loses rows: its zone, or 0 for all if zones do not matter. */
    final char[] zone;
    /** For each zone: how many rows leave with kinds that leave whole. */
    final int[] whole;
    /** For each zone: how many rows its cut has; 0 if nobody has to be compared. */
    final int[] size;
    /** Whether a kind belongs to its zone's cut. */
    final boolean[] isCut;
    /** About how many rows have to be compared. */
    int expected;

    private Cuts(char[] zone, int kinds, int zones) {
        this.zone = zone;
        this.sure = new long[kinds];
        this.maybe = new long[kinds];
        this.isCut = new boolean[kinds];
        this.whole = new int[zones];
        this.size = new int[zones];
        Arrays.fill(sure, Long.MIN_VALUE);
        Arrays.fill(maybe, Long.MIN_VALUE);
    }

    static Cuts find(FleetTable table, LeavingOrder order, ZoneQuotas quotas) {
        Kinds kinds = table.kinds();
        char[] zone = quotas.zones() == 1 ? new char[kinds.size()] : kinds.zone();
        Cuts cuts = new Cuts(zone, kinds.size(), quotas.zones());
        int[] begin = new int[quotas.zones() + 1];
        long[] byRank = cuts.byZoneAndRank(kinds, order, begin);
        for (int z = 0; z < quotas.zones(); z++) {
            if (quotas.wanted(z) > 0) {
                cuts.cut(z, byRank, begin[z], begin[z + 1], kinds.count(), quotas);
            }
        }
        return cuts;
    }

    /** The eligible kinds with their ranks in front, grouped by zone, each group sorted. */
    private long[] byZoneAndRank(Kinds kinds, LeavingOrder order, int[] begin) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            begin[zone[kind] + 1] += order.isEligibleKind(kinds, kind) ? 1 : 0;
        }
        for (int z = 1; z < begin.length; z++) {
            begin[z] += begin[z - 1];
        }
        long[] byRank = new long[begin[begin.length - 1]];
        int[] next = begin.clone();
        for (int kind = 0; kind < kinds.size(); kind++) {
            if (order.isEligibleKind(kinds, kind)) {
                byRank[next[zone[kind]]++] = (long) order.rank()[kind] << RANK_SHIFT | kind;
            }
        }
        for (int z = 0; z + 1 < begin.length; z++) {
            Arrays.sort(byRank, begin[z], begin[z + 1]);
        }
        return byRank;
    }

    private void cut(int z, long[] byRank, int from, int to, int[] count, ZoneQuotas quotas) {
        int next = from;
        while (next < to) {
            int begin = next;
            int rows = 0;
            do {
                rows += count[(int) (byRank[next++] & KIND_MASK)];
            } while (next < to && byRank[next] >> RANK_SHIFT == byRank[begin] >> RANK_SHIFT);
            // Of a tied zone the last row may stay, so its last kinds do not leave whole.
            if (whole[z] + rows > quotas.base[z]) {
                divide(z, byRank, begin, next, rows);
                return;
            }
            whole[z] += rows;
            for (int i = begin; i < next; i++) {
                int kind = (int) (byRank[i] & KIND_MASK);
                sure[kind] = Long.MAX_VALUE;
                maybe[kind] = Long.MAX_VALUE;
            }
            if (whole[z] == quotas.wanted(z)) {
                return;
            }
        }
    }

    private void divide(int z, long[] byRank, int from, int to, int rows) {
        size[z] = rows;
        expected += rows;
        for (int i = from; i < to; i++) {
            int kind = (int) (byRank[i] & KIND_MASK);
            isCut[kind] = true;
            maybe[kind] = Long.MAX_VALUE;
        }
    }

    /** Narrows the cuts of the zones that have other bounds than none. */
    void narrow(long[] low, long[] high) {
        for (int kind = 0; kind < sure.length; kind++) {
            if (isCut[kind]) {
                sure[kind] = low[zone[kind]];
                maybe[kind] = high[zone[kind]];
            }
        }
    }
}
