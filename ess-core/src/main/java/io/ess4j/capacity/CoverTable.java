package io.ess4j.capacity;

import java.util.Arrays;

/**
 * The dynamic programme over the classes of a {@link CoverCore}: layer {@code c} holds, for every number of units up to
 * the demand, the least cost of covering it with the first {@code c} classes.
 *
 * <p>Within a class the cheapest instances come first, so the cost of {@code m} instances is a convex sequence. A class
 * is folded in by the cheapest of three ways: a plain recurrence where stock cannot bind; bundles of 1, 2, 4, ...
 * instances per pool, each one shifted minimum over the layer; or, for classes of many pools, divide and conquer over
 * the monotone minima of a convex convolution. Costs are integers below 2^53 held in doubles, because
 * {@code Math.min(double, double)} becomes vector code on Java 17 and {@code Math.min(long, long)} does not.
 */
final class CoverTable {
    private static final double UNREACHABLE = 1e300;
    /** Passes that divide and conquer is worth: it visits cells one by one. */
    private static final int CONVEX_PASSES = 24;

    private final CoverCore core;
    private final CoverWorkspace workspace;
    private final CoverRelaxation relaxation;
    private final int demand;
    /** Units coverable by the classes folded so far, at most the demand. */
    private int reach;

    CoverTable(CoverCore core, CoverWorkspace workspace) {
        this.core = core;
        this.workspace = workspace;
        this.relaxation = core.relaxation;
        this.demand = core.demand;
    }

    /** How many passes over a layer a class costs. */
    static int passes(CoverCore core, int c) {
        if (isUnbounded(core, c)) {
            return 1;
        }
        int left = core.classCount(c);
        int passes = 0;
        for (int i = core.classStart[c]; i < core.classStart[c + 1] && left > 0; i++) {
            int some = Math.min(core.range[core.open[i]], left);
            passes += Integer.SIZE - Integer.numberOfLeadingZeros(some);
            left -= some;
        }
        return Math.min(passes, CONVEX_PASSES);
    }

    private static boolean isUnbounded(CoverCore core, int c) {
        return core.range[core.open[core.classStart[c]]] >= CoverRelaxation.ceilDiv(core.demand, core.classWeight(c));
    }

    /** Fills all layers and returns the least cost of covering the demand. */
    double fill() {
        double[] first = workspace.layer(0, demand + 1);
        Arrays.fill(first, 0, demand + 1, UNREACHABLE);
        first[0] = 0;
        reach = 0;
        for (int c = 0; c < core.classes; c++) {
            double[] before = workspace.layer(c, demand + 1);
            double[] after = workspace.layer(c + 1, demand + 1);
            double[] costs = costsOf(c);
            if (isUnbounded(core, c)) {
                foldUnbounded(before, after, core.classWeight(c), costs[1]);
            } else if (passes(core, c) < CONVEX_PASSES) {
                foldBundles(before, after, c);
            } else {
                foldConvex(before, after, c, costs);
            }
            reach = (int) Math.min(demand, reach + (long) core.classCount(c) * core.classWeight(c));
        }
        return workspace.layer(core.classes, demand + 1)[demand];
    }

    /** Adds the instances of a cheapest cover, found by walking the layers back. */
    void addTo(int[] counts) {
        int units = demand;
        for (int c = core.classes - 1; c >= 0; c--) {
            double[] before = workspace.layer(c, demand + 1);
            double cost = workspace.layer(c + 1, demand + 1)[units];
            double[] costs = workspace.costs(c, 0);
            int weight = core.classWeight(c);
            int take = 0;
            while (before[left(units, take, weight)] + costs[take] != cost) {
                take++;
            }
            units = left(units, take, weight);
            for (int i = core.classStart[c]; take > 0; i++) {
                int some = Math.min(take, core.range[core.open[i]]);
                counts[core.open[i]] += some;
                take -= some;
            }
        }
    }

    private static int left(int units, int instances, int weight) {
        return (int) Math.max(0, units - (long) instances * weight);
    }

    /** The cost of 0, 1, 2, ... instances of a class, cheapest first. */
    private double[] costsOf(int c) {
        int count = core.classCount(c);
        double[] costs = workspace.costs(c, count + 1);
        costs[0] = 0;
        int m = 0;
        for (int i = core.classStart[c]; m < count; i++) {
            double price = relaxation.price[core.open[i]];
            for (int some = Math.min(core.range[core.open[i]], count - m); some > 0; some--) {
                costs[m + 1] = costs[m] + price;
                m++;
            }
        }
        return costs;
    }

    private void foldUnbounded(double[] before, double[] after, int weight, double price) {
        after[0] = 0;
        int near = Math.min(weight, demand);
        for (int d = 1; d <= near; d++) {
            after[d] = Math.min(before[d], price);
        }
        for (int d = near + 1; d <= demand; d++) {
            after[d] = Math.min(before[d], after[d - weight] + price);
        }
    }

    private void foldBundles(double[] before, double[] after, int c) {
        int weight = core.classWeight(c);
        int bundles = passes(core, c);
        double[] spare = workspace.spare(demand + 1);
        double[] from = before;
        int left = core.classCount(c);
        for (int i = core.classStart[c]; left > 0; i++) {
            int pool = core.open[i];
            int some = Math.min(core.range[pool], left);
            left -= some;
            for (int size = 1; some > 0; size *= 2) {
                int bundle = Math.min(size, some);
                some -= bundle;
                // Alternate so that the last of all bundles ends in the layer.
                double[] to = (--bundles & 1) == 0 ? after : spare;
                int shift = (int) Math.min(demand + 1L, (long) bundle * weight);
                shiftedMinimum(from, to, shift, (double) bundle * relaxation.price[pool], demand + 1);
                from = to;
            }
        }
    }

    private static void shiftedMinimum(double[] from, double[] to, int shift, double cost, int length) {
        to[0] = 0;
        for (int d = 1; d < shift; d++) {
            to[d] = Math.min(from[d], cost);
        }
        for (int d = shift; d < length; d++) {
            to[d] = Math.min(from[d], from[d - shift] + cost);
        }
    }

    /**
     * Residue by residue: unit numbers {@code r, r + weight, ...} for r from 1 to the weight. Column 0 stands for
     * "nothing left to cover", column i for {@code r + (i - 1) * weight}; row j covers {@code r + (j - 1) * weight}.
     */
    private void foldConvex(double[] before, double[] after, int c, double[] costs) {
        Arrays.fill(after, 0, demand + 1, UNREACHABLE);
        after[0] = 0;
        int weight = core.classWeight(c);
        int count = core.classCount(c);
        for (int r = 1; r <= weight && r <= demand; r++) {
            int rows = (demand - r) / weight + 1;
            int columns = reach < r ? 0 : (reach - r) / weight + 1;
            Residue residue = new Residue(before, after, r, weight, costs, count);
            residue.solve(1, Math.min(rows, columns + count), 0, columns);
        }
    }

    /** Minima of {@code before[column] + costs[row - column]}, whose best column does not decrease with the row. */
    private static final class Residue {
        private final double[] before;
        private final double[] after;
        private final int r;
        private final int weight;
        private final double[] costs;
        private final int count;

        Residue(double[] before, double[] after, int r, int weight, double[] costs, int count) {
            this.before = before;
            this.after = after;
            this.r = r;
            this.weight = weight;
            this.costs = costs;
            this.count = count;
        }

        void solve(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            if (firstRow > lastRow) {
                return;
            }
            int row = (firstRow + lastRow) >>> 1;
            int best = -1;
            double least = Double.MAX_VALUE;
            for (int column = Math.max(firstColumn, row - count); column <= Math.min(lastColumn, row); column++) {
                double cost = before[column == 0 ? 0 : r + (column - 1) * weight] + costs[row - column];
                if (cost < least) {
                    least = cost;
                    best = column;
                }
            }
            after[r + (row - 1) * weight] = least;
            solve(firstRow, row - 1, firstColumn, best);
            solve(row + 1, lastRow, best, lastColumn);
        }
    }
}
