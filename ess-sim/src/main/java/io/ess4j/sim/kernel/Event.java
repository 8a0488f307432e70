package io.ess4j.sim.kernel;

/** Something that happens at a simulated time. One object may be scheduled many times. */
@FunctionalInterface
public interface Event {
    /**
     * Happens.
     *
     * @param nowMillis the simulated time in milliseconds since the start of the run
     */
    void occur(long nowMillis);
}
