package io.ess4j.admission;

/** What an existing instance does at the moment, in the provider's words. */
public enum NodeStatus {
    /** Being created. */
    PENDING,
    /** On its way from stopped to running. */
    STARTING,
    /** Running. */
    RUNNING,
    /** On its way from running to stopped. */
    STOPPING,
    /** Stopped. */
    STOPPED
}
