package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces spot instances before the provider takes them back, and on-demand instances that stood in for spot ones.
 *
 * <p>On the provider's notice, five minutes ahead, replacements of the same capacity are launched, cheapest spot type
 * first, then on-demand if the mix allows; once they are in service the old ones leave (guide 1.2, guide map C-21-2).
 */
public final class SpotCompensation {
    private SpotCompensation() {}

    /**
     * What to launch and which instances leave once it is in service.
     *
     * @param replacements launches that bring the capacity of the leaving instances
     * @param leaving ids of the spot instances that are replaced: on a notice by id, and those whose capacity could not
     *     be replaced are taken back all the same; otherwise in the order given
     */
    public record CompensationPlan(LaunchPlan replacements, List<String> leaving) {
        public CompensationPlan {
            requireNonNull(replacements, "replacements");
            leaving = List.copyOf(leaving);
        }
    }

    /**
     * Plans the replacement of instances that the provider will take back.
     *
     * @param planner the planner of the group
     * @param strategy how replacements are placed
     * @param market prices and stock now
     * @param fleet the instances of the group
     * @param noticed ids of the instances that a notice names; ids that the fleet does not hold as counting spot
     *     instances are passed over
     * @return the plan
     */
    public static CompensationPlan plan(
            LaunchPlanner planner, PlacementStrategy strategy, Market market, Fleet fleet, List<String> noticed) {
        // Membership only; the order of hashing is never seen.
        Set<String> named = new HashSet<>(noticed);
        List<String> leaving = new ArrayList<>();
        long units = 0;
        for (Instance instance : fleet) {
            if (instance.purchaseOption() == PurchaseOption.SPOT
                    && instance.state().countsTowardsCapacity()
                    && named.contains(instance.id())) {
                leaving.add(instance.id());
                units += instance.weight();
            }
        }
        Collections.sort(leaving);
        // The leaving instances no longer count, neither for zones nor for the mix.
        return new CompensationPlan(planner.plan(strategy, market, fleet.without(leaving), units), leaving);
    }

    /**
     * Plans the replacement of on-demand instances beyond the mix by spot instances ({@code SpotAutoReplaceOnDemand}).
     * Only as many leave as spot capacity can be had for, and never so many that too few are on-demand; nothing is
     * started, and no on-demand instance is launched.
     *
     * @param planner the planner of the group
     * @param strategy how spot instances are placed; its mix says what is too much
     * @param market prices and stock now
     * @param fleet the instances of the group
     * @param inOrder ids of on-demand instances that may leave, first one first; others are passed over
     * @return the plan, empty if the mix is kept or no spot capacity can be had
     */
    public static CompensationPlan replaceExcess(
            LaunchPlanner planner, PlacementStrategy strategy, Market market, Fleet fleet, List<String> inOrder) {
        List<Instance> counting =
                fleet.stream().filter(i -> i.state().countsTowardsCapacity()).toList();
        Map<String, Instance> replaceable = new LinkedHashMap<>();
        for (Instance instance : counting) {
            if (instance.purchaseOption() == PurchaseOption.ON_DEMAND
                    && instance.state() == LifecycleState.IN_SERVICE) {
                replaceable.put(instance.id(), instance);
            }
        }
        List<Instance> ordered = new ArrayList<>();
        inOrder.forEach(id -> Optional.ofNullable(replaceable.get(id)).ifPresent(ordered::add));
        long units = excessOnDemand(
                strategy.mix(), units(counting, PurchaseOption.ON_DEMAND), units(counting, PurchaseOption.SPOT));
        while (true) {
            List<Instance> leaving = fitting(ordered, units);
            long leavingUnits = units(leaving, PurchaseOption.ON_DEMAND);
            Set<String> gone = new HashSet<>(leaving.stream().map(Instance::id).toList());
            List<Instance> rest =
                    counting.stream().filter(i -> !gone.contains(i.id())).toList();
            LaunchPlan plan = planner.plan(strategy, market, Fleet.of(rest), leavingUnits);
            long spotUnits = plan.launches().stream()
                    .filter(l -> l.offering().purchaseOption() == PurchaseOption.SPOT)
                    .mapToLong(Launch::units)
                    .sum();
            if (spotUnits == plan.launchedUnits() && plan.shortfall() == 0) {
                return new CompensationPlan(
                        plan, leaving.stream().map(Instance::id).toList());
            }
            units = Math.min(leavingUnits - 1, spotUnits);
        }
    }

    private static long units(List<Instance> instances, PurchaseOption option) {
        return instances.stream()
                .filter(i -> i.purchaseOption() == option)
                .mapToLong(Instance::weight)
                .sum();
    }

    /** The first of those instances that fit into a number of units together. */
    private static List<Instance> fitting(List<Instance> ordered, long units) {
        List<Instance> fitting = new ArrayList<>();
        long left = units;
        for (Instance instance : ordered) {
            if (instance.weight() <= left) {
                fitting.add(instance);
                left -= instance.weight();
            }
        }
        return fitting;
    }

    /**
     * How many units of on-demand capacity exceed what the mix asks for and could be replaced by spot instances later
     * ({@code SpotAutoReplaceOnDemand}).
     *
     * @param mix the mix of the group
     * @param onDemandNow units that are on-demand, 0 or more
     * @param spotNow units that are spot, 0 or more
     * @return units, 0 or more
     */
    public static long excessOnDemand(SpotMix mix, long onDemandNow, long spotNow) {
        return Math.max(0, onDemandNow - mix.onDemandTarget(Math.addExact(onDemandNow, spotNow)));
    }
}
