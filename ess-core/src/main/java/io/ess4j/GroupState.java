package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.lifecycle.StepSequence;
import io.ess4j.lifecycle.StopPool;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.naming.HostNameSequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a group is at one moment: everything that a decision needs to know and that changes from one decision to the
 * next.
 *
 * @param fleet the instances
 * @param limits the least and the most capacity now in force
 * @param desired the desired capacity, within the limits; absent in a group that is led by its limits alone
 * @param coolingDownUntil the moment from which alarms are heard again, if a cooldown was started
 * @param running the activities that are not finished
 * @param hostNames the host names given so far, in a group that names its instances
 * @param status whether the group takes orders at all
 * @param suspension which of its processes are suspended
 * @param stopPool when its stopped instances were stopped
 */
public record GroupState(
        Fleet fleet,
        CapacityLimits limits,
        OptionalInt desired,
        Optional<Instant> coolingDownUntil,
        List<RunningActivity> running,
        Optional<HostNameSequence> hostNames,
        GroupStatus status,
        ProcessSuspension suspension,
        StopPool stopPool) {
    public GroupState {
        requireNonNull(fleet, "fleet");
        requireNonNull(limits, "limits");
        requireNonNull(desired, "desired");
        requireNonNull(coolingDownUntil, "coolingDownUntil");
        running = List.copyOf(running);
        requireNonNull(hostNames, "hostNames");
        requireNonNull(status, "status");
        requireNonNull(suspension, "suspension");
        requireNonNull(stopPool, "stopPool");
        if (desired.isPresent() && !limits.contains(desired.getAsInt())) {
            throw new IllegalArgumentException(
                    "desired (" + desired.getAsInt() + ") must be within the limits (" + limits + ")");
        }
    }

    /**
     * A group at rest and enabled, led by its limits alone.
     *
     * @param group the policies of the group
     * @param fleet its instances
     * @return the state
     */
    public static GroupState of(ScalingGroup group, Fleet fleet) {
        return new GroupState(
                fleet,
                group.limits(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                group.hostNames().map(HostNameSequence::of),
                GroupStatus.ACTIVE,
                ProcessSuspension.NONE,
                StopPool.EMPTY);
    }

    /**
     * This state with a desired capacity.
     *
     * @param units capacity units within the limits
     * @return a changed copy
     * @throws IllegalArgumentException if the desired capacity is outside of the limits
     */
    public GroupState withDesired(int units) {
        return with(fleet, OptionalInt.of(units), coolingDownUntil, running);
    }

    /**
     * This state with other instances.
     *
     * @param instances the instances now
     * @return a changed copy
     */
    public GroupState withFleet(Fleet instances) {
        return with(instances, desired, coolingDownUntil, running);
    }

    /**
     * This state with other host names given so far, for a group that was running before:
     * {@link HostNameSequence#observe} reads the names of its hosts.
     *
     * @param given the host names given so far
     * @return a changed copy
     */
    public GroupState withHostNames(HostNameSequence given) {
        return new GroupState(
                fleet, limits, desired, coolingDownUntil, running, Optional.of(given), status, suspension, stopPool);
    }

    /**
     * This state after an activity has ended. If the activity changed the group, its cooldown starts at the moment when
     * the last instance joined or left; otherwise no cooldown starts (guide map C-12-2). A cooldown that already runs
     * is never shortened.
     *
     * @param activity one of the running activities
     * @param lastChange when the last instance joined or left, empty if none did
     * @return a changed copy
     * @throws IllegalArgumentException if no such activity is running
     */
    public GroupState finished(RunningActivity activity, Optional<Instant> lastChange) {
        List<RunningActivity> left = new ArrayList<>(running);
        if (!left.remove(activity)) {
            throw new IllegalArgumentException(
                    "activity (" + activity + ") must be one of the running ones " + running);
        }
        Optional<Instant> until = lastChange
                .map(at -> at.plus(activity.cooldown()))
                .filter(end -> coolingDownUntil.filter(end::isBefore).isEmpty())
                .or(() -> coolingDownUntil);
        return with(fleet, desired, until, left);
    }

    /**
     * This state without a cooldown, as after disabling and enabling the group (guide map C-12-4).
     *
     * @return a changed copy
     */
    public GroupState withoutCooldown() {
        return with(fleet, desired, Optional.empty(), running);
    }

    /**
     * This state in another status. An inactive group refuses every trigger; what is running goes on.
     *
     * @param now the status
     * @return a changed copy; enabling ends a cooldown (guide map C-1-6)
     */
    public GroupState withStatus(GroupStatus now) {
        boolean enabled = now == GroupStatus.ACTIVE && status != GroupStatus.ACTIVE;
        return new GroupState(
                fleet,
                limits,
                desired,
                enabled ? Optional.empty() : coolingDownUntil,
                running,
                hostNames,
                now,
                suspension,
                stopPool);
    }

    /**
     * This state with other processes suspended.
     *
     * @param processes what is suspended
     * @return a changed copy
     */
    public GroupState withSuspension(ProcessSuspension processes) {
        return new GroupState(
                fleet, limits, desired, coolingDownUntil, running, hostNames, status, processes, stopPool);
    }

    /**
     * This state after pending instances have come into service, which is when they join.
     *
     * @param ids which instances
     * @param at when
     * @return a changed copy
     * @throws IllegalArgumentException if one is not a pending instance of the group
     */
    public GroupState joined(Collection<String> ids, Instant at) {
        List<Instance> changed = new ArrayList<>();
        for (Instance instance : named(ids)) {
            if (instance.state() != LifecycleState.PENDING && instance.state() != LifecycleState.PENDING_WAIT) {
                throw new IllegalArgumentException(
                        "instance (" + instance.id() + ") must be pending, it is " + instance.state());
            }
            changed.add(instance.joining(at).withState(LifecycleState.IN_SERVICE));
        }
        return withFleet(fleet.with(changed));
    }

    /**
     * This state after instances have left, or have failed to join.
     *
     * @param ids which instances
     * @return a changed copy without them
     * @throws IllegalArgumentException if the group has no such instance
     */
    public GroupState gone(Collection<String> ids) {
        named(ids);
        List<String> all = List.copyOf(ids);
        return new GroupState(
                fleet.without(all),
                limits,
                desired,
                coolingDownUntil,
                running,
                hostNames,
                status,
                suspension,
                stopPool.without(all));
    }

    /**
     * This state after instances were stopped to be started again later (guide 3.3).
     *
     * @param ids which instances
     * @param at when they had stopped
     * @return a changed copy
     * @throws IllegalArgumentException if one is not an instance of the group that is in service or leaving
     */
    public GroupState stopped(Collection<String> ids, Instant at) {
        List<Instance> changed = new ArrayList<>();
        for (Instance instance : named(ids)) {
            LifecycleState was = instance.state();
            if (!was.canBecome(LifecycleState.STOPPED) && was != LifecycleState.REMOVING_WAIT) {
                throw new IllegalArgumentException(
                        "instance (" + instance.id() + ") must be in service or leaving to be stopped, it is " + was);
            }
            changed.add(instance.withState(LifecycleState.STOPPED));
        }
        return new GroupState(
                fleet.with(changed),
                limits,
                desired,
                coolingDownUntil,
                running,
                hostNames,
                status,
                suspension,
                stopPool.with(List.copyOf(ids), at));
    }

    /**
     * This state after instances have left as a plan said: stopped ones are kept, the others are gone.
     *
     * @param exits who has left, and how
     * @param at when
     * @return a changed copy
     * @throws IllegalArgumentException if the group has no such instance, or one to be stopped is neither in service
     *     nor leaving
     */
    public GroupState left(Collection<Exit> exits, Instant at) {
        List<String> stopping = new ArrayList<>();
        List<String> going = new ArrayList<>();
        for (Exit exit : exits) {
            (exit.way() == StepSequence.Way.STOP ? stopping : going)
                    .add(exit.instance().id());
        }
        return stopped(stopping, at).gone(going);
    }

    /**
     * This state after instances that were leaving have come back into service, by a hook or a step that failed.
     *
     * @param ids which instances
     * @return a changed copy
     * @throws IllegalArgumentException if one is not a leaving instance of the group
     */
    public GroupState returned(Collection<String> ids) {
        List<Instance> changed = new ArrayList<>();
        for (Instance instance : named(ids)) {
            if (instance.state() != LifecycleState.REMOVING && instance.state() != LifecycleState.REMOVING_WAIT) {
                throw new IllegalArgumentException(
                        "instance (" + instance.id() + ") must be leaving, it is " + instance.state());
            }
            changed.add(instance.withState(LifecycleState.IN_SERVICE));
        }
        return withFleet(fleet.with(changed));
    }

    /** The instances of those ids, in the order of the fleet; O(n). */
    private List<Instance> named(Collection<String> ids) {
        // Membership only; the order of hashing is never seen.
        Set<String> wanted = new HashSet<>(ids);
        List<Instance> found = new ArrayList<>();
        for (int row = 0; row < fleet.size() && !wanted.isEmpty(); row++) {
            if (wanted.remove(fleet.id(row))) {
                found.add(fleet.instance(row));
            }
        }
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException("instance (" + Collections.min(wanted) + ") must be in the group");
        }
        return found;
    }

    private GroupState with(
            Fleet newFleet, OptionalInt newDesired, Optional<Instant> until, List<RunningActivity> activities) {
        return new GroupState(newFleet, limits, newDesired, until, activities, hostNames, status, suspension, stopPool);
    }
}
