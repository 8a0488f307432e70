package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * How well a way of forecasting has done on the past: forecasts of 48 hours, from points a day apart in the last two
 * weeks. The ways were chosen on the same hours, so the hours to come may be a little worse.
 *
 * @param hours how many hours were compared; 0 if the past is too short
 * @param errorPercent the sum of absolute errors in percent of the sum of values, rounded half up to 3 decimals; absent
 *     if nothing was compared or all values are 0
 * @param relativeError the mean absolute error divided by that of repeating the last day, rounded half up to 3
 *     decimals; below 1 is better than that, absent if that made no error
 */
public record ForecastQuality(int hours, OptionalDouble errorPercent, OptionalDouble relativeError) {
    private static final int DECIMALS = 3;

    public ForecastQuality {
        RuleChecks.between("hours", hours, 0, Integer.MAX_VALUE);
        requireNonNull(errorPercent, "errorPercent");
        requireNonNull(relativeError, "relativeError");
    }

    static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
