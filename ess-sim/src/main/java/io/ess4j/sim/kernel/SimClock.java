package io.ess4j.sim.kernel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * Turns simulated milliseconds since the start of a run into instants, and back. A run that starts at
 * {@code 2026-01-05T00:00:00Z} has its millisecond 60,000 at {@code 2026-01-05T00:01:00Z}.
 *
 * @param start the instant of millisecond 0
 */
public record SimClock(Instant start) {
    /**
     * Checks the start.
     *
     * @param start the instant of millisecond 0
     */
    public SimClock {
        requireNonNull(start, "start");
    }

    /**
     * The instant of a simulated time.
     *
     * @param millis milliseconds since the start, may be negative
     * @return the instant
     */
    public Instant instantAt(long millis) {
        return start.plusMillis(millis);
    }

    /**
     * The simulated time of an instant, cut to whole milliseconds.
     *
     * @param instant the instant, may lie before the start
     * @return milliseconds since the start
     * @throws ArithmeticException if the distance does not fit a long
     */
    public long millisAt(Instant instant) {
        return Duration.between(start, instant).toMillis();
    }
}
