package io.ess4j.capacity;

import java.util.Arrays;

/**
 * Tables that {@link ExactCover} may use again, so that solving often does not allocate often. It carries nothing from
 * one call to the next. Not thread-safe: one per thread.
 */
public final class CoverWorkspace {
    private double[][] layers = new double[0][];
    private double[][] costs = new double[0][];
    private double[] spare = new double[0];

    /** Creates an empty workspace; tables grow as needed. */
    public CoverWorkspace() {}

    /** The table after {@code index} classes, at least {@code length} long, contents undefined. */
    double[] layer(int index, int length) {
        layers = grown(layers, index, length);
        return layers[index];
    }

    /** The cost table of a class, at least {@code length} long, contents undefined. */
    double[] costs(int index, int length) {
        costs = grown(costs, index, length);
        return costs[index];
    }

    double[] spare(int length) {
        if (spare.length < length) {
            spare = new double[length + (length >> 2)];
        }
        return spare;
    }

    private static double[][] grown(double[][] tables, int index, int length) {
        double[][] wide = tables;
        if (index >= tables.length) {
            wide = Arrays.copyOf(tables, index + 8);
            Arrays.fill(wide, tables.length, wide.length, new double[0]);
        }
        if (wide[index].length < length) {
            wide[index] = new double[length + (length >> 2)];
        }
        return wide;
    }
}
