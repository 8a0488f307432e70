package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * How many instances AWS keeps prepared beside a group, so that scaling out need not wait for a boot (guide map C-6-7).
 * ESS has no such pool; its stopped instances are in the {@link StopPool}.
 *
 * <p>Worked example: desired 6, at most 10: 4 are kept prepared; with at most 8 prepared, 2.
 *
 * @param mostPrepared how many instances there may be, in service and prepared together, 0 or more; absent for the
 *     maximum of the group
 * @param least how many are kept prepared in any case, 0 or more
 */
public record WarmPool(OptionalInt mostPrepared, int least) {
    public WarmPool {
        requireNonNull(mostPrepared, "mostPrepared").ifPresent(m -> LifecycleChecks.atLeast("mostPrepared", m, 0));
        LifecycleChecks.atLeast("least", least, 0);
    }

    /**
     * A pool that fills up to the maximum of the group.
     *
     * @return the pool
     */
    public static WarmPool upToMaximum() {
        return new WarmPool(OptionalInt.empty(), 0);
    }

    /**
     * A pool that fills up to a number of its own.
     *
     * @param instances how many there may be, in service and prepared together, 0 or more
     * @return the pool
     * @throws IllegalArgumentException if the number is negative
     */
    public static WarmPool upTo(int instances) {
        return new WarmPool(OptionalInt.of(instances), 0);
    }

    /**
     * How many instances to keep prepared.
     *
     * @param desired the desired capacity, 0 or more
     * @param max the most capacity, at least {@code desired}
     * @return what is prepared at most less what is desired, and not less than {@code least}
     * @throws IllegalArgumentException if the arguments are negative or out of order
     */
    public int size(int desired, int max) {
        LifecycleChecks.atLeast("desired", desired, 0);
        LifecycleChecks.atLeast("max", max, desired);
        return Math.max(least, mostPrepared.orElse(max) - desired);
    }
}
