package io.ess4j.model;

import io.ess4j.model.table.FleetTable;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The instances of a group: an immutable table of columns with the look of a list, so that a million of them cost
 * milliseconds. Rows keep the order in which they were given and become {@link Instance} values only when asked for.
 *
 * <p>A fleet needs 12 bytes per instance and a reference to its id. Counts per zone, type and state and the capacity
 * per state are kept, so that asking costs the same however many instances there are. Equality is that of lists.
 */
public abstract sealed class Fleet extends AbstractList<Instance> implements RandomAccess permits FleetTable {
    /** For the one implementation. */
    protected Fleet() {}

    /**
     * A fleet without instances.
     *
     * @return the empty fleet
     */
    public static Fleet empty() {
        return FleetTable.EMPTY;
    }

    /**
     * A fleet of those instances, in O(n).
     *
     * @param instances the rows, in order
     * @return the fleet
     * @throws IllegalArgumentException if an id occurs twice, or more than 65,535 zones or instance types occur
     */
    public static Fleet of(Collection<Instance> instances) {
        return FleetTable.copyOf(instances);
    }

    /**
     * A fleet of those instances.
     *
     * @param instances the rows, in order
     * @return the fleet
     * @throws IllegalArgumentException as {@link #of(Collection)}
     */
    public static Fleet of(Instance... instances) {
        return FleetTable.copyOf(List.of(instances));
    }

    /**
     * The instance in a row, made on demand.
     *
     * @param row a position from 0 to {@code size() - 1}
     * @return an instance equal to the one that was given
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public abstract Instance instance(int row);

    /**
     * The id of the instance in a row.
     *
     * @param row a position from 0 to {@code size() - 1}
     * @return the id
     */
    public abstract String id(int row);

    /**
     * The zones in which the fleet has instances, in whatever state.
     *
     * @return an unmodifiable list in the order of first appearance
     */
    public abstract List<Zone> zones();

    /**
     * The instance types of which the fleet has instances, in whatever state.
     *
     * @return an unmodifiable list in the order of first appearance
     */
    public abstract List<InstanceType> types();

    /**
     * How many instances are in a zone, in any state.
     *
     * @param zone a zone
     * @return the count, 0 for a zone that the fleet does not know
     */
    public abstract int count(Zone zone);

    /**
     * How many instances of a zone are in a state.
     *
     * @param zone a zone
     * @param state a state
     * @return the count, 0 for a zone that the fleet does not know
     */
    public abstract int count(Zone zone, LifecycleState state);

    /**
     * How many instances are of a type, in any state.
     *
     * @param type an instance type
     * @return the count, 0 for a type that the fleet does not know
     */
    public abstract int count(InstanceType type);

    /**
     * How many instances are in a state.
     *
     * @param state a state
     * @return the count
     */
    public abstract int count(LifecycleState state);

    /**
     * The capacity of the instances in a state.
     *
     * @param state a state
     * @return the sum of their weights
     */
    public abstract long capacity(LifecycleState state);

    /**
     * The capacity that counts towards minimum, desired and maximum: all but stopped and leaving instances.
     *
     * @return the sum of weights over states that {@link LifecycleState#countsTowardsCapacity}
     */
    public final long capacity() {
        long total = 0;
        for (LifecycleState state : LifecycleState.values()) {
            total += state.countsTowardsCapacity() ? capacity(state) : 0;
        }
        return total;
    }

    /**
     * The capacity that is stable: in service, protected and standby (guide map C-2-2).
     *
     * @return the sum of weights over states that are {@link LifecycleState#isStable}
     */
    public final long stableCapacity() {
        long total = 0;
        for (LifecycleState state : LifecycleState.values()) {
            total += state.isStable() ? capacity(state) : 0;
        }
        return total;
    }

    /**
     * The instance with an id, in O(n).
     *
     * @param id an id
     * @return the instance, or empty if the fleet has none of that id
     */
    public abstract Optional<Instance> find(String id);

    /**
     * The instances with some ids, in O(n + k) for k ids.
     *
     * @param ids some ids
     * @return the instances in the order of the ids, without those that the fleet does not have; an id that is given
     *     twice comes twice
     */
    public abstract List<Instance> findAll(List<String> ids);

    /**
     * This fleet with instances added, or replaced in their row where the id is known, in O(n + changes).
     *
     * @param changes instances with ids that differ from each other
     * @return a changed copy; new instances follow the old ones in the order given
     * @throws IllegalArgumentException as {@link #of(Collection)}
     */
    public abstract Fleet with(Collection<Instance> changes);

    /**
     * This fleet without the instances of those ids, in O(n + ids). Ids that the fleet does not know are passed over.
     *
     * @param ids the ids to leave out
     * @return a changed copy with the remaining rows in their order
     */
    public abstract Fleet without(Collection<String> ids);

    /** Returns {@link #instance}. */
    @Override
    public final Instance get(int row) {
        return instance(row);
    }
}
