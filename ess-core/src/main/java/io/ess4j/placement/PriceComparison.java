package io.ess4j.placement;

/** What a price is divided by before two are compared. */
public enum PriceComparison {
    /** The price per capacity unit: price divided by weight. */
    PER_UNIT,
    /** The price per vCPU. */
    PER_VCPU
}
