package io.ess4j.placement;

/** Why a launch plan brings less capacity than was asked for. */
public enum ShortfallReason {
    /**
     * No instance type of the group is offered in any of its zones under a purchase option that the strategy allows.
     */
    NOTHING_OFFERED,
    /** Everything that the strategy allows was bought, and the stock was not enough. */
    OUT_OF_STOCK,
    /** There was stock, but above the price limits of the spot mix. */
    ABOVE_MAX_PRICE,
    /** Spot stock ran out, and on-demand instances may not take its place. */
    SPOT_NOT_COMPENSATED,
    /** A zone could not deliver its part, and the balance mode forbids to use another zone. */
    ZONE_OUT_OF_STOCK,
    /** Caps of the strategy, such as a largest share per pool, left stock unused. */
    CAPPED,
    /** More would have cost more than the strategy may spend. */
    OVER_BUDGET
}
