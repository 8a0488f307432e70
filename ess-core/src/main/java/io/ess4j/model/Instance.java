package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One machine of a group, such as {@code i-1}: an {@code ecs.g6.large} in zone {@code h}, in service since Monday.
 * Built by {@link #builder}; the canonical constructor gains components over time.
 *
 * @param id the provider's id, unique within a fleet: 1 to 256 characters without white space
 * @param type the instance type
 * @param zone where it runs
 * @param purchaseOption how it is paid for
 * @param price what it costs per hour now
 * @param weight the capacity units that it provides, 1 or more; 1 in an unweighted group
 * @param source what it was launched from; absent for an instance that was attached
 * @param joinedAt when it joined the group, from 1677-09-22 to 2262-04-11
 * @param state where it stands in its life
 * @param healthy whether its last health check passed
 * @param origin whether the group created it or was given it
 */
public record Instance(
        String id,
        InstanceType type,
        Zone zone,
        PurchaseOption purchaseOption,
        Price price,
        int weight,
        Optional<ConfigurationSource> source,
        Instant joinedAt,
        LifecycleState state,
        boolean healthy,
        InstanceOrigin origin) {
    /** The earliest time of joining that can be kept to the nanosecond. */
    public static final Instant EARLIEST = Instant.parse("1677-09-22T00:00:00Z");

    /** The latest time of joining that can be kept to the nanosecond. */
    public static final Instant LATEST = Instant.parse("2262-04-11T00:00:00Z");

    public Instance {
        Checks.name("instance id", id);
        requireNonNull(type, "type");
        requireNonNull(zone, "zone");
        requireNonNull(purchaseOption, "purchaseOption");
        requireNonNull(price, "price");
        Checks.atLeast("weight of " + id, weight, 1);
        requireNonNull(source, "source");
        requireNonNull(joinedAt, "joinedAt");
        requireNonNull(state, "state");
        requireNonNull(origin, "origin");
        if (joinedAt.isBefore(EARLIEST) || joinedAt.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "joinedAt of " + id + " (" + joinedAt + ") must be from " + EARLIEST + " to " + LATEST);
        }
    }

    /**
     * Starts an instance of that id. Type, zone, price and joinedAt must be given; the rest defaults to on-demand,
     * weight 1, no source, IN_SERVICE, healthy, created by the group.
     *
     * @param id the provider's id
     * @return a new builder
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * This instance in another state; whether the transition is allowed is the caller's question to
     * {@link LifecycleState#canBecome}.
     *
     * @param next the new state
     * @return a changed copy
     */
    public Instance withState(LifecycleState next) {
        return new Instance(id, type, zone, purchaseOption, price, weight, source, joinedAt, next, healthy, origin);
    }

    /**
     * This instance as it joins, anew if it was stopped: pending, and as young as any that joins now.
     *
     * @param at when it joins
     * @return a changed copy
     * @throws IllegalArgumentException if the time is out of range
     */
    public Instance joining(Instant at) {
        return new Instance(
                id, type, zone, purchaseOption, price, weight, source, at, LifecycleState.PENDING, healthy, origin);
    }

    /**
     * This instance with another weight.
     *
     * @param units capacity units, 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the weight is below 1
     */
    public Instance withWeight(int units) {
        return new Instance(id, type, zone, purchaseOption, price, units, source, joinedAt, state, healthy, origin);
    }

    /**
     * This instance with another health.
     *
     * @param nowHealthy whether its last health check passed
     * @return a changed copy
     */
    public Instance withHealthy(boolean nowHealthy) {
        return new Instance(id, type, zone, purchaseOption, price, weight, source, joinedAt, state, nowHealthy, origin);
    }

    /** Collects the parts of an instance; {@link #build} names every part that is missing. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable InstanceType type;
        private @Nullable Zone zone;
        private @Nullable Price price;
        private @Nullable Instant joinedAt;
        private PurchaseOption purchaseOption = PurchaseOption.ON_DEMAND;
        private int weight = 1;
        private Optional<ConfigurationSource> source = Optional.empty();
        private LifecycleState state = LifecycleState.IN_SERVICE;
        private boolean healthy = true;
        private InstanceOrigin origin = InstanceOrigin.CREATED;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Takes type, zone, purchase option and price from an offering.
         *
         * @param offering what was bought
         * @return this builder
         */
        public Builder offering(Offering offering) {
            return type(offering.type())
                    .zone(offering.zone())
                    .purchaseOption(offering.purchaseOption())
                    .price(offering.price());
        }

        /**
         * Sets the instance type.
         *
         * @param value the type
         * @return this builder
         */
        public Builder type(InstanceType value) {
            type = value;
            return this;
        }

        /**
         * Sets the zone.
         *
         * @param value where it runs
         * @return this builder
         */
        public Builder zone(Zone value) {
            zone = value;
            return this;
        }

        /**
         * Sets how the instance is paid for.
         *
         * @param value the purchase option
         * @return this builder
         */
        public Builder purchaseOption(PurchaseOption value) {
            purchaseOption = value;
            return this;
        }

        /**
         * Sets the price per hour.
         *
         * @param value what it costs now
         * @return this builder
         */
        public Builder price(Price value) {
            price = value;
            return this;
        }

        /**
         * Sets the capacity units that the instance provides.
         *
         * @param value 1 or more
         * @return this builder
         */
        public Builder weight(int value) {
            weight = value;
            return this;
        }

        /**
         * Sets what the instance was launched from.
         *
         * @param value the configuration source
         * @return this builder
         */
        public Builder source(ConfigurationSource value) {
            source = Optional.of(value);
            return this;
        }

        /**
         * Sets when the instance joined the group.
         *
         * @param value the time of joining
         * @return this builder
         */
        public Builder joinedAt(Instant value) {
            joinedAt = value;
            return this;
        }

        /**
         * Sets where the instance stands in its life.
         *
         * @param value the state
         * @return this builder
         */
        public Builder state(LifecycleState value) {
            state = value;
            return this;
        }

        /**
         * Sets whether the last health check passed.
         *
         * @param value true if it did
         * @return this builder
         */
        public Builder healthy(boolean value) {
            healthy = value;
            return this;
        }

        /**
         * Sets whether the group created the instance or was given it.
         *
         * @param value the origin
         * @return this builder
         */
        public Builder origin(InstanceOrigin value) {
            origin = value;
            return this;
        }

        /**
         * The instance.
         *
         * @return a new instance
         * @throws IllegalArgumentException if a part is missing or out of range; all missing parts are named at once
         */
        public Instance build() {
            List<String> missing = new ArrayList<>();
            if (type == null) {
                missing.add("type");
            }
            if (zone == null) {
                missing.add("zone");
            }
            if (price == null) {
                missing.add("price");
            }
            if (joinedAt == null) {
                missing.add("joinedAt");
            }
            if (type == null || zone == null || price == null || joinedAt == null) {
                throw new IllegalArgumentException("instance " + id + " lacks " + String.join(", ", missing));
            }
            return new Instance(
                    id, type, zone, purchaseOption, price, weight, source, joinedAt, state, healthy, origin);
        }
    }
}
