package io.ess4j.model;

/** How an instance is paid for. The order of the constants is the order in which plans list them. */
public enum PurchaseOption {
    /** Billed by use at a fixed price, kept until released. */
    ON_DEMAND,
    /** Billed by use at a market price, taken back by the provider after a short notice. */
    SPOT,
    /** Paid in advance for a fixed term. */
    SUBSCRIPTION
}
