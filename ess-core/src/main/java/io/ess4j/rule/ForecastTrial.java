package io.ess4j.rule;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** One way to forecast, tried on the past: what it said at points a day apart, and how far off that was. */
final class ForecastTrial {
    private static final int HORIZON = 48;
    private static final int STRIDE = 24;
    private static final int MOST_ORIGINS = 14;

    private final SeasonalSmoothing smoothing;
    private final double[] actual;
    /** What was forecast at each origin, {@link #HORIZON} values after each other; NaN where nothing is compared. */
    private final double[] said;

    private final double meanError;
    private final int tested;

    /** Runs through the values once; the smoothing is left as it is after the last of them. */
    ForecastTrial(SeasonalSmoothing smoothing, double[] values) {
        this.smoothing = smoothing;
        this.actual = new double[MOST_ORIGINS * HORIZON];
        this.said = new double[MOST_ORIGINS * HORIZON];
        Arrays.fill(actual, Double.NaN);
        int first = smoothing.begin(values);
        for (int t = first; t < values.length; t++) {
            int left = values.length - t;
            if (t >= STRIDE && left % STRIDE == 0 && left / STRIDE <= MOST_ORIGINS) {
                compare(values, t, (left / STRIDE - 1) * HORIZON);
            }
            smoothing.see(values[t]);
        }
        double sum = 0;
        int count = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += Double.isNaN(actual[i]) ? 0 : Math.abs(said[i] - actual[i]);
            count += Double.isNaN(actual[i]) ? 0 : 1;
        }
        this.tested = count;
        this.meanError = count == 0 ? Double.POSITIVE_INFINITY : sum / count;
    }

    private void compare(double[] values, int origin, int at) {
        for (int ahead = 1; ahead <= HORIZON && origin + ahead <= values.length; ahead++) {
            said[at + ahead - 1] = smoothing.forecast(ahead);
            actual[at + ahead - 1] = values[origin + ahead - 1];
        }
    }

    double forecast(int ahead) {
        return smoothing.forecast(ahead);
    }

    /** The mean absolute error over all hours compared; infinite if there were none. */
    double meanError() {
        return meanError;
    }

    /** How many hours were compared. */
    int tested() {
        return tested;
    }

    /** How well the average of some trials would have done, and the repetition of the last day, on the same hours. */
    static ForecastQuality quality(List<ForecastTrial> chosen, ForecastTrial naive) {
        double error = 0;
        double naiveError = 0;
        double total = 0;
        int hours = 0;
        for (int i = 0; i < naive.actual.length; i++) {
            double sum = 0;
            boolean comparable = true;
            for (ForecastTrial trial : chosen) {
                sum += trial.said[i];
                comparable &= !Double.isNaN(trial.actual[i]);
            }
            if (comparable) {
                error += Math.abs(sum / chosen.size() - naive.actual[i]);
                naiveError += Math.abs(naive.said[i] - naive.actual[i]);
                total += naive.actual[i];
                hours++;
            }
        }
        return new ForecastQuality(hours, ratio(error * 100, total), ratio(error, naiveError));
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(ForecastQuality.rounded(part / whole)) : OptionalDouble.empty();
    }
}
