package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityLimits;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The sizes of a group that scheduled tasks change: its limits and, if it has one, its desired capacity.
 *
 * @param limits the least and the most capacity
 * @param desired the desired capacity, within the limits; absent in a group that is led by its limits alone
 */
public record GroupSizes(CapacityLimits limits, OptionalInt desired) {
    public GroupSizes {
        requireNonNull(limits, "limits");
        if (!limits.contains(requireNonNull(desired, "desired").orElse(limits.min()))) {
            throw new IllegalArgumentException(
                    "desired (" + desired.getAsInt() + ") must be within the limits (" + limits + ")");
        }
    }

    /**
     * Sizes of a group that is led by its limits alone.
     *
     * @param min the least capacity, 0 or more
     * @param max the most capacity, at least {@code min}
     * @return the sizes
     * @throws IllegalArgumentException if they are negative or out of order
     */
    public static GroupSizes of(int min, int max) {
        return new GroupSizes(CapacityLimits.of(min, max), OptionalInt.empty());
    }

    /**
     * Sizes of a group with a desired capacity.
     *
     * @param min the least capacity, 0 or more
     * @param desired the desired capacity, within the limits
     * @param max the most capacity
     * @return the sizes
     * @throws IllegalArgumentException if they are negative or out of order
     */
    public static GroupSizes of(int min, int desired, int max) {
        return new GroupSizes(CapacityLimits.of(min, max), OptionalInt.of(desired));
    }

    /** Why a task's sizes do not fit those of the group (guide map G3.4-2 to G3.4-7). */
    public enum Misfit {
        /** A desired capacity is set in a group that has none. */
        NO_DESIRED_CAPACITY,
        /** The least capacity would be above the most. */
        MIN_ABOVE_MAX,
        /** The least capacity would be above the desired one. */
        MIN_ABOVE_DESIRED,
        /** The desired capacity would be above the most. */
        DESIRED_ABOVE_MAX
    }

    /**
     * Why a task's sizes do not fit these: sizes not given keep their value, and then all must be in order.
     *
     * @param set what the task sets
     * @return the first reason in the order of {@link Misfit}, or empty if they fit
     */
    public Optional<Misfit> misfit(ScheduledAction.SetSizes set) {
        int min = set.min().orElse(limits.min());
        int max = set.max().orElse(limits.max());
        OptionalInt wish = set.desired().isPresent() ? set.desired() : desired;
        if (set.desired().isPresent() && desired.isEmpty()) {
            return Optional.of(Misfit.NO_DESIRED_CAPACITY);
        }
        if (min > max) {
            return Optional.of(Misfit.MIN_ABOVE_MAX);
        }
        if (min > wish.orElse(min)) {
            return Optional.of(Misfit.MIN_ABOVE_DESIRED);
        }
        return wish.orElse(max) > max ? Optional.of(Misfit.DESIRED_ABOVE_MAX) : Optional.empty();
    }

    /**
     * These sizes after a task whose sizes fit.
     *
     * @param set what the task sets
     * @return the merged sizes
     * @throws IllegalArgumentException if the sizes do not {@linkplain #misfit fit}
     */
    public GroupSizes merge(ScheduledAction.SetSizes set) {
        misfit(set).ifPresent(misfit -> {
            throw new IllegalArgumentException(
                    "sizes (" + set + ") must fit those of the group (" + this + "), but " + misfit);
        });
        return new GroupSizes(
                CapacityLimits.of(set.min().orElse(limits.min()), set.max().orElse(limits.max())),
                set.desired().isPresent() ? set.desired() : desired);
    }

    /** Returns {@code 2..40} or {@code 2..40 desired 5}. */
    @Override
    public String toString() {
        return limits + (desired.isPresent() ? " desired " + desired.getAsInt() : "");
    }
}
