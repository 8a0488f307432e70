package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.Fleet;
import io.ess4j.naming.HostNameSequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
 */
public record GroupState(
        Fleet fleet,
        CapacityLimits limits,
        OptionalInt desired,
        Optional<Instant> coolingDownUntil,
        List<RunningActivity> running,
        Optional<HostNameSequence> hostNames) {
    public GroupState {
        requireNonNull(fleet, "fleet");
        requireNonNull(limits, "limits");
        requireNonNull(desired, "desired");
        requireNonNull(coolingDownUntil, "coolingDownUntil");
        running = List.copyOf(running);
        requireNonNull(hostNames, "hostNames");
        if (desired.isPresent() && !limits.contains(desired.getAsInt())) {
            throw new IllegalArgumentException(
                    "desired (" + desired.getAsInt() + ") must be within the limits (" + limits + ")");
        }
    }

    /**
     * A group at rest, led by its limits alone.
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
                group.hostNames().map(HostNameSequence::of));
    }

    /**
     * This state with a desired capacity.
     *
     * @param units capacity units within the limits
     * @return a changed copy
     * @throws IllegalArgumentException if the desired capacity is outside of the limits
     */
    public GroupState withDesired(int units) {
        return new GroupState(fleet, limits, OptionalInt.of(units), coolingDownUntil, running, hostNames);
    }

    /**
     * This state with other instances.
     *
     * @param instances the instances now
     * @return a changed copy
     */
    public GroupState withFleet(Fleet instances) {
        return new GroupState(instances, limits, desired, coolingDownUntil, running, hostNames);
    }

    /**
     * This state with other host names given so far, for a group that was running before:
     * {@link HostNameSequence#observe} reads the names of its hosts.
     *
     * @param given the host names given so far
     * @return a changed copy
     */
    public GroupState withHostNames(HostNameSequence given) {
        return new GroupState(fleet, limits, desired, coolingDownUntil, running, Optional.of(given));
    }

    /**
     * This state after an activity has ended. If the activity changed the group, its cooldown starts at the moment when
     * the last instance joined or left; otherwise no cooldown starts (contract section 12). A cooldown that already
     * runs is never shortened.
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
        return new GroupState(fleet, limits, desired, until, left, hostNames);
    }

    /**
     * This state without a cooldown, as after disabling and enabling the group (contract section 12).
     *
     * @return a changed copy
     */
    public GroupState withoutCooldown() {
        return new GroupState(fleet, limits, desired, Optional.empty(), running, hostNames);
    }
}
