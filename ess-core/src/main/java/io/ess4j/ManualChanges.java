package io.ess4j;

import io.ess4j.capacity.Weights;
import io.ess4j.lifecycle.HealthPlan;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.placement.LaunchPlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Plans what somebody asked for by name: instances that join, and instances that leave (guide map C-13-1, C-14-2). */
final class ManualChanges {
    private ManualChanges() {}

    static ScalingPlan attach(ScalingGroup group, GroupState state, Trigger.Attach attach, Instant now) {
        Map<String, Instance> present =
                byId(state, attach.instances().stream().map(Instance::id).toList());
        List<Instance> joining = new ArrayList<>();
        for (Instance instance : attach.instances()) {
            Instance known = present.get(instance.id());
            if (known != null && known.state() != LifecycleState.STOPPED) {
                return rejected(group, state, attach, now, Rejection.ALREADY_IN_GROUP);
            }
            if (known == null && !instance.healthy()) {
                return rejected(group, state, attach, now, Rejection.NOT_RUNNING);
            }
            joining.add(known == null ? added(group, instance, now) : known.joining(now));
        }
        long units = joining.stream().mapToLong(Instance::weight).sum();
        if (state.fleet().capacity() + units > state.limits().max()) {
            return rejected(group, state, attach, now, Rejection.ABOVE_MAXIMUM);
        }
        ScalingPlan plan = ScalingPlan.of(group, state, attach, now, new Decision.AsRequested())
                .withCapacity(state.limits(), moved(state, units))
                .withAttached(joining);
        List<Instance> surplus = Stopped.surplus(state, state.fleet().with(joining), state.limits());
        return surplus.isEmpty() ? plan : plan.withDepartures(new Departures(surplus, false));
    }

    /**
     * As the group holds it from now on: without a source, its owner's unless entrusted, weighing what its type does.
     */
    private static Instance added(ScalingGroup group, Instance instance, Instant now) {
        int weight = group.weights().types().stream()
                .filter(t -> t.type().name().equals(instance.type().name()))
                .mapToInt(Weights.WeightedType::weight)
                .findFirst()
                .orElse(instance.weight());
        boolean entrusted = instance.origin() == InstanceOrigin.ENTRUSTED;
        return Instance.builder(instance.id())
                .type(instance.type())
                .zone(instance.zone())
                .purchaseOption(instance.purchaseOption())
                .price(instance.price())
                .weight(weight)
                .joinedAt(now)
                .state(LifecycleState.PENDING)
                .origin(entrusted ? InstanceOrigin.ENTRUSTED : InstanceOrigin.ATTACHED)
                .build();
    }

    /** Releases what did not start and launches as much; in a running activity, so nothing is waited for. */
    static ScalingPlan replaceFailedStarts(
            ScalingGroup group,
            GroupState state,
            LaunchPlanner planner,
            Market market,
            Trigger.StartsFailed failed,
            Instant now) {
        Map<String, Instance> present = byId(state, failed.ids());
        List<Instance> leaving = new ArrayList<>();
        for (String id : failed.ids()) {
            Instance instance = present.get(id);
            if (instance == null) {
                return rejected(group, state, failed, now, Rejection.NOT_IN_GROUP);
            }
            if (instance.state() != LifecycleState.PENDING && instance.state() != LifecycleState.PENDING_WAIT) {
                return rejected(group, state, failed, now, Rejection.WRONG_STATE);
            }
            leaving.add(instance);
        }
        long units = leaving.stream().mapToLong(Instance::weight).sum();
        Fleet rest = Stopped.inStartOrder(state).without(failed.ids());
        ScalingPlan plan = ScalingPlan.of(group, state, failed, now, new Decision.AsRequested())
                .withDepartures(new Departures(leaving, false));
        return Autoscaler.launching(plan, planner.plan(group.placement(), market, rest, units));
    }

    static ScalingPlan remove(ScalingGroup group, GroupState state, Trigger.Remove remove, Instant now) {
        Map<String, Instance> present = byId(state, remove.ids());
        List<Instance> leaving = new ArrayList<>();
        long units = 0;
        for (String id : remove.ids()) {
            Instance instance = present.get(id);
            if (instance == null) {
                return rejected(group, state, remove, now, Rejection.NOT_IN_GROUP);
            }
            // A stopped instance could not run on.
            boolean recyclable =
                    instance.state() == LifecycleState.STOPPED && remove.wish() != Trigger.Remove.Wish.DETACH;
            if (!instance.state().isStable() && !recyclable) {
                return rejected(group, state, remove, now, Rejection.WRONG_STATE);
            }
            if (instance.state() == LifecycleState.PROTECTED && !remove.evenProtected()) {
                return rejected(group, state, remove, now, Rejection.PROTECTED);
            }
            leaving.add(instance);
            units += instance.state().countsTowardsCapacity() ? instance.weight() : 0;
        }
        if (units > 0 && state.fleet().capacity() - units < state.limits().min()) {
            return rejected(group, state, remove, now, Rejection.BELOW_MINIMUM);
        }
        return ScalingPlan.of(group, state, remove, now, new Decision.AsRequested())
                .withCapacity(state.limits(), remove.decreaseDesired() ? moved(state, -units) : state.desired())
                .withDepartures(new Departures(leaving, false));
    }

    /** Switching between the two ways of being led changes what runs beside what, so nothing may be running. */
    static ScalingPlan desiredMode(ScalingGroup group, GroupState state, Trigger.DesiredMode mode, Instant now) {
        if (!state.running().isEmpty()) {
            return rejected(group, state, mode, now, Rejection.ACTIVITY_IN_PROGRESS);
        }
        if (mode.desired().isPresent()
                && !state.limits().contains(mode.desired().getAsInt())) {
            return rejected(group, state, mode, now, Rejection.LIMITS_OUT_OF_ORDER);
        }
        return ScalingPlan.of(group, state, mode, now, new Decision.AsRequested())
                .withCapacity(state.limits(), mode.desired());
    }

    /** Unhealthy instances leave whatever the minimum; the desired capacity stays, so that a check replaces them. */
    static ScalingPlan unhealthy(ScalingGroup group, GroupState state, Trigger trigger, Instant now) {
        HealthPlan plan = group.healthCheck().plan(state.fleet(), state.suspension());
        List<Instance> leaving = new ArrayList<>(plan.released());
        leaving.addAll(plan.removed());
        boolean suspended = plan.left().stream().anyMatch(l -> l.reason() == HealthPlan.LeftReason.CHECK_SUSPENDED);
        if (leaving.isEmpty()) {
            return rejected(
                    group, state, trigger, now, suspended ? Rejection.PROCESS_SUSPENDED : Rejection.ALL_HEALTHY);
        }
        return ScalingPlan.of(group, state, trigger, now, new Decision.AsRequested())
                .withDepartures(new Departures(leaving, false));
    }

    /** The desired capacity moved by some units, within the limits; absent in a group without one. */
    private static OptionalInt moved(GroupState state, long units) {
        return state.desired().isPresent()
                ? OptionalInt.of(state.limits().clamp(state.desired().getAsInt() + units))
                : OptionalInt.empty();
    }

    /** Those of the named instances that the group has; O(n). */
    static Map<String, Instance> byId(GroupState state, List<String> ids) {
        // Looked up by key only; the order of hashing is never seen.
        Map<String, Instance> found = new HashMap<>();
        List<String> wanted = ids.stream().sorted().toList();
        for (int row = 0; row < state.fleet().size(); row++) {
            String id = state.fleet().id(row);
            if (Collections.binarySearch(wanted, id) >= 0) {
                found.put(id, state.fleet().instance(row));
            }
        }
        return found;
    }

    private static ScalingPlan rejected(
            ScalingGroup group, GroupState state, Trigger trigger, Instant now, Rejection why) {
        return ScalingPlan.of(group, state, trigger, now, new Decision.Rejected(why));
    }
}
