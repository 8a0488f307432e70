package io.ess4j.sim.kernel;

import java.time.Instant;

/** Turns simulated milliseconds since the start of a run into instants. */
public record SimClock(Instant start) {}
