package io.ess4j.sim.deadline;

/** What a job runs on. */
public enum Holding {
    /** Nothing: it waits. */
    NOTHING,
    /** A spot instance. */
    SPOT,
    /** An on-demand instance. */
    ON_DEMAND
}
