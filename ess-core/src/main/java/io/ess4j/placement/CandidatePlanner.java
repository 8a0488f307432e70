package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import io.ess4j.placement.CandidatePlan.Supplement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what to launch when the group's own types and zones lack stock: first as {@link LaunchPlanner} does, then, as
 * far as that falls short, from what the {@link CandidateOptions} let stand in (guide map C-4-15, C-4-16).
 *
 * <ol>
 *   <li>Types of other generations and the same size, in the group's own zones, by the strategy of the group; the
 *       nearest generation counts as the most preferred, the newer of two that are as near. They weigh what the type
 *       weighs that they stand in for.
 *   <li>The group's own types in zones that it does not have, one zone after the other as far as there are address
 *       blocks: each time the zone that covers most of what is missing, ties to the first of the catalogue.
 * </ol>
 *
 * <p>Each added zone is planned alone, so a strategy that must survive the loss of a zone finds nothing in it. Which of
 * both comes first, and which zone, the documents do not say: a type costs no switch. What is missing for other reasons
 * than stock, by a cap or a budget, stays missing; a spot pool above its price limit counts as one without stock. What
 * a strategy may spend it may spend on all of it together.
 *
 * <p>Cost: as {@link LaunchPlanner}, and if that falls short O(offerings + types squared) and one plan for each zone
 * that might be added, for each that is.
 */
public final class CandidatePlanner {
    private final Catalog catalog;
    private final List<Zone> zones;
    private final Weights weights;
    private final CandidateOptions options;
    private final LaunchPlanner own;

    /**
     * A planner for a group.
     *
     * @param catalog what can be bought, candidates included
     * @param zones the group's zones in order of preference
     * @param weights the group's types in order of preference, with their weights
     * @param options what may stand in
     * @throws IllegalArgumentException if a zone occurs twice
     */
    public CandidatePlanner(Catalog catalog, List<Zone> zones, Weights weights, CandidateOptions options) {
        this.catalog = requireNonNull(catalog, "catalog");
        this.zones = List.copyOf(zones);
        this.weights = requireNonNull(weights, "weights");
        this.options = requireNonNull(options, "options");
        this.own = new LaunchPlanner(catalog, zones, weights);
    }

    /**
     * What to launch so that a group gains capacity.
     *
     * @param strategy how to choose
     * @param market prices and stock now, over the planner's catalogue
     * @param fleet the instances of the group now; those that are leaving do not count
     * @param units how many capacity units are missing, 0 or more
     * @return the plan
     * @throws IllegalArgumentException if units is negative, or the market is over another catalogue
     */
    public CandidatePlan plan(PlacementStrategy strategy, Market market, Fleet fleet, long units) {
        LaunchPlan first = own.plan(strategy, market, fleet, units);
        List<Supplement> supplements = new ArrayList<>();
        if (!lacksStock(first)) {
            return new CandidatePlan(first, supplements);
        }
        Fleet then = with(fleet, first);
        long missing = first.shortfall();
        List<Weights.WeightedType> others = options.otherGenerations() ? Generations.of(weights, catalog) : List.of();
        PlacementStrategy rest = afterPaying(strategy, first);
        if (!others.isEmpty()) {
            LaunchPlan plan = new LaunchPlanner(catalog, zones, new Weights(others))
                    .plan(rest, affordable(market), then, missing);
            if (!plan.launches().isEmpty()) {
                supplements.add(new Supplement(Optional.empty(), Optional.empty(), inItsWords(plan, market)));
                then = with(then, plan);
                missing = plan.shortfall();
                rest = afterPaying(rest, plan);
            }
        }
        addZones(rest, market, then, missing, supplements);
        return new CandidatePlan(first, supplements);
    }

    private static boolean lacksStock(LaunchPlan plan) {
        return plan.shortfallReason()
                .filter(r -> r != ShortfallReason.CAPPED && r != ShortfallReason.OVER_BUDGET)
                .isPresent();
    }

    private void addZones(
            PlacementStrategy strategy, Market market, Fleet fleet, long units, List<Supplement> supplements) {
        List<Zone> free = new ArrayList<>(catalog.zones());
        free.removeAll(zones);
        PlacementStrategy rest = strategy;
        Fleet then = fleet;
        long missing = units;
        for (String block : options.cidrBlocks()) {
            Supplement best = null;
            for (Zone zone : free) {
                LaunchPlan plan = new LaunchPlanner(catalog, List.of(zone), weights).plan(rest, market, then, missing);
                if (plan.shortfall() < (best == null ? missing : best.launch().shortfall())) {
                    best = new Supplement(Optional.of(zone), Optional.of(block), plan);
                }
            }
            if (best == null) {
                return;
            }
            supplements.add(best);
            free.remove(best.zone().orElseThrow());
            then = with(then, best.launch());
            missing = best.launch().shortfall();
            rest = afterPaying(rest, best.launch());
        }
    }

    /** The strategy with what a plan leaves of the money for all launches together. */
    private static PlacementStrategy afterPaying(PlacementStrategy strategy, LaunchPlan plan) {
        if (strategy instanceof PlacementStrategy.PoolAllocated s
                && s.maxTotal().isPresent()) {
            long left = s.maxTotal().get().nanosPerHour() - plan.cost().nanosPerHour();
            return s.withMaxTotal(new Price(Math.max(0, left)));
        }
        return strategy;
    }

    /** A plan of other generations that says of what was too dear that it was, and not that it was sold out. */
    private LaunchPlan inItsWords(LaunchPlan plan, Market market) {
        List<SkippedPool> skipped = plan.skipped().stream()
                .map(s -> s.reason() == SkippedPool.Reason.SOLD_OUT && isTooDearOnly(s.offering(), market)
                        ? new SkippedPool(s.offering(), SkippedPool.Reason.ABOVE_MAX_PRICE)
                        : s)
                .toList();
        return new LaunchPlan(
                plan.requested(),
                plan.started(),
                plan.startedUnits(),
                plan.launches(),
                skipped,
                plan.shortfall(),
                plan.shortfallReason(),
                plan.proof());
    }

    private boolean isTooDearOnly(Offering o, Market market) {
        int row = catalog.indexOf(o.type(), o.zone(), o.purchaseOption());
        return market.stock(row) > 0
                && options.maxPrice()
                        .filter(most -> market.price(row).compareTo(most) > 0)
                        .isPresent();
    }

    /** The market without candidates that cost too much; the group's own types are not asked for again. */
    private Market affordable(Market market) {
        if (options.maxPrice().isEmpty()) {
            return market;
        }
        Price most = options.maxPrice().get();
        Market.Builder copy = Market.builder(catalog);
        for (int row = 0; row < market.size(); row++) {
            Offering o = market.offering(row);
            boolean dear = market.price(row).compareTo(most) > 0;
            copy.price(o.type(), o.zone(), o.purchaseOption(), market.price(row))
                    .stock(o.type(), o.zone(), o.purchaseOption(), dear ? 0 : market.stock(row))
                    .interruptions(o.type(), o.zone(), o.purchaseOption(), market.interruptionsPerMillionHours(row));
        }
        return copy.build();
    }

    /** The fleet once a plan is carried out, so that the next one sees its zones and its mix. */
    private static Fleet with(Fleet fleet, LaunchPlan plan) {
        List<Instance> changes = new ArrayList<>();
        for (String id : plan.started()) {
            changes.add(fleet.find(id).orElseThrow().withState(LifecycleState.PENDING));
        }
        // Membership only; the order of hashing is never seen.
        Set<String> taken = new HashSet<>();
        for (int row = 0; row < fleet.size(); row++) {
            taken.add(fleet.id(row));
        }
        int number = 0;
        for (Launch launch : plan.launches()) {
            for (int i = 0; i < launch.count(); i++) {
                do {
                    number++;
                } while (!taken.add("candidate-" + number));
                changes.add(Instance.builder("candidate-" + number)
                        .offering(launch.offering())
                        .weight(launch.weight())
                        .joinedAt(Instance.EARLIEST)
                        .state(LifecycleState.PENDING)
                        .build());
            }
        }
        return fleet.with(changes);
    }
}
