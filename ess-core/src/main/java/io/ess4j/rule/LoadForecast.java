package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

/**
 * The load of the hours to come.
 *
 * @param load one value for each hour
 * @param quality how well the way of forecasting has done on the past
 */
public record LoadForecast(HourlySeries load, ForecastQuality quality) {
    public LoadForecast {
        requireNonNull(load, "load");
        requireNonNull(quality, "quality");
    }
}
