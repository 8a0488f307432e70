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
 * @param architecture the instruction set of its processors
 * @param gpus graphics processors, 0 or more
 * @param features what else is known of it
 */
public record InstanceType(
        String name,
        int vcpus,
        long memoryMib,
        String family,
        InstanceFamilyLevel level,
        CpuArchitecture architecture,
        int gpus,
        InstanceFeatures features) {
    public InstanceType {
        Checks.name("instance type name", name);
        Checks.atLeast("vcpus", vcpus, 1);
        Checks.atLeast("memoryMib", memoryMib, 1);
        Checks.name("instance type family", family);
        requireNonNull(level, "level");
        requireNonNull(architecture, "architecture");
        Checks.atLeast("gpus", gpus, 0);
        requireNonNull(features, "features");
    }

    /**
     * A type of which nothing else is known.
     *
     * @param name the provider's name
     * @param vcpus virtual processors, 1 or more
     * @param memoryMib memory in MiB, 1 or more
     * @param family the family that the type belongs to
     * @param level what the family promises
     * @param architecture the instruction set of its processors
     * @param gpus graphics processors, 0 or more
     */
    public InstanceType(
            String name,
            int vcpus,
            long memoryMib,
            String family,
            InstanceFamilyLevel level,
            CpuArchitecture architecture,
            int gpus) {
        this(name, vcpus, memoryMib, family, level, architecture, gpus, InstanceFeatures.UNKNOWN);
    }

    /**
     * A type with x86 processors and without graphics processors.
     *
     * @param name the provider's name
     * @param vcpus virtual processors, 1 or more
     * @param memoryMib memory in MiB, 1 or more
     * @param family the family that the type belongs to
     * @param level what the family promises
     */
    public InstanceType(String name, int vcpus, long memoryMib, String family, InstanceFamilyLevel level) {
        this(name, vcpus, memoryMib, family, level, CpuArchitecture.X86, 0);
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

    /**
     * This type with other processors.
     *
     * @param other the instruction set
     * @return a changed copy
     */
    public InstanceType withArchitecture(CpuArchitecture other) {
        return new InstanceType(name, vcpus, memoryMib, family, level, other, gpus, features);
    }

    /**
     * This type with graphics processors.
     *
     * @param count how many, 0 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the count is negative
     */
    public InstanceType withGpus(int count) {
        return new InstanceType(name, vcpus, memoryMib, family, level, architecture, count, features);
    }

    /**
     * This type with other features.
     *
     * @param known what else is known of it
     * @return a changed copy
     */
    public InstanceType withFeatures(InstanceFeatures known) {
        return new InstanceType(name, vcpus, memoryMib, family, level, architecture, gpus, known);
    }

    /**
     * Its broad architecture.
     *
     * @return that of its features; where it is not known, heterogeneous with graphics processors, else by the
     *     instruction set
     */
    public ComputeKind kind() {
        ComputeKind bySize = gpus > 0
                ? ComputeKind.HETEROGENEOUS
                : architecture == CpuArchitecture.ARM ? ComputeKind.ARM : ComputeKind.X86;
        return features.kind().orElse(bySize);
    }

    /** Returns the hash of the name, which alone tells almost all types apart, so that fleets are built fast. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
