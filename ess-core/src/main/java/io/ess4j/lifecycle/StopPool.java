package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When the stopped instances of a group were stopped, which decides who starts first and who is released first (guide
 * 3.3). The earliest stopped starts first, the latest stopped is released first; equal times go by id. Capacity in
 * service plus stopped capacity never exceeds the maximum for longer than one decision.
 *
 * <p>Worked example: maximum 5, three in service, i-1 stopped at 10:00 and i-2 at 11:00. Scaling out by 3 starts i-1
 * and i-2 and creates one. Lowering the maximum to 4 releases i-2; to 2, both are released and one in service leaves.
 *
 * @param stopped the stopped instances, in the order of starting
 */
public record StopPool(List<Stopped> stopped) {
    private static final Comparator<Stopped> START_ORDER =
            Comparator.comparing(Stopped::at).thenComparing(Stopped::id);

    /** Nothing is stopped. */
    public static final StopPool EMPTY = new StopPool(List.of());

    /**
     * A stopped instance.
     *
     * @param id the instance
     * @param at when it was stopped
     */
    public record Stopped(String id, Instant at) {
        public Stopped {
            LifecycleChecks.name("id", id);
            requireNonNull(at, "at");
        }
    }

    /** Why an instance was not stopped by hand. */
    public enum Refusal {
        /** The group gives instances back; it has no stop pool. */
        GROUP_RELEASES,
        /** The instance was added by its owner, who keeps it. */
        NOT_CREATED_BY_GROUP,
        /** It is not in service. */
        NOT_IN_SERVICE
    }

    public StopPool {
        stopped = stopped.stream().sorted(START_ORDER).toList();
        LifecycleChecks.distinct(
                "stopped instance", stopped.stream().map(Stopped::id).toList());
    }

    /**
     * The pool after instances were stopped.
     *
     * @param ids the instances; one that is stopped already keeps its time
     * @param now when they were stopped
     * @return a changed copy
     */
    public StopPool with(List<String> ids, Instant now) {
        List<Stopped> all = new ArrayList<>(stopped);
        // Membership only; the order of hashing is never seen.
        Set<String> known = new HashSet<>(stopped.stream().map(Stopped::id).toList());
        for (String id : ids) {
            if (known.add(id)) {
                all.add(new Stopped(id, now));
            }
        }
        return new StopPool(all);
    }

    /**
     * The pool after instances were started or released.
     *
     * @param ids the instances; unknown ones do not matter
     * @return a changed copy
     */
    public StopPool without(List<String> ids) {
        // Membership only; the order of hashing is never seen.
        Set<String> gone = new HashSet<>(ids);
        return new StopPool(stopped.stream().filter(s -> !gone.contains(s.id())).toList());
    }

    /**
     * The stopped instances of a fleet in the order of starting; those whose time of stopping is not known come first,
     * by id. O(n + s log s).
     *
     * @param fleet the instances
     * @return the stopped ones
     */
    public List<Instance> startOrder(Fleet fleet) {
        Map<String, Instant> times = new HashMap<>();
        stopped.forEach(s -> times.put(s.id(), s.at()));
        return fleet.stream()
                .filter(i -> i.state() == LifecycleState.STOPPED)
                .sorted(Comparator.comparing((Instance i) -> times.getOrDefault(i.id(), Instant.MIN))
                        .thenComparing(Instance::id))
                .toList();
    }

    /**
     * The same fleet with its stopped instances last and in the order of starting, for planners that start them in the
     * order of the fleet (guide map C-6-2).
     *
     * @param fleet the instances
     * @return the same instances in another order
     */
    public Fleet inStartOrder(Fleet fleet) {
        List<Instance> order = startOrder(fleet);
        return order.isEmpty()
                ? fleet
                : fleet.without(order.stream().map(Instance::id).toList()).with(order);
    }

    /**
     * The stopped instances that have to be released so that all instances stay within the maximum (guide map G3.3-4,
     * G3.3-5). If that is not enough, instances in service have to leave as well, which is for the scale-in to decide.
     *
     * @param fleet the instances
     * @param max the most capacity, 0 or more
     * @return the instances to release, latest stopped first; empty if all fit
     */
    public List<Instance> surplus(Fleet fleet, int max) {
        LifecycleChecks.atLeast("max", max, 0);
        long over = fleet.capacity() + fleet.capacity(LifecycleState.STOPPED) - max;
        List<Instance> order = startOrder(fleet);
        List<Instance> released = new ArrayList<>();
        for (int i = order.size() - 1; i >= 0 && over > 0; i--) {
            released.add(order.get(i));
            over -= order.get(i).weight();
        }
        return List.copyOf(released);
    }

    /**
     * Of the ids that somebody attaches, those that are stopped instances of the group and are started again (guide map
     * C-6-3).
     *
     * @param fleet the instances
     * @param ids what is to be attached
     * @return the instances to start, in the order of the ids
     */
    public static List<Instance> restarted(Fleet fleet, List<String> ids) {
        return fleet.findAll(ids).stream()
                .filter(i -> i.state() == LifecycleState.STOPPED)
                .toList();
    }

    /**
     * Whether somebody may stop an instance by hand.
     *
     * @param instance the instance
     * @param policy how the group lets instances go
     * @return why not; empty if it may be stopped
     */
    public static Optional<Refusal> refusal(Instance instance, ReclaimPolicy policy) {
        if (!policy.mode().keeps()) {
            return Optional.of(Refusal.GROUP_RELEASES);
        }
        if (!instance.origin().isReleasedOnRemoval()) {
            return Optional.of(Refusal.NOT_CREATED_BY_GROUP);
        }
        return instance.state() == LifecycleState.IN_SERVICE ? Optional.empty() : Optional.of(Refusal.NOT_IN_SERVICE);
    }
}
