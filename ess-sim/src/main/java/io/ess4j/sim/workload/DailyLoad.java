package io.ess4j.sim.workload;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.kernel.SimClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A load with a peak every day, such as 17:00 to 22:00. The rate rises in a straight line from base to peak during the
 * ramp that ends when the peak begins, stays there, and falls back during the ramp that begins when the peak ends. On
 * Saturdays and Sundays the whole day is multiplied by the weekend factor. A span counts the rate at its middle times
 * its length. A peak may run past midnight.
 */
public final class DailyLoad implements Workload {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Shape shape;
    private final SimClock clock;
    private final ZoneId zone;
    private final long peakStart;
    private final long peakLength;
    private final long rampLength;

    /**
     * The form of a day.
     *
     * @param basePerSecond requests a second outside the peak, 0 or more
     * @param peakPerSecond requests a second during the peak, 0 or more
     * @param peakFrom when the peak begins, local time
     * @param peakTo when it ends, local time; before or at {@code peakFrom} means the next day
     * @param ramp how long the rate takes to rise, and to fall; 0 or more
     * @param weekendRatio what Saturdays and Sundays are multiplied by, 0 or more
     */
    public record Shape(
            double basePerSecond,
            double peakPerSecond,
            LocalTime peakFrom,
            LocalTime peakTo,
            Duration ramp,
            double weekendRatio) {
        public Shape {
            Rates.check("basePerSecond", basePerSecond);
            Rates.check("peakPerSecond", peakPerSecond);
            Rates.check("weekendRatio", weekendRatio);
            requireNonNull(peakFrom, "peakFrom");
            requireNonNull(peakTo, "peakTo");
            if (ramp.isNegative() || ramp.compareTo(Duration.ofHours(12)) > 0) {
                throw new IllegalArgumentException("ramp (" + ramp + ") must be from 0 to 12 hours");
            }
        }
    }

    /**
     * Creates the load.
     *
     * @param shape the form of a day
     * @param clock where in time the run lies
     * @param zone the time zone of the peak's hours
     */
    public DailyLoad(Shape shape, SimClock clock, ZoneId zone) {
        this.shape = requireNonNull(shape, "shape");
        this.clock = requireNonNull(clock, "clock");
        this.zone = requireNonNull(zone, "zone");
        this.peakStart = shape.peakFrom().toNanoOfDay() / 1_000_000;
        this.peakLength = Math.floorMod(shape.peakTo().toNanoOfDay() / 1_000_000 - peakStart - 1, DAY) + 1;
        this.rampLength = shape.ramp().toMillis();
    }

    @Override
    public double expected(long fromMillis, long toMillis) {
        LocalDateTime middle = LocalDateTime.ofInstant(clock.instantAt((fromMillis + toMillis) / 2), zone);
        long time = middle.toLocalTime().toNanoOfDay() / 1_000_000;
        DayOfWeek day = middle.getDayOfWeek();
        double ratio = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? shape.weekendRatio() : 1;
        double height = shape.peakPerSecond() - shape.basePerSecond();
        double rate = shape.basePerSecond() + height * closeness(time);
        return rate * ratio * (toMillis - fromMillis) / 1000;
    }

    /** How near the time is to the peak: 1 within it, 0 beyond the ramps. */
    private double closeness(long time) {
        long sinceStart = Math.floorMod(time - peakStart, DAY);
        if (sinceStart < peakLength) {
            return 1;
        }
        long distance = Math.min(sinceStart - peakLength, DAY - sinceStart);
        return distance >= rampLength ? 0 : 1 - (double) distance / rampLength;
    }
}
