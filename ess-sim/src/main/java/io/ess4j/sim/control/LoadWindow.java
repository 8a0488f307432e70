package io.ess4j.sim.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The loads of the last periods, in requests a second, and what they say about the next. */
final class LoadWindow {
    private final int size;
    private final ArrayDeque<Double> loads = new ArrayDeque<>();

    LoadWindow(int size) {
        this.size = size;
    }

    void add(double load) {
        loads.add(load);
        if (loads.size() > size) {
            loads.remove();
        }
    }

    List<Double> loads() {
        return new ArrayList<>(loads);
    }

    /**
     * The value that a least-squares polynomial through the window takes one period later; the mean while there are too
     * few values.
     */
    double extrapolated(int degree) {
        List<Double> y = loads();
        if (y.size() <= degree + 1) {
            return y.stream().mapToDouble(v -> v).average().orElse(0);
        }
        double[][] m = new double[degree + 1][degree + 2];
        for (int i = 0; i < y.size(); i++) {
            // time counts back from the next period, so that the constant term is the answer
            double t = (i - y.size()) / (double) size;
            for (int r = 0; r <= degree; r++) {
                for (int c = 0; c <= degree; c++) {
                    m[r][c] += power(t, r + c);
                }
                m[r][degree + 1] += power(t, r) * y.get(i);
            }
        }
        return Math.max(0, firstUnknown(m));
    }

    private static double power(double t, int exponent) {
        double p = 1;
        for (int i = 0; i < exponent; i++) {
            p *= t;
        }
        return p;
    }

    /** Gauss-Jordan elimination of normal equations, which are regular as the times differ. */
    private static double firstUnknown(double[][] m) {
        int n = m.length;
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < n; r++) {
                if (r != i) {
                    double factor = m[r][i] / m[i][i];
                    for (int c = i; c <= n; c++) {
                        m[r][c] -= factor * m[i][c];
                    }
                }
            }
        }
        return m[0][n] / m[0][0];
    }

    /** Units that keep a load at the target utilisation. */
    static int units(double load, CapacityPolicy.Input input) {
        double units = Math.ceil(load / (input.unitRate() * input.targetPercent() / 100) - 1e-9);
        return (int) Math.min(input.limits().max(), Math.max(0, units));
    }
}
