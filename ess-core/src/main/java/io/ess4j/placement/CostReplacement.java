package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces instances by cheaper ones where the saving is worth the disruption.
 *
 * <p>For each purchase option the instances in service are sorted by price per unit, dearest first. For every prefix of
 * up to {@value #MOST_REPLACED} it asks what the cheapest cover of the same capacity costs now, and keeps the prefix
 * that saves most among those that pass the {@link ChurnGate}. On-demand instances are replaced by on-demand ones and
 * spot by spot, so the mix stays.
 *
 * <p>There are no loops: a replacement is strictly cheaper than what it replaces, so while prices stand still each plan
 * lowers the cost of the group and none leads back. What is not worth a move now is not worth it the next time either.
 *
 * <p>Cost: O(n log n) for n instances plus at most {@value #MOST_REPLACED} exact covers a purchase option.
 */
public final class CostReplacement {
    /** The most instances that one plan replaces under one purchase option. */
    public static final int MOST_REPLACED = 20;

    private static final Comparator<Instance> DEAREST_UNIT_FIRST = Comparator.<Instance, Instance>comparing(
                    i -> i, (a, b) -> Price.compareUnit(b.price(), b.weight(), a.price(), a.weight()))
            .thenComparing(Instance::id);

    private CostReplacement() {}

    /**
     * What to launch and what to release once it is in service.
     *
     * @param replacements what to launch, one plan for each purchase option that changes
     * @param released ids of the instances that leave, dearest per unit first within a purchase option
     * @param savings what the group saves per hour afterwards
     */
    public record ReplacementPlan(List<LaunchPlan> replacements, List<String> released, Price savings) {
        public ReplacementPlan {
            replacements = List.copyOf(replacements);
            released = List.copyOf(released);
            requireNonNull(savings, "savings");
        }

        /**
         * Whether nothing is worth replacing.
         *
         * @return true if nothing is released
         */
        public boolean isEmpty() {
            return released.isEmpty();
        }
    }

    /**
     * Plans replacements.
     *
     * @param planner the planner of the group
     * @param market prices and stock now
     * @param fleet the instances of the group
     * @param gate what a saving must be worth
     * @return the plan, often empty
     */
    public static ReplacementPlan plan(LaunchPlanner planner, Market market, Fleet fleet, ChurnGate gate) {
        Price groupCost = Price.ZERO;
        long groupSize = 0;
        List<Instance> inService = new ArrayList<>();
        for (Instance instance : fleet) {
            if (instance.state().countsTowardsCapacity()) {
                groupCost = groupCost.plus(instance.price());
                groupSize++;
            }
            if (instance.state() == LifecycleState.IN_SERVICE) {
                inService.add(instance);
            }
        }
        inService.sort(DEAREST_UNIT_FIRST);
        List<LaunchPlan> replacements = new ArrayList<>();
        List<String> released = new ArrayList<>();
        Price savings = Price.ZERO;
        for (PurchaseOption option : List.of(PurchaseOption.ON_DEMAND, PurchaseOption.SPOT)) {
            List<Instance> dearest = inService.stream()
                    .filter(i -> i.purchaseOption() == option)
                    .limit(MOST_REPLACED)
                    .toList();
            Move move = Move.NONE;
            for (Move candidate : prefixes(planner, market, option, dearest)) {
                boolean better = candidate.saving().compareTo(move.saving()) > 0;
                move = better && gate.passes(candidate.saving(), candidate.count(), groupCost, groupSize)
                        ? candidate
                        : move;
            }
            replacements.addAll(move.launch());
            dearest.subList(0, move.count()).forEach(i -> released.add(i.id()));
            savings = savings.plus(move.saving());
        }
        return new ReplacementPlan(replacements, released, savings);
    }

    /** The replacement of the first 1, 2, 3, ... of those instances, as far as it saves anything. */
    private static List<Move> prefixes(
            LaunchPlanner planner, Market market, PurchaseOption option, List<Instance> dearest) {
        PlacementStrategy exact =
                PlacementStrategy.exact(option == PurchaseOption.SPOT ? SpotMix.spotOnly() : SpotMix.onDemandOnly());
        List<Move> moves = new ArrayList<>();
        Price cost = Price.ZERO;
        long units = 0;
        for (int count = 1; count <= dearest.size(); count++) {
            cost = cost.plus(dearest.get(count - 1).price());
            units += dearest.get(count - 1).weight();
            LaunchPlan plan = planner.plan(exact, market, Fleet.empty(), units);
            long saving = cost.nanosPerHour() - plan.cost().nanosPerHour();
            if (plan.shortfall() == 0 && saving > 0) {
                moves.add(new Move(count, new Price(saving), List.of(plan)));
            }
        }
        return moves;
    }

    /** The replacement of the first {@code count} instances, or of none. */
    private record Move(int count, Price saving, List<LaunchPlan> launch) {
        static final Move NONE = new Move(0, Price.ZERO, List.of());
    }
}
