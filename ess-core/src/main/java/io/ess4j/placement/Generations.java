package io.ess4j.placement;

import io.ess4j.capacity.Weights;
import io.ess4j.capacity.Weights.WeightedType;
import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds types that differ from a group's own by their generation alone. */
final class Generations {
    /** The letters of the family, its generation, the rest of the family, the size: ecs.c, 7, t, large. */
    private static final Pattern NAME =
            Pattern.compile("((?:[a-z]+\\.)?[a-z]+)([0-9]{1,9})([a-z][a-z0-9-]*|-[a-z0-9-]*|)\\.([a-z0-9-]+)");

    private record Parts(String family, int generation, String rest, String size) {
        static Optional<Parts> of(InstanceType type) {
            Matcher name = NAME.matcher(type.name());
            return name.matches()
                    ? Optional.of(
                            new Parts(name.group(1), Integer.parseInt(name.group(2)), name.group(3), name.group(4)))
                    : Optional.empty();
        }

        boolean isOtherGenerationOf(Parts other) {
            return family.equals(other.family)
                    && rest.equals(other.rest)
                    && size.equals(other.size)
                    && generation != other.generation;
        }
    }

    private Generations() {}

    /**
     * The types of other generations that a catalogue has, with the weight of the type that they stand in for: for each
     * of the group's types in their order the nearest generation first, the newer of two that are as near.
     */
    static List<WeightedType> of(Weights own, Catalog catalog) {
        // Membership only; the order of hashing is never seen.
        Set<String> named = new HashSet<>();
        own.types().forEach(t -> named.add(t.type().name()));
        List<WeightedType> found = new ArrayList<>();
        for (WeightedType type : own.types()) {
            Optional<Parts> parts = Parts.of(type.type());
            if (parts.isPresent()) {
                for (InstanceType other : others(type.type(), parts.get(), catalog)) {
                    if (named.add(other.name())) {
                        found.add(new WeightedType(other, type.weight()));
                    }
                }
            }
        }
        return found;
    }

    private static List<InstanceType> others(InstanceType type, Parts parts, Catalog catalog) {
        ToIntFunction<InstanceType> generation = t -> Parts.of(t).orElseThrow().generation();
        Comparator<InstanceType> nearest =
                Comparator.comparingInt(t -> Math.abs(generation.applyAsInt(t) - parts.generation()));
        return catalog.types().stream()
                .filter(t -> isSameSize(t, type)
                        && Parts.of(t).filter(p -> p.isOtherGenerationOf(parts)).isPresent())
                .sorted(nearest.thenComparing(
                        Comparator.comparingInt(generation).reversed()))
                .toList();
    }

    private static boolean isSameSize(InstanceType a, InstanceType b) {
        return a.vcpus() == b.vcpus()
                && a.memoryMib() == b.memoryMib()
                && a.architecture() == b.architecture()
                && a.gpus() == b.gpus();
    }
}
