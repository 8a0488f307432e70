package io.ess4j.placement;

/** What a balancing strategy does when a zone has no stock. */
public enum BalanceMode {
    /** The next zone by count takes the instance; balance suffers, capacity does not. */
    BEST_EFFORT,
    /** Nobody takes it: the unit is missing, and the zones stay level. */
    BALANCED_ONLY
}
