package io.ess4j.sim.workload;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.kernel.RandomStream;
import java.time.Duration;

/**
 * Sudden extra load at random times: bursts begin as a Poisson process, each jumps to its extra rate at once and falls
 * in a straight line to nothing over its length. Bursts may overlap only by pushing the next one back: the next waiting
 * time is drawn from the end of the last burst. Spans must be asked for in order.
 */
public final class Bursts implements Workload {
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final double perDay;
    private final double extraPerSecond;
    private final long length;
    private final RandomStream random;
    private long start;

    /**
     * Creates the load.
     *
     * @param perDay bursts a day on average while none is running, above 0
     * @param extraPerSecond requests a second at the beginning of a burst, 0 or more
     * @param length how long a burst lasts, at least a millisecond
     * @param random where the times come from
     * @throws IllegalArgumentException if a number is out of range
     */
    public Bursts(double perDay, double extraPerSecond, Duration length, RandomStream random) {
        if (!(perDay > 0 && perDay <= 10_000)) {
            throw new IllegalArgumentException("perDay (" + perDay + ") must be above 0 and at most 10000");
        }
        this.perDay = perDay;
        this.extraPerSecond = Rates.check("extraPerSecond", extraPerSecond);
        this.length = length.toMillis();
        if (this.length < 1) {
            throw new IllegalArgumentException("length (" + length + ") must be at least a millisecond");
        }
        this.random = requireNonNull(random, "random");
        this.start = waitingTime();
    }

    @Override
    public double expected(long fromMillis, long toMillis) {
        double total = 0;
        while (start < toMillis) {
            total += requests(Math.max(fromMillis, start), Math.min(toMillis, start + length));
            if (start + length > toMillis) {
                break;
            }
            start += length + waitingTime();
        }
        return total;
    }

    /** The area under the falling line from one time to another. */
    private double requests(long from, long to) {
        if (to <= from) {
            return 0;
        }
        double middle = ((from - start) + (to - start)) / 2.0;
        return extraPerSecond * (1 - middle / length) * (to - from) / 1000;
    }

    private long waitingTime() {
        return (long) Math.min(1e15, random.nextExponential() / perDay * MILLIS_PER_DAY);
    }
}
