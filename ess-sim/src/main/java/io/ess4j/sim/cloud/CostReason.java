package io.ess4j.sim.cloud;

/** What money was spent on an instance for. */
public enum CostReason {
    /** From order to service, boots that fail included. */
    STARTING,
    /** In service. */
    SERVING,
    /** Finishing work before it is released or stopped. */
    LEAVING,
    /** Stopped and kept: disks only. */
    STOPPED,
    /** Time billed beyond the time lived: rounding up to the billing unit, and the minimum. */
    ROUNDING
}
