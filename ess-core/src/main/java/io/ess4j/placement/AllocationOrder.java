package io.ess4j.placement;

/** In which order instance types are tried. */
public enum AllocationOrder {
    /** In the order of the group's types. */
    PRIORITY,
    /** Cheapest unit price first. */
    LOWEST_PRICE
}
