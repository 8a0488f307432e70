package io.ess4j.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The forecast as its document describes it, the slow way: every candidate begins anew for every midnight that it is
 * tried at. Holes are NaN.
 */
final class SlowForecast {
    private static final int DAY = 24;
    private static final int AHEAD = 48;

    private SlowForecast() {}

    /** A season in hours, how fast the level follows, and how fast the deviations of the season do. */
    private record Candidate(int season, double alpha, double gamma) {
        double[] forecast(double[] past, int hours) {
            double sum = 0;
            int known = 0;
            for (int i = 0; i < season; i++) {
                if (!Double.isNaN(past[i])) {
                    sum += past[i];
                    known++;
                }
            }
            double mean = known == 0 ? 0 : sum / known;
            double level = alpha == 0 ? 0 : mean;
            double[] deviation = new double[season];
            for (int i = 0; i < season; i++) {
                deviation[i] = (Double.isNaN(past[i]) ? mean : past[i]) - level;
            }
            for (int t = season; t < past.length; t++) {
                if (!Double.isNaN(past[t])) {
                    level += alpha * (past[t] - deviation[t % season] - level);
                    deviation[t % season] += gamma * (past[t] - level - deviation[t % season]);
                }
            }
            double[] forecast = new double[hours];
            for (int i = 0; i < hours; i++) {
                forecast[i] = Math.max(0, level + deviation[(past.length + i) % season]);
            }
            return forecast;
        }
    }

    /** What a candidate said on the last fourteen days, and how far off it was on average. */
    private record Trial(Candidate candidate, List<double[]> said, double meanError) {}

    /** The forecast, and its error and that of repeating the last day, summed over the hours compared. */
    record Result(List<Double> forecast, int hours, double error, double naiveError, double total) {}

    static Result of(double[] past, int hours) {
        List<Trial> trials = new ArrayList<>();
        for (Candidate candidate : candidates(past.length)) {
            trials.add(tried(candidate, past));
        }
        Trial naive = trials.get(0);
        List<Trial> chosen = new ArrayList<>(trials);
        chosen.sort(Comparator.comparingDouble(Trial::meanError));
        chosen = Double.isInfinite(naive.meanError()) ? List.of(naive) : chosen.subList(0, 3);
        double[] forecast = new double[hours];
        for (Trial trial : chosen) {
            double[] one = trial.candidate().forecast(past, hours);
            for (int i = 0; i < hours; i++) {
                forecast[i] += one[i];
            }
        }
        for (int i = 0; i < hours; i++) {
            forecast[i] = BigDecimal.valueOf(forecast[i] / chosen.size())
                    .setScale(6, RoundingMode.HALF_UP)
                    .doubleValue();
        }
        return compared(past, forecast, chosen, naive);
    }

    private static Result compared(double[] past, double[] forecast, List<Trial> chosen, Trial naive) {
        double error = 0;
        double naiveError = 0;
        double total = 0;
        int count = 0;
        for (int d = 0; d < naive.said().size(); d++) {
            int origin = past.length - DAY * (d + 1);
            for (int i = 0; i < Math.min(AHEAD, past.length - origin); i++) {
                double actual = past[origin + i];
                double sum = 0;
                boolean all = !Double.isNaN(actual);
                for (Trial trial : chosen) {
                    all &= trial.candidate().season() <= origin;
                    sum += all ? trial.said().get(d)[i] : 0;
                }
                if (all) {
                    error += Math.abs(sum / chosen.size() - actual);
                    naiveError += Math.abs(naive.said().get(d)[i] - actual);
                    total += actual;
                    count++;
                }
            }
        }
        return new Result(Arrays.stream(forecast).boxed().toList(), count, error, naiveError, total);
    }

    private static List<Candidate> candidates(int length) {
        List<Candidate> all = new ArrayList<>();
        for (int season : new int[] {DAY, 7 * DAY}) {
            if (length >= season) {
                all.add(new Candidate(season, 0, 1));
                for (double alpha : new double[] {0.01, 0.05, 0.2}) {
                    for (double gamma : new double[] {0.1, 0.3, 0.6}) {
                        all.add(new Candidate(season, alpha, gamma));
                    }
                }
            }
        }
        for (double alpha : new double[] {0.02, 0.1, 0.5}) {
            all.add(new Candidate(1, alpha, 0));
        }
        return all;
    }

    /** Tried at the midnights 1 to 14 days before the end that leave it a day and a season. */
    private static Trial tried(Candidate candidate, double[] past) {
        List<double[]> said = new ArrayList<>();
        double sum = 0;
        int count = 0;
        for (int days = 1; days <= 14; days++) {
            int origin = past.length - DAY * days;
            if (origin < DAY) {
                break;
            }
            if (origin < candidate.season()) {
                said.add(new double[AHEAD]);
                continue;
            }
            double[] before = Arrays.copyOf(past, origin);
            double[] forecast = candidate.forecast(before, AHEAD);
            said.add(forecast);
            for (int i = 0; i < Math.min(AHEAD, past.length - origin); i++) {
                if (!Double.isNaN(past[origin + i])) {
                    sum += Math.abs(forecast[i] - past[origin + i]);
                    count++;
                }
            }
        }
        return new Trial(candidate, said, count == 0 ? Double.POSITIVE_INFINITY : sum / count);
    }
}
