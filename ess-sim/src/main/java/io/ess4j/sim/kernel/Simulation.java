package io.ess4j.sim.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The loop of a run: takes the earliest pending event, lets it occur, and goes on until the end. Time is simulated
 * milliseconds since the start and never moves backwards.
 *
 * <pre>{@code
 * var simulation = new Simulation();
 * simulation.schedule(60_000, now -> System.out.println("a minute has passed"));
 * simulation.runUntil(3_600_000);
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class Simulation {
    private final EventQueue queue = new EventQueue();
    private long now;
    private long occurred;

    /** Creates a simulation at time 0 with nothing to do. */
    public Simulation() {}

    /**
     * The simulated time.
     *
     * @return milliseconds since the start of the run
     */
    public long now() {
        return now;
    }

    /**
     * How many events have occurred.
     *
     * @return the number since the start of the run
     */
    public long occurred() {
        return occurred;
    }

    /**
     * Schedules an event. Events of equal time occur in the order in which they were scheduled.
     *
     * @param atMillis when it occurs, in milliseconds since the start of the run; not before {@link #now()}
     * @param event what occurs
     * @return the ticket for {@link #cancel}
     * @throws IllegalArgumentException if the time lies in the past
     */
    public long schedule(long atMillis, Event event) {
        if (atMillis < now) {
            throw new IllegalArgumentException("atMillis (" + atMillis + ") must be >= " + now + ", the current time");
        }
        return queue.add(atMillis, event);
    }

    /**
     * Schedules an event again and again, at {@code firstMillis}, {@code firstMillis + periodMillis} and so on.
     *
     * @param firstMillis when it occurs first
     * @param periodMillis the distance between two occurrences, at least 1
     * @param event what occurs
     * @throws IllegalArgumentException if the period is not positive or the first time lies in the past
     */
    public void scheduleEvery(long firstMillis, long periodMillis, Event event) {
        if (periodMillis < 1) {
            throw new IllegalArgumentException("periodMillis (" + periodMillis + ") must be >= 1");
        }
        schedule(firstMillis, new Event() {
            @Override
            public void occur(long nowMillis) {
                event.occur(nowMillis);
                schedule(nowMillis + periodMillis, this);
            }
        });
    }

    /**
     * Cancels a pending event.
     *
     * @param ticket what {@link #schedule} returned
     * @return whether the event was still pending
     */
    public boolean cancel(long ticket) {
        return queue.cancel(ticket);
    }

    /**
     * Lets every event up to and including a time occur, then moves the clock to that time.
     *
     * @param endMillis the time at which to stop
     * @throws IllegalArgumentException if the end lies in the past
     */
    public void runUntil(long endMillis) {
        if (endMillis < now) {
            throw new IllegalArgumentException(
                    "endMillis (" + endMillis + ") must be >= " + now + ", the current time");
        }
        for (@Nullable Event event = queue.poll(endMillis); event != null; event = queue.poll(endMillis)) {
            now = queue.now();
            occurred++;
            event.occur(now);
        }
        now = endMillis;
    }
}
