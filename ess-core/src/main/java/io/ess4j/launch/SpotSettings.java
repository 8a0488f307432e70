package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.text.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether instances are bought on the spot market, and how (guide map C-7-8).
 *
 * @param bid how much is offered
 * @param limits the highest price per type, each type once; with {@code PRICE_LIMIT} only
 * @param protectedHour whether the first hour is safe from being reclaimed; dearer than without
 */
public record SpotSettings(Bid bid, List<Limit> limits, boolean protectedHour) {
    /** On-demand instances only; the default. */
    public static final SpotSettings NONE = new SpotSettings(Bid.NONE, List.of(), true);

    /** How much is offered. */
    public enum Bid {
        /** Nothing: on-demand instances. */
        NONE,
        /** The market price, up to a limit for each type. */
        PRICE_LIMIT,
        /** The market price, whatever it is. */
        MARKET_PRICE
    }

    /**
     * The highest price of a type.
     *
     * @param type the type's name
     * @param price the highest price of an instance hour
     */
    public record Limit(String type, Price price) {
        public Limit {
            Names.check("instance type", type);
            requireNonNull(price, "price");
        }
    }

    public SpotSettings {
        requireNonNull(bid, "bid");
        limits = List.copyOf(limits);
        if (bid != Bid.PRICE_LIMIT && !limits.isEmpty()) {
            throw new IllegalArgumentException("limits (" + limits + ") must be empty with bid " + bid);
        }
        Set<String> types = new HashSet<>();
        for (Limit limit : limits) {
            if (!types.add(limit.type())) {
                throw new IllegalArgumentException("limits must name " + limit.type() + " only once");
            }
        }
    }

    /**
     * At the market price, with a protected hour.
     *
     * @return the settings
     */
    public static SpotSettings marketPrice() {
        return new SpotSettings(Bid.MARKET_PRICE, List.of(), true);
    }

    /**
     * Up to a limit for each type, with a protected hour.
     *
     * @param limits the limits
     * @return the settings
     * @throws IllegalArgumentException if a type is named twice
     */
    public static SpotSettings upTo(Limit... limits) {
        return new SpotSettings(Bid.PRICE_LIMIT, List.of(limits), true);
    }

    /**
     * These settings without the protected hour.
     *
     * @return a changed copy
     */
    public SpotSettings unprotected() {
        return new SpotSettings(bid, limits, false);
    }

    /**
     * The highest price of a type.
     *
     * @param type the type's name
     * @return the limit, or empty if there is none
     */
    public Optional<Price> limit(String type) {
        return limits.stream()
                .filter(l -> l.type().equals(type))
                .map(Limit::price)
                .findFirst();
    }

    /**
     * The spot instances that the provider releases, because the market price of their type is above its limit.
     *
     * @param fleet the instances
     * @param market prices now; an instance that is no longer offered has no price
     * @return ids in the order of the fleet; empty without limits
     */
    public List<String> outbid(Fleet fleet, Market market) {
        return fleet.stream()
                .filter(i -> i.purchaseOption() == PurchaseOption.SPOT)
                .filter(i -> {
                    int row = market.catalog().indexOf(i.type(), i.zone(), PurchaseOption.SPOT);
                    Optional<Price> limit = limit(i.type().name());
                    return row >= 0 && limit.isPresent() && market.price(row).compareTo(limit.orElseThrow()) > 0;
                })
                .map(Instance::id)
                .toList();
    }
}
