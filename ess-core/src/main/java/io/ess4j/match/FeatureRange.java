package io.ess4j.match;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.ComputeKind;
import io.ess4j.model.InstanceCategory;
import io.ess4j.model.InstanceFeatures;
import io.ess4j.model.InstanceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a range of instance types asks of their features, such as at least 2 network interfaces (guide map C-7-9). A
 * feature that is asked for and not known of a type does not fit. Built by {@link #builder}; the canonical constructor
 * gains components over time.
 *
 * @param kinds allowed broad architectures; empty for any
 * @param categories allowed categories, at most 10; empty for any
 * @param processorModels allowed models of processors, at most 10; empty for any
 * @param gpuModels allowed models of graphics processors; empty for any, also none
 * @param leastInterfaces the least number of network interfaces, 1 or more
 * @param leastIpv4 the least number of private IPv4 addresses of an interface, 1 or more
 * @param leastIpv6 the least number of IPv6 addresses of an interface, 1 or more
 * @param leastBaseline the least baseline performance in percent, which burstable types only have; 1 or more
 * @param leastInitialCredit the least initial credits, which burstable types only have; 1 or more
 */
public record FeatureRange(
        List<ComputeKind> kinds,
        List<InstanceCategory> categories,
        List<String> processorModels,
        List<String> gpuModels,
        OptionalInt leastInterfaces,
        OptionalInt leastIpv4,
        OptionalInt leastIpv6,
        OptionalInt leastBaseline,
        OptionalInt leastInitialCredit) {
    /** The most categories, and the most models of processors, of a range. */
    public static final int MAX_NAMED = 10;

    /** Asks for nothing. */
    public static final FeatureRange ANY = builder().build();

    public FeatureRange {
        kinds = List.copyOf(kinds);
        categories = List.copyOf(categories);
        processorModels = List.copyOf(processorModels);
        gpuModels = List.copyOf(gpuModels);
        List<String> problems = new ArrayList<>();
        atMost("categories", categories.size(), problems);
        atMost("processorModels", processorModels.size(), problems);
        atLeastOne("leastInterfaces", leastInterfaces, problems);
        atLeastOne("leastIpv4", leastIpv4, problems);
        atLeastOne("leastIpv6", leastIpv6, problems);
        atLeastOne("leastBaseline", leastBaseline, problems);
        atLeastOne("leastInitialCredit", leastInitialCredit, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static void atMost(String what, int count, List<String> problems) {
        if (count > MAX_NAMED) {
            problems.add(what + " (" + count + ") must be at most " + MAX_NAMED);
        }
    }

    private static void atLeastOne(String what, OptionalInt least, List<String> problems) {
        if (requireNonNull(least, what).orElse(1) < 1) {
            problems.add(what + " (" + least.getAsInt() + ") must be >= 1");
        }
    }

    /**
     * Starts with nothing asked for.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whether a type has what is asked for, and if not, the first rule that fails.
     *
     * @param type an instance type
     * @return the reason, or empty if it fits
     */
    public Optional<MismatchReason> mismatch(InstanceType type) {
        InstanceFeatures has = type.features();
        if (!kinds.isEmpty() && !kinds.contains(type.kind())) {
            return Optional.of(MismatchReason.KIND);
        } else if (!allows(categories, has.category())) {
            return Optional.of(MismatchReason.CATEGORY);
        } else if (!allows(processorModels, has.processorModel())) {
            return Optional.of(MismatchReason.PROCESSOR_MODEL);
        } else if (!allows(gpuModels, has.gpuModel())) {
            return Optional.of(MismatchReason.GPU_MODEL);
        } else if (!reaches(leastInterfaces, has.networkInterfaces())
                || !reaches(leastIpv4, has.ipv4PerInterface())
                || !reaches(leastIpv6, has.ipv6PerInterface())) {
            return Optional.of(MismatchReason.NETWORK);
        } else if (!reaches(leastBaseline, has.baselineCredit()) || !reaches(leastInitialCredit, has.initialCredit())) {
            return Optional.of(MismatchReason.CREDITS);
        }
        return Optional.empty();
    }

    private static <T> boolean allows(List<T> allowed, Optional<T> value) {
        return allowed.isEmpty() || value.filter(allowed::contains).isPresent();
    }

    private static boolean reaches(OptionalInt least, OptionalInt value) {
        return least.isEmpty() || (value.isPresent() && value.getAsInt() >= least.getAsInt());
    }

    /** Collects what is asked for; {@link #build} reports all problems. Not thread-safe. */
    public static final class Builder {
        private final List<ComputeKind> kinds = new ArrayList<>();
        private final List<InstanceCategory> categories = new ArrayList<>();
        private final List<String> processorModels = new ArrayList<>();
        private final List<String> gpuModels = new ArrayList<>();
        private OptionalInt leastInterfaces = OptionalInt.empty();
        private OptionalInt leastIpv4 = OptionalInt.empty();
        private OptionalInt leastIpv6 = OptionalInt.empty();
        private OptionalInt leastBaseline = OptionalInt.empty();
        private OptionalInt leastInitialCredit = OptionalInt.empty();

        private Builder() {}

        /**
         * Allows a broad architecture; without any call every one is allowed.
         *
         * @param kind the kind
         * @return this builder
         */
        public Builder kind(ComputeKind kind) {
            kinds.add(requireNonNull(kind, "kind"));
            return this;
        }

        /**
         * Allows a category; without any call every one is allowed.
         *
         * @param category the category
         * @return this builder
         */
        public Builder category(InstanceCategory category) {
            categories.add(requireNonNull(category, "category"));
            return this;
        }

        /**
         * Allows a model of processors; without any call every one is allowed.
         *
         * @param model its name, as the features of types have it
         * @return this builder
         */
        public Builder processorModel(String model) {
            processorModels.add(requireNonNull(model, "model"));
            return this;
        }

        /**
         * Allows a model of graphics processors; without any call types with any or none fit.
         *
         * @param model its name, as the features of types have it
         * @return this builder
         */
        public Builder gpuModel(String model) {
            gpuModels.add(requireNonNull(model, "model"));
            return this;
        }

        /**
         * Asks for network interfaces.
         *
         * @param count the least number, 1 or more
         * @return this builder
         */
        public Builder leastInterfaces(int count) {
            leastInterfaces = OptionalInt.of(count);
            return this;
        }

        /**
         * Asks for private IPv4 addresses of one interface.
         *
         * @param count the least number, 1 or more
         * @return this builder
         */
        public Builder leastIpv4(int count) {
            leastIpv4 = OptionalInt.of(count);
            return this;
        }

        /**
         * Asks for IPv6 addresses of one interface.
         *
         * @param count the least number, 1 or more
         * @return this builder
         */
        public Builder leastIpv6(int count) {
            leastIpv6 = OptionalInt.of(count);
            return this;
        }

        /**
         * Asks for a baseline performance, which burstable types only have.
         *
         * @param percent the least sum over all vCPUs, 1 or more
         * @return this builder
         */
        public Builder leastBaseline(int percent) {
            leastBaseline = OptionalInt.of(percent);
            return this;
        }

        /**
         * Asks for initial credits, which burstable types only have.
         *
         * @param credits the least number, 1 or more
         * @return this builder
         */
        public Builder leastInitialCredit(int credits) {
            leastInitialCredit = OptionalInt.of(credits);
            return this;
        }

        /**
         * The range.
         *
         * @return a new range
         * @throws IllegalArgumentException if a number is below 1, or too much is named; all problems, one a line
         */
        public FeatureRange build() {
            return new FeatureRange(
                    kinds,
                    categories,
                    processorModels,
                    gpuModels,
                    leastInterfaces,
                    leastIpv4,
                    leastIpv6,
                    leastBaseline,
                    leastInitialCredit);
        }
    }
}
