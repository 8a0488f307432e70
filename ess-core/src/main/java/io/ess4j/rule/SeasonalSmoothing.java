package io.ess4j.rule;

/**
 * Seasonal exponential smoothing (Winters 1960, additive, without trend): a level and one deviation for each hour of
 * the season, each moved a little toward every new value.
 *
 * <pre>
 * level'     = level + alpha (y - season[i] - level)
 * season[i]' = season[i] + gamma (y - level' - season[i])
 * forecast   = max(0, level + season[i])
 * </pre>
 *
 * With alpha = 0 and gamma = 1 around a level of 0 it repeats the last season, which is the seasonal naive forecast. A
 * missing value moves nothing. O(1) for each value, O(season) in memory.
 */
final class SeasonalSmoothing {
    private final int season;
    private final double alpha;
    private final double gamma;
    private final double[] deviation;
    private double level;
    private int hour;

    SeasonalSmoothing(int season, double alpha, double gamma) {
        this.season = season;
        this.alpha = alpha;
        this.gamma = gamma;
        this.deviation = new double[season];
    }

    /** Begins with the first season of some values, and says how many that were; holes begin at its mean. */
    int begin(double[] values) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < season; i++) {
            sum += Double.isNaN(values[i]) ? 0 : values[i];
            known += Double.isNaN(values[i]) ? 0 : 1;
        }
        double mean = known > 0 ? sum / known : 0;
        level = alpha > 0 ? mean : 0;
        for (int i = 0; i < season; i++) {
            deviation[i] = (Double.isNaN(values[i]) ? mean : values[i]) - level;
        }
        hour = season;
        return season;
    }

    void see(double value) {
        int i = hour % season;
        hour++;
        if (Double.isNaN(value)) {
            return;
        }
        level += alpha * (value - deviation[i] - level);
        deviation[i] += gamma * (value - level - deviation[i]);
    }

    /** The value some hours after the last one seen, 1 or more. */
    double forecast(int ahead) {
        return Math.max(0, level + deviation[(hour + ahead - 1) % season]);
    }
}
