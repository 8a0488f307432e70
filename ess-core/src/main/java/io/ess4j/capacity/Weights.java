package io.ess4j.capacity;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The instance types that a group may launch, in order of preference, each with the capacity units that one instance
 * provides (guide 1.6). In an unweighted group every weight is 1.
 *
 * @param types the types and their weights: at least one, each type name once
 */
public record Weights(List<WeightedType> types) {
    /**
     * An instance type and what one instance of it provides.
     *
     * @param type the instance type
     * @param weight capacity units per instance, 1 or more
     */
    public record WeightedType(InstanceType type, int weight) {
        public WeightedType {
            requireNonNull(type, "type");
            if (weight < 1) {
                throw new IllegalArgumentException("weight of " + type + " (" + weight + ") must be >= 1");
            }
        }

        /** Returns {@code type=weight}. */
        @Override
        public String toString() {
            return type + "=" + weight;
        }
    }

    public Weights {
        types = List.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("weights must name at least one instance type");
        }
        Map<String, WeightedType> names = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        for (WeightedType t : types) {
            if (names.putIfAbsent(t.type().name(), t) != null) {
                twice.add("instance type " + t.type() + " must be weighted only once");
            }
        }
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", twice));
        }
    }

    /**
     * Types that all weigh 1: an unweighted group.
     *
     * @param types the types in order of preference
     * @return the weights
     * @throws IllegalArgumentException if there is no type or one occurs twice
     */
    public static Weights unweighted(List<InstanceType> types) {
        return new Weights(types.stream().map(t -> new WeightedType(t, 1)).toList());
    }

    /**
     * Types that weigh as many units as they have vCPUs: the default of a group that counts vCPU capacity (guide map
     * G1.6-17).
     *
     * @param types the types in order of preference
     * @return the weights
     * @throws IllegalArgumentException if there is no type or one occurs twice
     */
    public static Weights byVcpus(List<InstanceType> types) {
        return new Weights(
                types.stream().map(t -> new WeightedType(t, t.vcpus())).toList());
    }

    /**
     * Instances with these weights, as after a change of them: the next check compares the new total. Instances of
     * types that are not named here keep the weight that they have (guide map G1.6-11, G1.6-12).
     *
     * @param fleet the instances
     * @return the fleet, changed where a weight differs; O(n)
     */
    public Fleet applyTo(Fleet fleet) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        types.forEach(t -> byName.put(t.type().name(), t.weight()));
        List<Instance> changed = new ArrayList<>();
        for (Instance instance : fleet) {
            int weight = byName.getOrDefault(instance.type().name(), instance.weight());
            if (weight != instance.weight()) {
                changed.add(instance.withWeight(weight));
            }
        }
        return changed.isEmpty() ? fleet : fleet.with(changed);
    }

    /**
     * Starts without types.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The largest weight.
     *
     * @return capacity units, 1 or more
     */
    public int largest() {
        int largest = 1;
        for (WeightedType t : types) {
            largest = Math.max(largest, t.weight());
        }
        return largest;
    }

    /**
     * The smallest weight.
     *
     * @return capacity units, 1 or more
     */
    public int smallest() {
        int smallest = Integer.MAX_VALUE;
        for (WeightedType t : types) {
            smallest = Math.min(smallest, t.weight());
        }
        return smallest;
    }

    /** Returns the types and weights as text, such as {@code [ecs.c5.large=2, ecs.c5.xlarge=4]}. */
    @Override
    public String toString() {
        return types.toString();
    }

    /** Collects types with their weights in order of preference. Not thread-safe. */
    public static final class Builder {
        private final List<WeightedType> types = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a type.
         *
         * @param type the instance type
         * @param weight capacity units per instance, 1 or more
         * @return this builder
         * @throws IllegalArgumentException if the weight is below 1
         */
        public Builder type(InstanceType type, int weight) {
            types.add(new WeightedType(type, weight));
            return this;
        }

        /**
         * The weights.
         *
         * @return new weights
         * @throws IllegalArgumentException if there is no type or one occurs twice
         */
        public Weights build() {
            return new Weights(types);
        }
    }
}
