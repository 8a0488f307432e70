package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.lifecycle.ActivityStatus;
import io.ess4j.lifecycle.StepSequence.Way;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the service shows of an activity that has ended: who caused it, who came and went, and what the group was then
 * (guide map C-16-6). The capacities of the service that say how many were created, started, released and stopped are
 * the sizes of the lists. Made by {@link #of}; the canonical constructor gains components over time.
 *
 * @param source who triggered it
 * @param cause why it happened, as {@link PlanEvents#cause} says it
 * @param status how far it came
 * @param startTime when it was planned
 * @param endTime when it had ended
 * @param created ids of the instances that were created
 * @param started ids of the instances that came out of the stop pool
 * @param attached ids of the instances that were attached
 * @param destroyed ids of the instances that were released
 * @param stopped ids of the instances that went into the stop pool
 * @param removed ids of the instances that only left the group
 * @param totalCapacity what counts towards the group's limits afterwards, in units
 * @param attachedCapacity what of it was added by hand, entrusted or not
 * @param autoCreatedCapacity what of it the group created
 */
public record ActivityRecord(
        TriggerSource source,
        String cause,
        ActivityStatus status,
        Instant startTime,
        Instant endTime,
        List<String> created,
        List<String> started,
        List<String> attached,
        List<String> destroyed,
        List<String> stopped,
        List<String> removed,
        long totalCapacity,
        long attachedCapacity,
        long autoCreatedCapacity) {
    public ActivityRecord {
        requireNonNull(source, "source");
        requireNonNull(cause, "cause");
        requireNonNull(status, "status");
        created = List.copyOf(created);
        started = List.copyOf(started);
        attached = List.copyOf(attached);
        destroyed = List.copyOf(destroyed);
        stopped = List.copyOf(stopped);
        removed = List.copyOf(removed);
        if (endTime.isBefore(startTime)) {
            throw new IllegalArgumentException(
                    "endTime (" + endTime + ") must not be before startTime (" + startTime + ")");
        }
        if (attachedCapacity < 0
                || autoCreatedCapacity < 0
                || totalCapacity != attachedCapacity + autoCreatedCapacity) {
            throw new IllegalArgumentException("totalCapacity (" + totalCapacity + ") must be attachedCapacity ("
                    + attachedCapacity + ") and autoCreatedCapacity (" + autoCreatedCapacity + ") together");
        }
    }

    /**
     * The record of a plan that was refused, or was carried out and has ended. O(n).
     *
     * @param plan a plan that was refused or changes instances
     * @param reached the ids of the instances that joined and of those that left; repeated ones count once; of a plan
     *     that was refused nobody did
     * @param end when it ended
     * @param now the state then
     * @return the record; lists are in the order of {@code reached}
     * @throws IllegalArgumentException if the plan is not refused and changes no instance, more joined than planned, or
     *     the activity ended before it began
     */
    public static ActivityRecord of(ScalingPlan plan, List<String> reached, Instant end, GroupState now) {
        if (!plan.isRejected() && !plan.changesInstances()) {
            throw new IllegalArgumentException("plan must be refused, or change an instance, to have a record");
        }
        List<String> once = reached.stream().distinct().toList();
        List<String> destroyed = leaving(plan, once, Way.RELEASE);
        List<String> stopped = leaving(plan, once, Way.STOP);
        List<String> removed = leaving(plan, once, Way.LEAVE);
        List<String> started = kept(once, plan.starts());
        List<String> attached =
                kept(once, plan.attached().stream().map(Instance::id).toList());
        // Membership only; the order of hashing is never seen.
        Set<String> known = new HashSet<>();
        List.of(destroyed, stopped, removed, started, attached).forEach(known::addAll);
        List<String> created = plan.launches().isEmpty()
                ? List.of()
                : once.stream().filter(id -> !known.contains(id)).toList();
        long total = now.fleet().capacity();
        long own = now.fleet().stream()
                .filter(i -> i.origin() == InstanceOrigin.CREATED && i.state().countsTowardsCapacity())
                .mapToLong(Instance::weight)
                .sum();
        return new ActivityRecord(
                TriggerSource.of(plan.trigger()),
                PlanEvents.cause(plan),
                plan.isRejected() ? ActivityStatus.REJECTED : PlanEvents.status(plan, once),
                plan.at(),
                end,
                created,
                started,
                attached,
                destroyed,
                stopped,
                removed,
                total,
                total - own,
                own);
    }

    private static List<String> leaving(ScalingPlan plan, List<String> reached, Way way) {
        return kept(
                reached,
                plan.exits().stream()
                        .filter(e -> e.way() == way)
                        .map(e -> e.instance().id())
                        .toList());
    }

    private static List<String> kept(List<String> reached, List<String> ids) {
        // Membership only; the order of hashing is never seen.
        Set<String> wanted = new HashSet<>(ids);
        return reached.stream().filter(wanted::contains).toList();
    }

    /**
     * How many instances the activity was about.
     *
     * @return those created and started, or if nobody joined those released and stopped
     */
    public int scalingInstanceNumber() {
        int joined = created.size() + started.size();
        return joined > 0 || !attached.isEmpty() ? joined : destroyed.size() + stopped.size();
    }
}
