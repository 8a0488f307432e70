package io.ess4j.capacity;

import java.util.Arrays;

/**
 * The part of a covering problem that is still open after the relaxation: for each pool the counts that an optimum
 * could have, grouped into classes of equal weight.
 *
 * <p>Two rules fix counts. A pool with reduced cost {@code r = price - unitPriceAtBreak * weight} makes a solution
 * dearer than the relaxation by at least {@code |r|} for each instance it moves away from its bound, so it can move at
 * most {@code (incumbent - 1 - relaxation) / |r|} instances if the incumbent is to be undercut. And some optimum lies
 * within {@code 2 * maxWeight + 1} instances of the relaxation.
 */
final class CoverCore {
    /** Tables of more cells than this (32 MB) are not built. */
    private static final long CELL_LIMIT = 1 << 22;
    /** Sums of integers below this are exact in a double. */
    private static final long EXACT_DOUBLE = 1L << 53;

    final CoverRelaxation relaxation;
    /** Instances of each pool that are bought in any case. */
    final int[] low;
    /** How many more may be bought. */
    final int[] range;
    /** Open pools by weight, within a weight by price. */
    final int[] open;
    /** Where each class of equal weight begins in {@link #open}; one more entry for the end. */
    final int[] classStart;

    final int classes;
    /** Units that the open pools have to cover. */
    final int demand;
    /** Cells that the search fills; {@link Long#MAX_VALUE} if it cannot be done. */
    final long steps;

    private final boolean complete;

    private CoverCore(CoverRelaxation relaxation, long neighbourhood, boolean complete) {
        this.relaxation = relaxation;
        this.complete = complete;
        int n = relaxation.size;
        this.low = new int[n];
        this.range = new int[n];
        long coreDemand = relaxation.demand;
        long fixedCost = 0;
        int openPools = 0;
        Slack slack = new Slack(relaxation);
        for (int k = 0; k < n; k++) {
            limit(k, Math.min(neighbourhood, slack.moves(k, neighbourhood)), neighbourhood);
            coreDemand -= (long) low[k] * relaxation.weight[k];
            fixedCost += low[k] * relaxation.price[k];
            openPools += range[k] > 0 ? 1 : 0;
        }
        boolean exact = relaxation.incumbentCost - fixedCost < EXACT_DOUBLE;
        if (!exact || coreDemand >= CELL_LIMIT) {
            this.demand = 0;
            this.open = new int[0];
            this.classStart = new int[1];
            this.classes = 0;
            this.steps = Long.MAX_VALUE;
            return;
        }
        this.demand = (int) coreDemand;
        this.open = byWeight(openPools);
        this.classStart = new int[openPools + 1];
        this.classes = findClasses();
        this.steps = (classes + 1) * (demand + 1L) > CELL_LIMIT ? Long.MAX_VALUE : countSteps();
    }

    /** The full core if the limit allows, else the core of the widest neighbourhood of the relaxation that does. */
    static CoverCore of(CoverRelaxation relaxation, long stepLimit) {
        long full = 2L * relaxation.maxWeight + 1;
        CoverCore core = new CoverCore(relaxation, full, true);
        for (long narrower = full / 2; core.steps > stepLimit && narrower > 0; narrower /= 2) {
            core = new CoverCore(relaxation, narrower, false);
        }
        return core;
    }

    /** Whether the core holds a better solution if there is one. */
    boolean isComplete() {
        return complete;
    }

    /** The best counts per sorted pool: from the core if better, else the incumbent's. */
    int[] search(CoverWorkspace workspace) {
        CoverTable table = new CoverTable(this, workspace);
        double best = table.fill();
        long fixedCost = 0;
        for (int k = 0; k < relaxation.size; k++) {
            fixedCost += low[k] * relaxation.price[k];
        }
        if (best >= relaxation.incumbentCost - fixedCost) {
            return relaxation.incumbent;
        }
        int[] counts = low.clone();
        table.addTo(counts);
        return counts;
    }

    private void limit(int k, long moves, long neighbourhood) {
        int stock = relaxation.stock[k];
        if (k < relaxation.breakAt) {
            low[k] = (int) Math.max(0, stock - moves);
            range[k] = stock - low[k];
        } else if (k > relaxation.breakAt) {
            range[k] = (int) Math.min(stock, moves);
        } else {
            long whole = relaxation.rest / relaxation.weight[k];
            low[k] = (int) Math.max(0, whole - neighbourhood);
            range[k] = (int) Math.min(stock, whole + 1 + neighbourhood) - low[k];
        }
    }

    private int[] byWeight(int openPools) {
        long[] keys = new long[openPools];
        int next = 0;
        for (int k = 0; k < range.length; k++) {
            if (range[k] > 0) {
                // Position is order of unit price, and within one weight that is order of price.
                keys[next++] = ((long) relaxation.weight[k] << Integer.SIZE) | k;
            }
        }
        Arrays.sort(keys);
        int[] sorted = new int[openPools];
        for (int i = 0; i < openPools; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }

    private int findClasses() {
        int found = 0;
        for (int i = 0; i < open.length; i++) {
            if (i == 0 || relaxation.weight[open[i]] != relaxation.weight[open[i - 1]]) {
                classStart[found++] = i;
            }
        }
        classStart[found] = open.length;
        return found;
    }

    private long countSteps() {
        long sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += CoverTable.passes(this, c) * (demand + 1L);
        }
        return sum;
    }

    int classWeight(int c) {
        return relaxation.weight[open[classStart[c]]];
    }

    /** How many instances of a class can be of use. */
    int classCount(int c) {
        long most = CoverRelaxation.ceilDiv(demand, classWeight(c));
        long count = 0;
        for (int i = classStart[c]; i < classStart[c + 1] && count < most; i++) {
            count += range[open[i]];
        }
        return (int) Math.min(count, most);
    }

    /** How far pools may move before a solution is no cheaper than the incumbent. */
    private static final class Slack {
        private final CoverRelaxation relaxation;
        private final long breakPrice;
        private final int breakWeight;
        /** Room between relaxation and incumbent times the break weight; -1 if products would not fit. */
        private final long scaled;

        Slack(CoverRelaxation relaxation) {
            this.relaxation = relaxation;
            this.breakPrice = relaxation.price[relaxation.breakAt];
            this.breakWeight = relaxation.weight[relaxation.breakAt];
            long maxPrice = 0;
            for (long p : relaxation.price) {
                maxPrice = Math.max(maxPrice, p);
            }
            boolean fits = Math.multiplyHigh(maxPrice, relaxation.maxWeight) == 0
                    && (maxPrice * relaxation.maxWeight) >>> 62 == 0;
            long whole = relaxation.rest / breakWeight;
            long rounded = relaxation.rest % breakWeight;
            this.scaled = !fits
                    ? -1
                    : (relaxation.incumbentCost - 1 - relaxation.costBefore - breakPrice * whole) * breakWeight
                            - breakPrice * rounded;
        }

        long moves(int k, long most) {
            if (scaled < 0) {
                return most;
            }
            long reducedCost = relaxation.price[k] * breakWeight - breakPrice * relaxation.weight[k];
            return reducedCost == 0 ? most : scaled / Math.abs(reducedCost);
        }
    }
}
