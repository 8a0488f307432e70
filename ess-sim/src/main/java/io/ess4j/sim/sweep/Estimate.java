package io.ess4j.sim.sweep;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of some runs and how far it may be off: the 95 % confidence interval of Student's t distribution with n - 1
 * degrees of freedom, mean ± t(0.975, n-1) · s / √n. It supposes that the runs are independent, which seeds are, and
 * that means are about normally distributed.
 *
 * @param count how many values there are, 0 or more
 * @param mean their mean; NaN if there is none
 * @param halfWidth half of the interval's width; empty if there are fewer than two values
 */
public record Estimate(int count, double mean, OptionalDouble halfWidth) {
    private static final double TAIL = 0.025;
    private static final Map<Integer, Double> QUANTILES = new TreeMap<>();

    /**
     * Estimates a mean.
     *
     * @param values the values
     * @return the estimate
     */
    public static Estimate of(Collection<Double> values) {
        List<Double> all = List.copyOf(values);
        int n = all.size();
        double sum = 0;
        for (double value : all) {
            sum += value;
        }
        double mean = n == 0 ? Double.NaN : sum / n;
        if (n < 2) {
            return new Estimate(n, mean, OptionalDouble.empty());
        }
        double squares = 0;
        for (double value : all) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        return new Estimate(n, mean, OptionalDouble.of(quantile(n - 1) * error));
    }

    private static double quantile(int degrees) {
        synchronized (QUANTILES) {
            return QUANTILES.computeIfAbsent(degrees, d -> TDistribution.of(d).inverseSurvivalProbability(TAIL));
        }
    }

    /**
     * Whether zero lies outside of the interval, so that a difference is more than chance.
     *
     * @return false if there are fewer than two values
     */
    public boolean isClear() {
        return halfWidth.isPresent() && Math.abs(mean) > halfWidth.getAsDouble();
    }
}
