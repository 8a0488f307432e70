package io.ess4j.sim.control;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Chooses the forecaster that has been least wrong; see {@link Rival.Kind#CONPAAS}. */
final class ConPaasPolicy implements CapacityPolicy {
    private static final int WINDOW = 30;
    private static final double SMOOTHING = 0.3;
    /** How fast old errors are forgotten. */
    private static final double FORGETTING = 0.9;

    private final LoadWindow window = new LoadWindow(WINDOW);
    private final double[] forecasts = new double[4];
    private final double[] errors = new double[4];
    private double smoothed = Double.NaN;

    @Override
    public OptionalInt wanted(Input input) {
        double load = input.measurement().arrivalsPerSecond();
        for (int i = 0; i < errors.length && !Double.isNaN(smoothed); i++) {
            double error = forecasts[i] - load;
            errors[i] = FORGETTING * errors[i] + error * error;
        }
        smoothed = Double.isNaN(smoothed) ? load : smoothed + SMOOTHING * (load - smoothed);
        window.add(load);
        List<Double> past = window.loads();
        forecasts[0] = load;
        forecasts[1] = past.stream().mapToDouble(v -> v).average().orElse(load);
        forecasts[2] = window.extrapolated(1);
        forecasts[3] = smoothed;
        double least = Arrays.stream(errors).min().orElseThrow();
        int best = 0;
        while (errors[best] > least) {
            best++;
        }
        return OptionalInt.of(LoadWindow.units(forecasts[best], input));
    }
}
