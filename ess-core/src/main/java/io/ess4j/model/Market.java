package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a {@linkplain Catalog catalogue} offers at this moment: for each offering its price now, how many instances can
 * be had, and how often the provider takes one back. Positions are those of {@link Catalog#offerings()}.
 */
public final class Market {
    /** The stock of an offering without a known limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final Catalog catalog;
    private final long[] nanosPerHour;
    private final int[] stock;
    private final int[] interruptions;

    private Market(Catalog catalog, long[] nanosPerHour, int[] stock, int[] interruptions) {
        this.catalog = catalog;
        this.nanosPerHour = nanosPerHour;
        this.stock = stock;
        this.interruptions = interruptions;
    }

    /**
     * A market at list prices, without limits of stock and without interruptions.
     *
     * @param catalog what is offered
     * @return the market
     */
    public static Market of(Catalog catalog) {
        return builder(catalog).build();
    }

    /**
     * Starts from list prices, no limits of stock and no interruptions.
     *
     * @param catalog what is offered
     * @return a new builder
     */
    public static Builder builder(Catalog catalog) {
        return new Builder(catalog);
    }

    /**
     * What is offered.
     *
     * @return the catalogue
     */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * How many offerings there are.
     *
     * @return the size of the catalogue
     */
    public int size() {
        return stock.length;
    }

    /**
     * An offering at its price now.
     *
     * @param index a position in the catalogue
     * @return the offering, with the current price in place of the list price
     */
    public Offering offering(int index) {
        Offering listed = catalog.offerings().get(index);
        return listed.price().nanosPerHour() == nanosPerHour[index]
                ? listed
                : new Offering(listed.type(), listed.zone(), listed.purchaseOption(), price(index));
    }

    /**
     * The price of an offering now.
     *
     * @param index a position in the catalogue
     * @return the price per instance
     */
    public Price price(int index) {
        return new Price(nanosPerHour[index]);
    }

    /**
     * The price of an offering now, as {@link Price#nanosPerHour()}.
     *
     * @param index a position in the catalogue
     * @return 1e-9 currency units per hour
     */
    public long nanosPerHour(int index) {
        return nanosPerHour[index];
    }

    /**
     * How many instances of an offering can be had now.
     *
     * @param index a position in the catalogue
     * @return a count of 0 or more; {@link #UNLIMITED} if no limit is known
     */
    public int stock(int index) {
        return stock[index];
    }

    /**
     * How often the provider takes an instance of an offering back.
     *
     * @param index a position in the catalogue
     * @return expected interruptions in a million instance hours, 0 or more
     */
    public int interruptionsPerMillionHours(int index) {
        return interruptions[index];
    }

    /** Markets are equal when catalogue, prices, stock and interruptions are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Market m
                && catalog.equals(m.catalog)
                && Arrays.equals(nanosPerHour, m.nanosPerHour)
                && Arrays.equals(stock, m.stock)
                && Arrays.equals(interruptions, m.interruptions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanosPerHour) * 31 + Arrays.hashCode(stock);
    }

    /** Returns one line per offering. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Market");
        for (int i = 0; i < size(); i++) {
            text.append("\n  ").append(offering(i)).append(", stock ");
            text.append(stock[i] == UNLIMITED ? "unlimited" : Integer.toString(stock[i]));
        }
        return text.toString();
    }

    /**
     * Collects what differs from list prices and unlimited stock; {@link #build} reports all problems. Not thread-safe.
     */
    public static final class Builder {
        private final Catalog catalog;
        private final long[] nanosPerHour;
        private final int[] stock;
        private final int[] interruptions;
        private final List<String> problems = new ArrayList<>();

        private Builder(Catalog catalog) {
            this.catalog = requireNonNull(catalog, "catalog");
            this.nanosPerHour = catalog.offerings().stream()
                    .mapToLong(o -> o.price().nanosPerHour())
                    .toArray();
            this.stock = new int[nanosPerHour.length];
            Arrays.fill(stock, UNLIMITED);
            this.interruptions = new int[nanosPerHour.length];
        }

        /**
         * Sets the price of an offering now.
         *
         * @param type the instance type
         * @param zone the zone
         * @param option the purchase option
         * @param price the price per instance
         * @return this builder
         */
        public Builder price(InstanceType type, Zone zone, PurchaseOption option, Price price) {
            int row = row(type, zone, option);
            if (row >= 0) {
                nanosPerHour[row] = price.nanosPerHour();
            }
            return this;
        }

        /**
         * Sets how many instances of an offering can be had now.
         *
         * @param type the instance type
         * @param zone the zone
         * @param option the purchase option
         * @param count 0 or more, or {@link Market#UNLIMITED}
         * @return this builder
         */
        public Builder stock(InstanceType type, Zone zone, PurchaseOption option, int count) {
            return set(stock, "stock", type, zone, option, count);
        }

        /**
         * Sets how often the provider takes an instance of an offering back.
         *
         * @param type the instance type
         * @param zone the zone
         * @param option the purchase option
         * @param perMillionHours expected interruptions in a million instance hours, 0 or more
         * @return this builder
         */
        public Builder interruptions(InstanceType type, Zone zone, PurchaseOption option, int perMillionHours) {
            return set(interruptions, "interruptions", type, zone, option, perMillionHours);
        }

        private Builder set(int[] column, String what, InstanceType type, Zone zone, PurchaseOption option, int value) {
            int row = row(type, zone, option);
            if (value < 0) {
                problems.add(what + " of " + type + " in " + zone + " " + option + " (" + value + ") must be >= 0");
            } else if (row >= 0) {
                column[row] = value;
            }
            return this;
        }

        private int row(InstanceType type, Zone zone, PurchaseOption option) {
            int row = catalog.indexOf(type, zone, option);
            if (row < 0) {
                problems.add(type + " in " + zone + " " + option + " is not in the catalogue");
            }
            return row;
        }

        /**
         * The market.
         *
         * @return a new market
         * @throws IllegalArgumentException if an offering is unknown or a number negative; all such problems, one a
         *     line
         */
        public Market build() {
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
            return new Market(catalog, nanosPerHour.clone(), stock.clone(), interruptions.clone());
        }
    }
}
