package io.ess4j.match;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.CpuArchitecture;
import io.ess4j.model.InstanceFamilyLevel;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.text.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of instance types by what they are, such as 2 vCPUs, 8 GiB, enterprise level (guide 2.2). A type fits when
 * every rule holds.
 *
 * @param vcpus allowed numbers of vCPUs; the greatest is at most four times the least
 * @param memoryMib allowed memory in MiB
 * @param architectures allowed instruction sets; empty for any
 * @param gpus allowed numbers of graphics processors; empty for any, also none
 * @param levels allowed levels of the family; empty for any
 * @param burstable whether types with performance credits may fit
 * @param families allowed families by name; empty for any
 * @param excluded names that do not fit, with {@code *} for any run of characters, such as {@code ecs.c6.*}
 * @param maxPrice the highest price of an instance hour that fits; empty for no limit
 * @param features what is asked of the features of types
 */
public record InstanceTypePattern(
        Bounds vcpus,
        Bounds memoryMib,
        List<CpuArchitecture> architectures,
        Optional<Bounds> gpus,
        List<InstanceFamilyLevel> levels,
        Burstable burstable,
        List<String> families,
        List<String> excluded,
        Optional<Price> maxPrice,
        FeatureRange features) {
    private static final int MAX_VCPU_RATIO = 4;

    /**
     * From a least to a greatest number, both included.
     *
     * @param min the least, 1 or more
     * @param max the greatest, {@code min} or more
     */
    public record Bounds(long min, long max) {
        public Bounds {
            if (min < 1) {
                throw new IllegalArgumentException("min (" + min + ") must be >= 1");
            }
            if (max < min) {
                throw new IllegalArgumentException("max (" + max + ") must be >= min (" + min + ")");
            }
        }

        /**
         * Whether a number lies within.
         *
         * @param value any number
         * @return true if it does
         */
        public boolean contains(long value) {
            return min <= value && value <= max;
        }
    }

    public InstanceTypePattern {
        requireNonNull(memoryMib, "memoryMib");
        requireNonNull(burstable, "burstable");
        requireNonNull(maxPrice, "maxPrice");
        requireNonNull(features, "features");
        architectures = List.copyOf(architectures);
        requireNonNull(gpus, "gpus");
        levels = List.copyOf(levels);
        families = List.copyOf(families);
        excluded = List.copyOf(excluded);
        List<String> problems = new ArrayList<>();
        if (vcpus.max() / MAX_VCPU_RATIO > vcpus.min()
                || (vcpus.max() / MAX_VCPU_RATIO == vcpus.min() && vcpus.max() % MAX_VCPU_RATIO > 0)) {
            problems.add("greatest vcpus (" + vcpus.max() + ") must be <= " + MAX_VCPU_RATIO + " x the least ("
                    + vcpus.min() + ")");
        }
        boolean credits = levels.isEmpty() || levels.contains(InstanceFamilyLevel.CREDIT_ENTRY);
        boolean others = levels.stream().anyMatch(l -> l != InstanceFamilyLevel.CREDIT_ENTRY) || levels.isEmpty();
        if ((burstable == Burstable.REQUIRED && !credits) || (burstable == Burstable.EXCLUDE && !others)) {
            problems.add("burstable (" + burstable + ") must leave one of the levels (" + levels + ")");
        }
        excluded.stream()
                .map(e -> Wildcard.problem("excluded name", e))
                .filter(p -> !p.isEmpty())
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /**
     * Starts with exact vCPUs and memory, and everything else allowed.
     *
     * @param vcpus virtual processors, 1 or more
     * @param memoryMib memory in MiB, 1 or more
     * @return a new builder
     * @throws IllegalArgumentException if a number is below 1
     */
    public static Builder of(int vcpus, long memoryMib) {
        return new Builder(new Bounds(vcpus, vcpus), new Bounds(memoryMib, memoryMib));
    }

    /**
     * Starts with ranges of vCPUs and memory, and everything else allowed.
     *
     * @param vcpus allowed numbers of vCPUs
     * @param memoryMib allowed memory in MiB
     * @return a new builder
     */
    public static Builder of(Bounds vcpus, Bounds memoryMib) {
        return new Builder(vcpus, memoryMib);
    }

    /**
     * Whether a type fits at a price, and if not, the first rule that fails.
     *
     * @param type an instance type
     * @param price what an instance hour costs
     * @return the reason, or empty if it fits
     */
    public Optional<MismatchReason> mismatch(InstanceType type, Price price) {
        boolean bursts = type.level() == InstanceFamilyLevel.CREDIT_ENTRY;
        if (!vcpus.contains(type.vcpus())) {
            return Optional.of(MismatchReason.VCPUS);
        } else if (!memoryMib.contains(type.memoryMib())) {
            return Optional.of(MismatchReason.MEMORY);
        } else if (!architectures.isEmpty() && !architectures.contains(type.architecture())) {
            return Optional.of(MismatchReason.ARCHITECTURE);
        } else if (gpus.filter(g -> !g.contains(type.gpus())).isPresent()) {
            return Optional.of(MismatchReason.GPUS);
        } else if (!levels.isEmpty() && !levels.contains(type.level())) {
            return Optional.of(MismatchReason.LEVEL);
        } else if (burstable == (bursts ? Burstable.EXCLUDE : Burstable.REQUIRED)) {
            return Optional.of(MismatchReason.BURSTABLE);
        } else if (!families.isEmpty() && !families.contains(type.family())) {
            return Optional.of(MismatchReason.FAMILY);
        }
        Optional<MismatchReason> feature = features.mismatch(type);
        if (feature.isPresent()) {
            return feature;
        } else if (excluded.stream().anyMatch(e -> Wildcard.fits(e, type.name()))) {
            return Optional.of(MismatchReason.EXCLUDED);
        } else if (maxPrice.isPresent() && price.compareTo(maxPrice.orElseThrow()) > 0) {
            return Optional.of(MismatchReason.ABOVE_MAX_PRICE);
        }
        return Optional.empty();
    }

    /** Collects the rules of a range; {@link #build} reports all problems. Not thread-safe. */
    public static final class Builder {
        private final Bounds vcpus;
        private final Bounds memoryMib;
        private final List<CpuArchitecture> architectures = new ArrayList<>();
        private Optional<Bounds> gpus = Optional.empty();
        private final List<InstanceFamilyLevel> levels = new ArrayList<>();
        private Burstable burstable = Burstable.INCLUDE;
        private final List<String> families = new ArrayList<>();
        private final List<String> excluded = new ArrayList<>();
        private Optional<Price> maxPrice = Optional.empty();
        private FeatureRange features = FeatureRange.ANY;

        private Builder(Bounds vcpus, Bounds memoryMib) {
            this.vcpus = requireNonNull(vcpus, "vcpus");
            this.memoryMib = requireNonNull(memoryMib, "memoryMib");
        }

        /**
         * Allows an instruction set; without any call every one is allowed.
         *
         * @param architecture the instruction set
         * @return this builder
         */
        public Builder architecture(CpuArchitecture architecture) {
            architectures.add(requireNonNull(architecture, "architecture"));
            return this;
        }

        /**
         * Asks for graphics processors; without a call types with and without them fit.
         *
         * @param count allowed numbers
         * @return this builder
         */
        public Builder gpus(Bounds count) {
            gpus = Optional.of(count);
            return this;
        }

        /**
         * Allows a level; without any call every level is allowed.
         *
         * @param level what the family promises
         * @return this builder
         */
        public Builder level(InstanceFamilyLevel level) {
            levels.add(requireNonNull(level, "level"));
            return this;
        }

        /**
         * Says whether types with performance credits may fit; without a call they may.
         *
         * @param choice the choice
         * @return this builder
         */
        public Builder burstable(Burstable choice) {
            this.burstable = requireNonNull(choice, "choice");
            return this;
        }

        /**
         * Allows a family; without any call every family is allowed.
         *
         * @param family its name, such as {@code ecs.g6}
         * @return this builder
         */
        public Builder family(String family) {
            families.add(requireNonNull(family, "family"));
            return this;
        }

        /**
         * Excludes types by name.
         *
         * @param name a name with {@code *} for any run of characters: 1 to 256 characters without white space
         * @return this builder
         */
        public Builder exclude(String name) {
            excluded.add(requireNonNull(name, "name"));
            return this;
        }

        /**
         * Sets the highest price of an instance hour that fits; without a call there is no limit.
         *
         * @param price the highest price, itself included
         * @return this builder
         */
        public Builder maxPrice(Price price) {
            this.maxPrice = Optional.of(price);
            return this;
        }

        /**
         * Asks for features; without a call any fit, also unknown ones.
         *
         * @param range what is asked for
         * @return this builder
         */
        public Builder features(FeatureRange range) {
            this.features = requireNonNull(range, "range");
            return this;
        }

        /**
         * The range.
         *
         * @return a new pattern
         * @throws IllegalArgumentException if rules are out of range or contradict each other; all problems, one a line
         */
        public InstanceTypePattern build() {
            return new InstanceTypePattern(
                    vcpus, memoryMib, architectures, gpus, levels, burstable, families, excluded, maxPrice, features);
        }
    }
}
