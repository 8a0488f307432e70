package io.ess4j.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where an instance stands in its life within a group, and which states may follow (guide map C-15-1).
 *
 * <table>
 * <caption>Allowed transitions; "leaves" means that the instance is no longer in the group</caption>
 * <tr><th>from</th><th>to</th></tr>
 * <tr><td>(new)</td><td>PENDING</td></tr>
 * <tr><td>PENDING</td><td>PENDING_WAIT (hook), IN_SERVICE, leaves (failed)</td></tr>
 * <tr><td>PENDING_WAIT</td><td>PENDING (hook continued), leaves (hook abandoned or rolled back)</td></tr>
 * <tr><td>IN_SERVICE</td><td>PROTECTED, STANDBY, STOPPED (economical scale-in), REMOVING</td></tr>
 * <tr><td>PROTECTED</td><td>IN_SERVICE, REMOVING (only by explicit request)</td></tr>
 * <tr><td>STANDBY</td><td>IN_SERVICE, REMOVING (only by explicit request)</td></tr>
 * <tr><td>STOPPED</td><td>PENDING (started again), leaves (maximum lowered, or it cannot start)</td></tr>
 * <tr><td>REMOVING</td><td>REMOVING_WAIT (hook), STOPPED (economical scale-in), IN_SERVICE (a step failed, which was
 *     taken back), leaves</td></tr>
 * <tr><td>REMOVING_WAIT</td><td>REMOVING (hook continued), IN_SERVICE (hook rolled back)</td></tr>
 * </table>
 */
public enum LifecycleState {
    /** Being created or attached. */
    PENDING,
    /** Waiting for a lifecycle hook before it goes into service. */
    PENDING_WAIT,
    /** Doing the group's work; the only state from which a rule may remove it. */
    IN_SERVICE,
    /** Doing the group's work, and not to be removed by any rule. */
    PROTECTED,
    /** Set aside by its owner: counted, but without work, and not to be removed by any rule. */
    STANDBY,
    /** Stopped but kept, to be started before anything is created; does not count towards capacity. */
    STOPPED,
    /** Being removed. */
    REMOVING,
    /** Waiting for a lifecycle hook before it is removed. */
    REMOVING_WAIT;

    /**
     * The states that may follow this one within the group.
     *
     * @return an unmodifiable set in declaration order
     */
    public Set<LifecycleState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case PENDING -> EnumSet.of(PENDING_WAIT, IN_SERVICE);
                    case PENDING_WAIT -> EnumSet.of(PENDING);
                    case IN_SERVICE -> EnumSet.of(PROTECTED, STANDBY, STOPPED, REMOVING);
                    case PROTECTED, STANDBY -> EnumSet.of(IN_SERVICE, REMOVING);
                    case STOPPED -> EnumSet.of(PENDING);
                    case REMOVING -> EnumSet.of(IN_SERVICE, STOPPED, REMOVING_WAIT);
                    case REMOVING_WAIT -> EnumSet.of(IN_SERVICE, REMOVING);
                });
    }

    /**
     * Whether that state may follow this one.
     *
     * @param next another state
     * @return true if the transition is allowed
     */
    public boolean canBecome(LifecycleState next) {
        return successors().contains(next);
    }

    /**
     * Whether an instance may leave the group straight from this state.
     *
     * @return true for PENDING, PENDING_WAIT, STOPPED and REMOVING
     */
    public boolean canLeave() {
        return this == PENDING || this == PENDING_WAIT || this == STOPPED || this == REMOVING;
    }

    /**
     * Whether an instance in this state counts towards minimum, desired and maximum capacity. Stopped instances and
     * those being removed do not.
     *
     * @return true for the pending states, IN_SERVICE, PROTECTED and STANDBY
     */
    public boolean countsTowardsCapacity() {
        return this != STOPPED && this != REMOVING && this != REMOVING_WAIT;
    }

    /**
     * Whether an instance in this state is stable, the base of a desired capacity (guide map C-2-2).
     *
     * @return true for IN_SERVICE, PROTECTED and STANDBY
     */
    public boolean isStable() {
        return this == IN_SERVICE || this == PROTECTED || this == STANDBY;
    }
}
