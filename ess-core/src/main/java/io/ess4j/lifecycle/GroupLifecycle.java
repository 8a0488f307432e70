package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of a group: inactive, active, being deleted (guide map C-1-6, C-1-7, C-1-10, C-1-11).
 *
 * <table>
 * <caption>Events and their conditions</caption>
 * <tr><th>event</th><th>allowed when</th><th>leads to</th></tr>
 * <tr><td>enable</td><td>inactive, with a configuration source</td><td>active, without cooldown</td></tr>
 * <tr><td>disable</td><td>active</td><td>inactive; running activities go on</td></tr>
 * <tr><td>delete</td><td>not protected, no activity, no instance</td><td>deleted</td></tr>
 * <tr><td>delete, forced</td><td>not protected</td><td>deleting; when the activities have ended all instances are
 *     removed, then deleted</td></tr>
 * </table>
 *
 * @param status where the group stands
 * @param deletionProtected whether deleting is refused
 * @param removing whether the instances of a group that is being deleted have been sent away; those on their way out
 *     are REMOVING in the fleet, and one that is back in service is sent away again
 */
public record GroupLifecycle(GroupStatus status, boolean deletionProtected, boolean removing) {
    /** A group that was just made: inactive and not protected. */
    public static final GroupLifecycle NEW = new GroupLifecycle(GroupStatus.INACTIVE, false, false);

    /** Why an event was refused. */
    public enum Refusal {
        /** The group is not in a state for it. */
        WRONG_STATUS,
        /** It has nothing to create instances from. */
        NO_CONFIGURATION_SOURCE,
        /** It is protected from deletion. */
        DELETION_PROTECTED,
        /** It has instances. */
        INSTANCES_IN_USE,
        /** An activity is running. */
        ACTIVITY_IN_PROGRESS;

        /**
         * The service's own code of the refusal (guide map C-16-4).
         *
         * @return such as {@code InstanceInUse}; empty where the documents have none
         */
        public Optional<String> code() {
            return switch (this) {
                case WRONG_STATUS -> Optional.of("IncorrectScalingGroupStatus");
                case NO_CONFIGURATION_SOURCE -> Optional.of("MissingActiveScalingConfiguration");
                case DELETION_PROTECTED -> Optional.empty();
                case INSTANCES_IN_USE -> Optional.of("InstanceInUse");
                case ACTIVITY_IN_PROGRESS -> Optional.of("ScalingActivityInProgress");
            };
        }
    }

    /**
     * What a step has come to.
     *
     * @param next the group afterwards
     * @param clearsCooldown whether a running cooldown ends, as after disabling and enabling
     * @param released instances to release now, in the order of the fleet
     * @param removed instances to take out of the group now without releasing them
     * @param refusal why nothing changed, if nothing did
     */
    public record Step(
            GroupLifecycle next,
            boolean clearsCooldown,
            List<String> released,
            List<String> removed,
            Optional<Refusal> refusal) {
        public Step {
            released = List.copyOf(released);
            removed = List.copyOf(removed);
        }
    }

    public GroupLifecycle {
        requireNonNull(status, "status");
        if (removing && status != GroupStatus.DELETING && status != GroupStatus.DELETED) {
            throw new IllegalArgumentException("removing (true) must be false in a group that is " + status);
        }
    }

    /**
     * What follows from an event.
     *
     * @param event what happened
     * @param fleet the instances now
     * @param runningActivities how many activities have not ended, 0 or more
     * @return the group afterwards, and what to do now
     */
    public Step step(GroupEvent event, Fleet fleet, int runningActivities) {
        LifecycleChecks.atLeast("runningActivities", runningActivities, 0);
        if (event instanceof GroupEvent.Enable enable) {
            return enable(enable.hasConfigurationSource());
        }
        if (event instanceof GroupEvent.Disable) {
            return status == GroupStatus.ACTIVE ? to(GroupStatus.INACTIVE) : refused(Refusal.WRONG_STATUS);
        }
        if (event instanceof GroupEvent.ProtectFromDeletion protect) {
            return isDeleting()
                    ? refused(Refusal.WRONG_STATUS)
                    : done(new GroupLifecycle(status, protect.on(), false), false);
        }
        if (event instanceof GroupEvent.Delete delete) {
            return delete(delete.forced(), fleet, runningActivities);
        }
        if (event instanceof GroupEvent.SomethingEnded) {
            return status == GroupStatus.DELETING ? goOnDeleting(fleet, runningActivities) : done(this, false);
        }
        throw new AssertionError(event);
    }

    private boolean isDeleting() {
        return status == GroupStatus.DELETING || status == GroupStatus.DELETED;
    }

    private Step enable(boolean hasSource) {
        if (status != GroupStatus.INACTIVE) {
            return refused(Refusal.WRONG_STATUS);
        }
        return hasSource
                ? done(new GroupLifecycle(GroupStatus.ACTIVE, deletionProtected, false), true)
                : refused(Refusal.NO_CONFIGURATION_SOURCE);
    }

    private Step delete(boolean forced, Fleet fleet, int runningActivities) {
        if (isDeleting()) {
            return refused(Refusal.WRONG_STATUS);
        }
        if (deletionProtected) {
            return refused(Refusal.DELETION_PROTECTED);
        }
        if (!forced && runningActivities > 0) {
            return refused(Refusal.ACTIVITY_IN_PROGRESS);
        }
        if (!forced && !fleet.isEmpty()) {
            return refused(Refusal.INSTANCES_IN_USE);
        }
        return new GroupLifecycle(GroupStatus.DELETING, false, false).goOnDeleting(fleet, runningActivities);
    }

    private Step goOnDeleting(Fleet fleet, int runningActivities) {
        if (runningActivities > 0) {
            return done(this, false);
        }
        if (fleet.isEmpty()) {
            return to(GroupStatus.DELETED);
        }
        List<String> released = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (Instance instance : fleet) {
            // Asked for once; but one that came back, by a hook or a failed step, is sent away again.
            if (removing && !instance.state().isStable()) {
                continue;
            }
            (instance.origin().isReleasedOnRemoval() ? released : removed).add(instance.id());
        }
        return new Step(new GroupLifecycle(status, false, true), false, released, removed, Optional.empty());
    }

    private Step to(GroupStatus next) {
        return done(new GroupLifecycle(next, deletionProtected, removing), false);
    }

    private static Step done(GroupLifecycle next, boolean clearsCooldown) {
        return new Step(next, clearsCooldown, List.of(), List.of(), Optional.empty());
    }

    private Step refused(Refusal refusal) {
        return new Step(this, false, List.of(), List.of(), Optional.of(refusal));
    }
}
