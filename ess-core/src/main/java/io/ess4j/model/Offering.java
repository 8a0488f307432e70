package io.ess4j.model;

import static java.util.Objects.requireNonNull;

/**
 * One thing that can be bought: an instance type in a zone under a purchase option at a list price. Other systems call
 * it a capacity pool.
 *
 * @param type the instance type
 * @param zone where it is sold
 * @param purchaseOption how it is paid for
 * @param price the list price per instance
 */
public record Offering(InstanceType type, Zone zone, PurchaseOption purchaseOption, Price price) {
    public Offering {
        requireNonNull(type, "type");
        requireNonNull(zone, "zone");
        requireNonNull(purchaseOption, "purchaseOption");
        requireNonNull(price, "price");
    }

    /** Returns type, zone, purchase option and price, such as {@code ecs.g6.large in h SPOT at 0.12}. */
    @Override
    public String toString() {
        return type + " in " + zone + " " + purchaseOption + " at " + price;
    }
}
