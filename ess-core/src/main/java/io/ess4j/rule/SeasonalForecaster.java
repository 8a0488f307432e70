package io.ess4j.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Forecasts the hours to come from the hours of the past, by the season that has repeated best so far (guide map
 * C-9-24).
 *
 * <p>Candidates are seasonal exponential smoothings with a day and with a week as the season and a few speeds, among
 * them the plain repetition of the last day and of the last week, and smoothings without a season. Each is tried on the
 * past: from points 24 hours apart in the last 14 days it forecasts 48 hours from what was known then. The three with
 * the smallest mean absolute error are averaged, hour by hour; ties go to the earlier candidate. With too little past
 * for a trial, the last day repeats. Values are rounded half up to 6 decimals. O(hours x candidates).
 */
public final class SeasonalForecaster {
    /** Hours of the past without which there is no forecast. */
    public static final int LEAST_HOURS = 24;

    private static final int DAY = 24;
    private static final int WEEK = 168;
    private static final int MOST_HOURS = 60 * DAY;
    private static final int MOST_AVERAGED = 3;
    private static final int DECIMALS = 6;
    private static final double LARGEST = 1e15;
    private static final double[] LEVEL_SPEEDS = {0.01, 0.05, 0.2};
    private static final double[] SEASON_SPEEDS = {0.1, 0.3, 0.6};
    private static final double[] PLAIN_SPEEDS = {0.02, 0.1, 0.5};

    private SeasonalForecaster() {}

    /**
     * Forecasts the hours that follow a series.
     *
     * @param past the past, with values up to 1e15; only its last 60 days are looked at
     * @param hours how many hours, 1 to 10,000
     * @return the forecast, or empty if some hour of the day is not known on any of these days
     * @throws IllegalArgumentException if {@code hours} or a value is out of range
     */
    public static Optional<LoadForecast> forecast(HourlySeries past, int hours) {
        RuleChecks.between("hours", hours, 1, 10_000);
        double[] all = past.toArray();
        double[] values = Arrays.copyOfRange(all, Math.max(0, all.length - MOST_HOURS), all.length);
        if (!everyHourOfTheDayIsKnown(values)) {
            return Optional.empty();
        }
        List<ForecastTrial> trials = candidates(values);
        ForecastTrial naive = trials.get(0);
        trials.sort(Comparator.comparingDouble(ForecastTrial::meanError));
        List<ForecastTrial> chosen =
                naive.tested() == 0 ? List.of(naive) : trials.subList(0, Math.min(MOST_AVERAGED, trials.size()));
        List<OptionalDouble> forecast = new ArrayList<>(hours);
        for (int ahead = 1; ahead <= hours; ahead++) {
            forecast.add(OptionalDouble.of(average(chosen, ahead)));
        }
        return Optional.of(
                new LoadForecast(new HourlySeries(past.end(), forecast), ForecastTrial.quality(chosen, naive)));
    }

    private static boolean everyHourOfTheDayIsKnown(double[] values) {
        boolean[] known = new boolean[DAY];
        for (int i = 0; i < values.length; i++) {
            if (values[i] > LARGEST) {
                throw new IllegalArgumentException("value (" + values[i] + ") must be at most " + LARGEST);
            }
            known[i % DAY] |= !Double.isNaN(values[i]);
        }
        for (boolean hour : known) {
            if (!hour) {
                return false;
            }
        }
        return true;
    }

    /** The repetition of the last day first, then everything that the past is long enough for. */
    private static List<ForecastTrial> candidates(double[] values) {
        List<ForecastTrial> trials = new ArrayList<>();
        for (int season : new int[] {DAY, WEEK}) {
            if (values.length < season) {
                continue;
            }
            trials.add(new ForecastTrial(new SeasonalSmoothing(season, 0, 1), values));
            for (double alpha : LEVEL_SPEEDS) {
                for (double gamma : SEASON_SPEEDS) {
                    trials.add(new ForecastTrial(new SeasonalSmoothing(season, alpha, gamma), values));
                }
            }
        }
        for (double alpha : PLAIN_SPEEDS) {
            trials.add(new ForecastTrial(new SeasonalSmoothing(1, alpha, 0), values));
        }
        return trials;
    }

    private static double average(List<ForecastTrial> chosen, int ahead) {
        double sum = 0;
        for (ForecastTrial trial : chosen) {
            sum += trial.forecast(ahead);
        }
        return BigDecimal.valueOf(sum / chosen.size())
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
