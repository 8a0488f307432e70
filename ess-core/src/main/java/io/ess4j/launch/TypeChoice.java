package io.ess4j.launch;

import io.ess4j.model.text.Names;
import java.util.List;

/**
 * How a configuration says which instance types it launches: in exactly one of these ways (guide map C-7-6). Ranges may
 * stand beside names.
 */
public sealed interface TypeChoice {
    /**
     * The named types.
     *
     * @return names in order of preference; empty if types are given by size
     */
    List<String> names();

    /**
     * One type.
     *
     * @param name its name
     */
    record One(String name) implements TypeChoice {
        public One {
            Names.check("instance type", name);
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }
    }

    /**
     * Several types, the preferred first.
     *
     * @param names their names, each once, at least one
     */
    record Several(List<String> names) implements TypeChoice {
        public Several {
            names = Distinct.names(names);
        }
    }

    /**
     * Several types with the capacity units that each provides.
     *
     * @param types types and weights, each type once, at least one
     */
    record Weighted(List<WeightedName> types) implements TypeChoice {
        public Weighted {
            types = List.copyOf(types);
            Distinct.names(types.stream().map(WeightedName::name).toList());
        }

        @Override
        public List<String> names() {
            return types.stream().map(WeightedName::name).toList();
        }
    }

    /**
     * Whatever type has this size; the provider chooses the cheapest.
     *
     * @param vcpus virtual processors, 1 or more
     * @param memoryGib memory in GiB, 1 or more
     */
    record Size(int vcpus, int memoryGib) implements TypeChoice {
        public Size {
            if (vcpus < 1 || memoryGib < 1) {
                throw new IllegalArgumentException(
                        "vcpus (" + vcpus + ") and memoryGib (" + memoryGib + ") must be >= 1");
            }
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    }

    /**
     * A type and its weight.
     *
     * @param name the type's name
     * @param weight capacity units, {@value #MIN_WEIGHT} to {@value #MAX_WEIGHT}
     */
    record WeightedName(String name, int weight) {
        /** The least weight. */
        public static final int MIN_WEIGHT = 1;

        /** The greatest weight. */
        public static final int MAX_WEIGHT = 500;

        public WeightedName {
            Names.check("instance type", name);
            if (weight < MIN_WEIGHT || weight > MAX_WEIGHT) {
                throw new IllegalArgumentException(
                        "weight of " + name + " (" + weight + ") must lie in " + MIN_WEIGHT + ".." + MAX_WEIGHT);
            }
        }
    }
}
