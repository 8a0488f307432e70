package io.ess4j.model;

import static java.util.Objects.requireNonNull;

/**
 * A size and kind of instance, such as {@code ecs.g6.large} with 2 vCPUs and 8 GiB of memory.
 *
 * @param name the provider's name: 1 to 256 characters without white space
 * @param vcpus virtual processors, 1 or more
 * @param memoryMib memory in MiB, 1 or more
 * @param family the family that the type belongs to, such as {@code ecs.g6}
 * @param level what the family promises
 */
public record InstanceType(String name, int vcpus, long memoryMib, String family, InstanceFamilyLevel level) {
    public InstanceType {
        Checks.name("instance type name", name);
        Checks.atLeast("vcpus", vcpus, 1);
        Checks.atLeast("memoryMib", memoryMib, 1);
        Checks.name("instance type family", family);
        requireNonNull(level, "level");
    }

    /**
     * An enterprise-level type whose family is its name up to the last dot ({@code ecs.g6} of {@code ecs.g6.large}; the
     * whole name if it has none).
     *
     * @param name the provider's name
     * @param vcpus virtual processors, 1 or more
     * @param memoryMib memory in MiB, 1 or more
     * @return the type
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static InstanceType of(String name, int vcpus, long memoryMib) {
        int dot = name.lastIndexOf('.');
        String family = dot <= 0 ? name : name.substring(0, dot);
        return new InstanceType(name, vcpus, memoryMib, family, InstanceFamilyLevel.ENTERPRISE);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
