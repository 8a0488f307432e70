package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One value for each hour of a stretch of time, such as the load of a group; an hour without data is empty, never 0.
 *
 * @param start the beginning of the first hour, a full hour
 * @param values finite and 0 or more, one for each hour; empty where there is no data
 */
public record HourlySeries(Instant start, List<OptionalDouble> values) {
    static final Duration HOUR = Duration.ofHours(1);

    public HourlySeries {
        requireNonNull(start, "start");
        values = List.copyOf(values);
        if (Math.floorMod(start.getEpochSecond(), HOUR.toSeconds()) != 0 || start.getNano() != 0) {
            throw new IllegalArgumentException("start (" + start + ") must be a full hour");
        }
        for (OptionalDouble value : values) {
            if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("value (" + value.getAsDouble() + ") must be finite and >= 0");
            }
        }
    }

    /**
     * A series without holes.
     *
     * @param start the beginning of the first hour, a full hour
     * @param values finite and 0 or more, one for each hour
     * @return the series
     * @throws IllegalArgumentException if the start is no full hour, or a value is negative, infinite or not a number
     */
    public static HourlySeries of(Instant start, double... values) {
        List<OptionalDouble> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(OptionalDouble.of(value));
        }
        return new HourlySeries(start, list);
    }

    /**
     * The averages of a metric by the hour.
     *
     * @param series the metric, 0 or more throughout
     * @param start the beginning of the first hour, a full hour
     * @param hours how many hours, 0 or more
     * @return the series
     * @throws IllegalArgumentException if the start is no full hour, or an average is negative
     */
    public static HourlySeries of(MetricSeries series, Instant start, int hours) {
        List<OptionalDouble> list = new ArrayList<>(hours);
        for (int i = 0; i < hours; i++) {
            Instant from = start.plus(HOUR.multipliedBy(i));
            list.add(series.value(Statistic.AVERAGE, from, from.plus(HOUR)));
        }
        return new HourlySeries(start, list);
    }

    /**
     * The end of the last hour.
     *
     * @return the first moment after the series
     */
    public Instant end() {
        return start.plus(HOUR.multipliedBy(values.size()));
    }

    /** The values with holes as NaN, for arithmetic inside of this package only. */
    double[] toArray() {
        return values.stream().mapToDouble(v -> v.orElse(Double.NaN)).toArray();
    }
}
