package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.placement.Launch;
import io.ess4j.placement.LaunchPlan;
import io.ess4j.placement.LaunchPlanner;
import io.ess4j.placement.RebalancePlan;
import io.ess4j.placement.RebalancePlan.Refusal;
import io.ess4j.placement.RebalancePlan.ZoneCount;
import io.ess4j.placement.Rebalancer;
import io.ess4j.placement.SpotCompensation;
import io.ess4j.placement.SpotCompensation.CompensationPlan;
import io.ess4j.removal.RemovalGoal;
import io.ess4j.removal.RemovalPlanner;
import io.ess4j.removal.RemovalRequest;
import io.ess4j.removal.RemovalScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Plans changes that keep the capacity of a group: what is launched takes the place of what leaves afterwards (guide
 * 1.2, guide map C-20-1, C-21-2, C-4-7).
 */
final class Replacements {
    private final ScalingGroup group;
    private final Catalog catalog;
    private final LaunchPlanner planner;
    private final GroupState state;
    private final Market market;
    private final Trigger trigger;
    private final Instant now;

    Replacements(
            ScalingGroup group,
            Catalog catalog,
            LaunchPlanner planner,
            GroupState state,
            Market market,
            Trigger trigger,
            Instant now) {
        this.group = group;
        this.catalog = catalog;
        this.planner = planner;
        this.state = state;
        this.market = market;
        this.trigger = trigger;
        this.now = now;
    }

    /** Replaces what the provider takes back; what cannot be replaced leaves all the same. */
    ScalingPlan noticed(List<String> ids) {
        CompensationPlan plan =
                SpotCompensation.plan(planner, group.placement(), market, Stopped.inStartOrder(state), ids);
        return plan.leaving().isEmpty()
                ? rejected(Rejection.NO_SPOT_INSTANCE)
                : replacing(plan.replacements(), named(plan.leaving()), planner);
    }

    /** Replaces on-demand instances beyond the mix, in the order in which they would leave anyway. */
    ScalingPlan restoredMix() {
        if (!group.placement().mix().replaceExcessOnDemand()) {
            return rejected(Rejection.MIX_STAYS);
        }
        List<Instance> onDemand = state.fleet().stream()
                .filter(i -> i.purchaseOption() == PurchaseOption.ON_DEMAND)
                .toList();
        List<String> order = leaving(onDemand, group.activityLimits().mostInstances()).stream()
                .map(Instance::id)
                .toList();
        CompensationPlan plan =
                SpotCompensation.replaceExcess(planner, group.placement(), market, state.fleet(), order);
        return plan.leaving().isEmpty()
                ? rejected(Rejection.MIX_STAYS)
                : replacing(plan.replacements(), named(plan.leaving()), planner);
    }

    /** Moves as many instances between zones as fit above the maximum at once. */
    ScalingPlan rebalanced() {
        if (RemovalScopes.of(group.placement()) != RemovalScope.LARGEST_ZONES) {
            return rejected(Rejection.ZONES_NOT_BALANCED);
        }
        boolean weighted = group.weights().largest() > 1;
        int max = weighted ? Integer.MAX_VALUE / 2 : state.limits().max();
        RebalancePlan plan = Rebalancer.plan(group.zones(), room(), state.fleet(), max);
        if (plan.refusal().isPresent()) {
            return rejected(reason(plan.refusal().get()));
        }
        List<Instance> leaving = movable(plan);
        long surplus = state.limits().max()
                + Math.max(1, (state.limits().max() + 9L) / 10)
                - state.fleet().capacity();
        keepWithin(leaving, surplus);
        List<Zone> gaining = plan.create().stream().map(ZoneCount::zone).toList();
        int weight = movableWeight(leaving);
        leaving.removeIf(i -> i.weight() != weight);
        return leaving.isEmpty()
                ? rejected(Rejection.NOTHING_MOVABLE)
                : exchanged(leaving, new LaunchPlanner(catalog, gaining, weighing(weight)), Rejection.NOTHING_MOVABLE);
    }

    /** Instances of one weight move at a time, for instances of that weight, so that counts and capacity both stay. */
    private int movableWeight(List<Instance> leaving) {
        for (Instance instance : leaving) {
            if (group.weights().types().stream().anyMatch(t -> t.weight() == instance.weight())) {
                return instance.weight();
            }
        }
        leaving.clear();
        return 1;
    }

    private Weights weighing(int weight) {
        return new Weights(group.weights().types().stream()
                .filter(t -> t.weight() == weight)
                .toList());
    }

    /** Launches as much as leaves; who cannot be replaced in full stays. */
    private ScalingPlan exchanged(List<Instance> leaving, LaunchPlanner among, Rejection otherwise) {
        LaunchPlan launch = among.plan(group.placement(), market, without(leaving), units(leaving));
        while (!leaving.isEmpty() && launch.shortfall() > 0) {
            keepWithin(leaving, Math.min(launch.launchedUnits(), units(leaving) - 1));
            launch = among.plan(group.placement(), market, without(leaving), units(leaving));
        }
        return leaving.isEmpty() ? rejected(otherwise) : replacing(launch, leaving, among);
    }

    /** Replaces instances that have stayed too long, a few at a time. */
    ScalingPlan retired() {
        List<Instance> old = group.lifetime()
                .map(lifetime -> lifetime.plan(state.fleet(), now, List.of()).replace())
                .orElse(List.of());
        List<Instance> leaving = new ArrayList<>(old);
        return leaving.isEmpty()
                ? rejected(Rejection.NONE_EXPIRED)
                : exchanged(leaving, planner, Rejection.NOTHING_REPLACEABLE);
    }

    private static Rejection reason(Refusal refusal) {
        return switch (refusal) {
            case FEWER_THAN_TWO_ZONES -> Rejection.ZONES_NOT_BALANCED;
            case BALANCED, BALANCED_WITH_STOPPED -> Rejection.ALREADY_LEVEL;
            case NOTHING_MOVABLE, NO_ROOM, NO_SURPLUS -> Rejection.NOTHING_MOVABLE;
        };
    }

    /** How many instances of the group's types each of its zones has in stock. */
    private int[] room() {
        long[] room = new long[group.zones().size()];
        for (int i = 0; i < market.size(); i++) {
            int zone = group.zones().indexOf(market.offering(i).zone());
            String type = market.offering(i).type().name();
            boolean ours = group.weights().types().stream()
                    .anyMatch(t -> t.type().name().equals(type));
            if (zone >= 0 && ours) {
                room[zone] += market.stock(i);
            }
        }
        return Arrays.stream(room)
                .mapToInt(r -> (int) Math.min(Integer.MAX_VALUE, r))
                .toArray();
    }

    /** Who leaves the losing zones, as many as one batch moves, always from the zone that would keep the most. */
    private List<Instance> movable(RebalancePlan plan) {
        int zones = plan.remove().size();
        List<List<Instance>> queues = new ArrayList<>();
        int[] left = new int[zones];
        for (int z = 0; z < zones; z++) {
            ZoneCount losing = plan.remove().get(z);
            List<Instance> there = state.fleet().stream()
                    .filter(i -> i.zone().equals(losing.zone()) && i.state().countsTowardsCapacity())
                    .toList();
            queues.add(leaving(there, losing.count()));
            left[z] = there.size();
        }
        List<Instance> moved = new ArrayList<>();
        int[] taken = new int[zones];
        while (moved.size() < plan.batch()) {
            int from = -1;
            for (int z = 0; z < zones; z++) {
                if (taken[z] < queues.get(z).size() && (from < 0 || left[z] > left[from])) {
                    from = z;
                }
            }
            if (from < 0) {
                break;
            }
            moved.add(queues.get(from).get(taken[from]++));
            left[from]--;
        }
        return moved;
    }

    /** Some of those instances in the order in which the group's policy would remove them. */
    private List<Instance> leaving(List<Instance> among, int most) {
        RemovalRequest request = RemovalRequest.of(Fleet.of(among), RemovalGoal.count(most))
                .pricedPer(RemovalScopes.basis(group))
                .at(now);
        return RemovalPlanner.plan(group.removal(), request).removed();
    }

    /** Takes the last ones off a list until the rest fits into some units. */
    private static void keepWithin(List<Instance> instances, long units) {
        long over = units(instances) - units;
        while (over > 0 && !instances.isEmpty()) {
            over -= instances.remove(instances.size() - 1).weight();
        }
    }

    private static long units(List<Instance> instances) {
        return instances.stream().mapToLong(Instance::weight).sum();
    }

    /** The fleet as it will be, without stopped instances: a move creates, it does not start. */
    private Fleet without(List<Instance> leaving) {
        List<String> gone = new ArrayList<>(leaving.stream().map(Instance::id).toList());
        state.fleet().stream().filter(i -> i.state() == LifecycleState.STOPPED).forEach(i -> gone.add(i.id()));
        return state.fleet().without(gone);
    }

    /** The instances of those ids, in the order of the ids: the last ones stay if not all can be replaced. */
    private List<Instance> named(List<String> ids) {
        Map<String, Instance> found = ManualChanges.byId(state, ids);
        return ids.stream().map(id -> requireNonNull(found.get(id))).toList();
    }

    /** Who leaves is cut to what one activity may launch and name; only what the provider takes leaves in any case. */
    private ScalingPlan replacing(LaunchPlan launch, List<Instance> leaving, LaunchPlanner among) {
        List<Instance> kept = new ArrayList<>(leaving);
        LaunchPlan whole = launch;
        while (!kept.isEmpty()) {
            ScalingPlan plan = Autoscaler.launching(
                    ScalingPlan.of(group, state, trigger, now, new Decision.AsRequested())
                            .withDepartures(new Departures(kept, true)),
                    whole);
            long brought = plan.launches().stream().mapToLong(Launch::units).sum();
            if (trigger instanceof Trigger.SpotNotice || brought >= units(kept)) {
                return plan;
            }
            keepWithin(kept, brought);
            whole = among.plan(group.placement(), market, without(kept), units(kept));
        }
        return rejected(Rejection.NOTHING_REPLACEABLE);
    }

    private ScalingPlan rejected(Rejection why) {
        return ScalingPlan.of(group, state, trigger, now, new Decision.Rejected(why));
    }
}
