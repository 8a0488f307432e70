package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be bought, at list prices: a list of {@linkplain Offering offerings} with at most one for each
 * instance type, zone and purchase option. The order is the caller's and is kept.
 */
public final class Catalog {
    private final List<Offering> offerings;
    private final Map<Key, Integer> rows;
    private final List<InstanceType> types;
    private final List<Zone> zones;

    private record Key(String type, Zone zone, PurchaseOption purchaseOption) {}

    private Catalog(Collection<Offering> offerings) {
        this.offerings = List.copyOf(offerings);
        // Looked up by key and never walked, so that the order of hashing cannot reach a plan.
        this.rows = new HashMap<>(this.offerings.size() * 2);
        Map<String, InstanceType> typesByName = new LinkedHashMap<>();
        LinkedHashSet<Zone> distinctZones = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        for (int row = 0; row < this.offerings.size(); row++) {
            Offering o = this.offerings.get(row);
            InstanceType known = typesByName.putIfAbsent(o.type().name(), o.type());
            if (known != null && !known.equals(o.type())) {
                problems.add("instance type " + o.type().name() + " is described in two ways");
            }
            distinctZones.add(o.zone());
            if (rows.putIfAbsent(new Key(o.type().name(), o.zone(), o.purchaseOption()), row) != null) {
                problems.add(o.type() + " in " + o.zone() + " " + o.purchaseOption() + " is offered twice");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join("\n", problems.stream().distinct().toList()));
        }
        this.types = List.copyOf(typesByName.values());
        this.zones = List.copyOf(distinctZones);
    }

    /**
     * A catalogue of those offerings.
     *
     * @param offerings what can be bought, in the caller's order
     * @return the catalogue
     * @throws IllegalArgumentException if a type, zone and purchase option occur twice, or two types share a name but
     *     not their size; all such problems at once, one a line
     */
    public static Catalog of(Collection<Offering> offerings) {
        return new Catalog(offerings);
    }

    /**
     * Starts an empty catalogue.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The offerings.
     *
     * @return an unmodifiable list in the order given
     */
    public List<Offering> offerings() {
        return offerings;
    }

    /**
     * The instance types offered.
     *
     * @return an unmodifiable list in the order of first appearance
     */
    public List<InstanceType> types() {
        return types;
    }

    /**
     * The zones in which something is offered.
     *
     * @return an unmodifiable list in the order of first appearance
     */
    public List<Zone> zones() {
        return zones;
    }

    /**
     * The position of an offering in {@link #offerings()}, in constant time.
     *
     * @param type an instance type; only its name counts
     * @param zone a zone
     * @param purchaseOption a purchase option
     * @return the position, or -1 if that is not offered
     */
    public int indexOf(InstanceType type, Zone zone, PurchaseOption purchaseOption) {
        return rows.getOrDefault(new Key(type.name(), zone, purchaseOption), -1);
    }

    /**
     * The offering of a type in a zone under a purchase option, in constant time.
     *
     * @param type an instance type; only its name counts
     * @param zone a zone
     * @param purchaseOption a purchase option
     * @return the offering, or empty if that is not offered
     */
    public Optional<Offering> find(InstanceType type, Zone zone, PurchaseOption purchaseOption) {
        int row = indexOf(type, zone, purchaseOption);
        return row < 0 ? Optional.empty() : Optional.of(offerings.get(row));
    }

    /** Catalogues are equal when they list equal offerings in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Catalog that && offerings.equals(that.offerings);
    }

    @Override
    public int hashCode() {
        return offerings.hashCode();
    }

    /** Returns the offerings as text. */
    @Override
    public String toString() {
        return "Catalog" + offerings;
    }

    /** Collects offerings. Not thread-safe. */
    public static final class Builder {
        private final List<Offering> offerings = new ArrayList<>();

        private Builder() {}

        /**
         * Adds an offering.
         *
         * @param offering what can be bought
         * @return this builder
         */
        public Builder offering(Offering offering) {
            offerings.add(requireNonNull(offering, "offering"));
            return this;
        }

        /**
         * Adds an offering.
         *
         * @param type the instance type
         * @param zone where it is sold
         * @param purchaseOption how it is paid for
         * @param price the list price
         * @return this builder
         */
        public Builder offering(InstanceType type, Zone zone, PurchaseOption purchaseOption, Price price) {
            return offering(new Offering(type, zone, purchaseOption, price));
        }

        /**
         * The catalogue.
         *
         * @return a new catalogue
         * @throws IllegalArgumentException as {@link Catalog#of}
         */
        public Catalog build() {
            return new Catalog(offerings);
        }
    }
}
