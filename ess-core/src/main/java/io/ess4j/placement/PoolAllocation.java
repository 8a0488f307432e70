package io.ess4j.placement;

/**
 * In which order spot pools are used by the allocation strategies of EC2 Fleet and EC2 Auto Scaling. A pool is an
 * offering: a type in a zone. Capacity of a pool is its stock times its weight. Ties go to the zone, then the type,
 * that the group names first.
 */
public enum PoolAllocation {
    /** Cheapest unit price first; evenly over as many of the cheapest pools as the spot mix says. */
    LOWEST_PRICE,
    /** Evenly over all pools, what is left over to the cheapest; never a spot pool at or above its on-demand price. */
    DIVERSIFIED,
    /** The pool with the most capacity first. */
    CAPACITY_OPTIMIZED,
    /**
     * Pools that can deliver all missing units first, in the order of the group's types; then the others by capacity.
     */
    CAPACITY_OPTIMIZED_PRIORITIZED,
    /**
     * Pools that can deliver all missing units first, cheapest unit price first; then the others by capacity. The
     * provider does not publish its own threshold.
     */
    PRICE_CAPACITY_OPTIMIZED
}
