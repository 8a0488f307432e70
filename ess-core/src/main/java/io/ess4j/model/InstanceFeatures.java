package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of an instance type beyond its size, such as 3 network interfaces with 10 addresses each (guide map
 * C-7-9). What is not known is absent, and fits no rule that asks for it. Built by {@link #builder}; the canonical
 * constructor gains components over time.
 *
 * @param kind its broad architecture; absent to go by its processors
 * @param category what it is made for
 * @param processorModel the model of its processors, such as {@code Intel Xeon(Ice Lake) Platinum 8369B}
 * @param gpuModel the model of its graphics processors, such as {@code NVIDIA T4}
 * @param networkInterfaces how many network interfaces it takes, 0 or more
 * @param ipv4PerInterface how many private IPv4 addresses one of them takes, 0 or more
 * @param ipv6PerInterface how many IPv6 addresses one of them takes, 0 or more
 * @param baselineCredit of a burstable type, the baseline performance of all vCPUs together in percent, 0 or more
 * @param initialCredit of a burstable type, the credits that it begins with, 0 or more
 */
public record InstanceFeatures(
        Optional<ComputeKind> kind,
        Optional<InstanceCategory> category,
        Optional<String> processorModel,
        Optional<String> gpuModel,
        OptionalInt networkInterfaces,
        OptionalInt ipv4PerInterface,
        OptionalInt ipv6PerInterface,
        OptionalInt baselineCredit,
        OptionalInt initialCredit) {
    /** Nothing is known. */
    public static final InstanceFeatures UNKNOWN = builder().build();

    public InstanceFeatures {
        requireNonNull(kind, "kind");
        requireNonNull(category, "category");
        model("processorModel", processorModel);
        model("gpuModel", gpuModel);
        atLeastZero("networkInterfaces", networkInterfaces);
        atLeastZero("ipv4PerInterface", ipv4PerInterface);
        atLeastZero("ipv6PerInterface", ipv6PerInterface);
        atLeastZero("baselineCredit", baselineCredit);
        atLeastZero("initialCredit", initialCredit);
    }

    private static void model(String what, Optional<String> value) {
        if (requireNonNull(value, what).filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
    }

    private static void atLeastZero(String what, OptionalInt value) {
        requireNonNull(value, what).ifPresent(v -> Checks.atLeast(what, v, 0));
    }

    /**
     * Starts with nothing known.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what is known of a type. Not thread-safe. */
    public static final class Builder {
        private Optional<ComputeKind> kind = Optional.empty();
        private Optional<InstanceCategory> category = Optional.empty();
        private Optional<String> processorModel = Optional.empty();
        private Optional<String> gpuModel = Optional.empty();
        private OptionalInt networkInterfaces = OptionalInt.empty();
        private OptionalInt ipv4PerInterface = OptionalInt.empty();
        private OptionalInt ipv6PerInterface = OptionalInt.empty();
        private OptionalInt baselineCredit = OptionalInt.empty();
        private OptionalInt initialCredit = OptionalInt.empty();

        private Builder() {}

        /**
         * Sets the broad architecture.
         *
         * @param value the kind
         * @return this builder
         */
        public Builder kind(ComputeKind value) {
            kind = Optional.of(value);
            return this;
        }

        /**
         * Sets what the type is made for.
         *
         * @param value the category
         * @return this builder
         */
        public Builder category(InstanceCategory value) {
            category = Optional.of(value);
            return this;
        }

        /**
         * Sets the model of the processors.
         *
         * @param value a name that is not blank
         * @return this builder
         */
        public Builder processorModel(String value) {
            processorModel = Optional.of(value);
            return this;
        }

        /**
         * Sets the model of the graphics processors.
         *
         * @param value a name that is not blank
         * @return this builder
         */
        public Builder gpuModel(String value) {
            gpuModel = Optional.of(value);
            return this;
        }

        /**
         * Sets the network interfaces and their addresses.
         *
         * @param interfaces how many interfaces, 0 or more
         * @param ipv4 how many private IPv4 addresses each takes, 0 or more
         * @param ipv6 how many IPv6 addresses each takes, 0 or more
         * @return this builder
         */
        public Builder network(int interfaces, int ipv4, int ipv6) {
            networkInterfaces = OptionalInt.of(interfaces);
            ipv4PerInterface = OptionalInt.of(ipv4);
            ipv6PerInterface = OptionalInt.of(ipv6);
            return this;
        }

        /**
         * Sets the credits of a burstable type.
         *
         * @param baseline the baseline performance of all vCPUs together in percent, 0 or more
         * @param initial the credits that it begins with, 0 or more
         * @return this builder
         */
        public Builder credits(int baseline, int initial) {
            baselineCredit = OptionalInt.of(baseline);
            initialCredit = OptionalInt.of(initial);
            return this;
        }

        /**
         * The features.
         *
         * @return new features
         * @throws IllegalArgumentException if a number is negative or a name blank
         */
        public InstanceFeatures build() {
            return new InstanceFeatures(
                    kind,
                    category,
                    processorModel,
                    gpuModel,
                    networkInterfaces,
                    ipv4PerInterface,
                    ipv6PerInterface,
                    baselineCredit,
                    initialCredit);
        }
    }
}
