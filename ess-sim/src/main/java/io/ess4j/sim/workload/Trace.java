package io.ess4j.sim.workload;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recorded series: values at rising times. A value counts from its own time until the next one's; the last lasts as
 * long as the median distance of two times.
 */
public final class Trace {
    /** What the values of a trace count. */
    public enum Unit {
        /** Requests in the span from one time to the next. */
        COUNT,
        /** Requests a second. */
        RATE
    }

    /**
     * The service times of recorded requests.
     *
     * @param meanMillis their mean, above 0
     * @param variability their squared coefficient of variation, 0 or more
     */
    public record Service(double meanMillis, double variability) {}

    private final @Nullable Service service;
    private final Instant start;
    private final long[] times;
    private final double[] values;
    private final long lastStep;

    /**
     * Creates a trace.
     *
     * @param start the instant of the first value
     * @param times milliseconds since the start, rising strictly from 0
     * @param values one for each time, 0 or more and finite
     * @throws IllegalArgumentException if there is no value, the lengths differ or the times do not rise
     */
    public Trace(Instant start, long[] times, double[] values) {
        this(start, times, values, null);
    }

    Trace(Instant start, long[] times, double[] values, @Nullable Service service) {
        this.service = service;
        if (times.length == 0 || times.length != values.length || times[0] != 0) {
            throw new IllegalArgumentException("times (" + times.length + " from "
                    + (times.length == 0 ? "nothing" : times[0]) + ") and values (" + values.length
                    + ") must be equally many, at least one, from 0");
        }
        for (int i = 0; i < times.length; i++) {
            if (i > 0 && times[i] <= times[i - 1]) {
                throw new IllegalArgumentException("times[" + i + "] (" + times[i] + ") must be > " + times[i - 1]);
            }
            if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("values[" + i + "] (" + values[i] + ") must be >= 0 and finite");
            }
        }
        this.start = start;
        this.times = times.clone();
        this.values = values.clone();
        this.lastStep = medianStep();
    }

    /**
     * The instant of the first value.
     *
     * @return the start
     */
    public Instant start() {
        return start;
    }

    /**
     * What is known of the service times of the requests.
     *
     * @return their mean and variability; empty if the trace has only counts
     */
    public Optional<Service> service() {
        return Optional.ofNullable(service);
    }

    /**
     * A part of this trace, at another speed.
     *
     * @param fromMillis where it begins, before the end of the trace
     * @param lengthMillis how much of it is kept, at least 1; cut at the end of the trace
     * @param speed how much faster time passes, 0.001 to 1000: at 2 a day of the trace lasts 12 hours
     * @return a trace of whole values whose first begins at or before {@code fromMillis}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Trace part(long fromMillis, long lengthMillis, double speed) {
        if (fromMillis < 0 || fromMillis >= lengthMillis() || lengthMillis < 1 || !(speed >= 0.001 && speed <= 1000)) {
            throw new IllegalArgumentException("from (" + fromMillis + " ms) must be within the trace ("
                    + lengthMillis() + " ms), length (" + lengthMillis + " ms) at least 1, speed (" + speed
                    + ") from 0.001 to 1000");
        }
        int first = indexAt(fromMillis);
        int last = indexAt(Math.min(lengthMillis() - 1, fromMillis + lengthMillis - 1));
        long[] newTimes = new long[last - first + 1];
        double[] newValues = new double[newTimes.length];
        for (int i = first; i <= last; i++) {
            newTimes[i - first] =
                    Math.max(i - first, Math.round((times[i] - times[first]) / speed)); // strictly rising at any speed
            newValues[i - first] = values[i];
        }
        return new Trace(start.plusMillis(times[first]), newTimes, newValues, service);
    }

    /**
     * How many values there are.
     *
     * @return at least 1
     */
    public int size() {
        return times.length;
    }

    /**
     * How long the trace lasts, the span of its last value included.
     *
     * @return milliseconds, at least 1
     */
    public long lengthMillis() {
        return end(times.length - 1);
    }

    /**
     * The load that repeats this trace from the start of a run, and again from its beginning when it ends.
     *
     * @param unit what the values count
     * @param scale what every value is multiplied by, 0 or more
     * @return the load
     */
    public Workload load(Unit unit, double scale) {
        Rates.check("scale", scale);
        double[] perMilli = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            perMilli[i] = values[i] * scale / (unit == Unit.COUNT ? end(i) - times[i] : 1000);
        }
        long length = lengthMillis();
        return (from, to) -> {
            double total = 0;
            long at = from;
            while (at < to) {
                long lap = at - Math.floorMod(at, length);
                int i = indexAt(at - lap);
                long until = Math.min(to, lap + end(i));
                total += perMilli[i] * (until - at);
                at = until;
            }
            return total;
        };
    }

    private int indexAt(long time) {
        int i = Arrays.binarySearch(times, time);
        return i >= 0 ? i : -i - 2;
    }

    private long end(int i) {
        return i + 1 < times.length ? times[i + 1] : times[i] + lastStep;
    }

    private long medianStep() {
        if (times.length == 1) {
            return 60_000;
        }
        long[] steps = new long[times.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }
}
