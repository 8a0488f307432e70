package io.ess4j.placement;

import static io.ess4j.placement.ShortfallReason.OUT_OF_STOCK;
import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.List;
import java.util.Optional;

/**
 * Decides what to launch when capacity is missing. Built once for a group's zones and types, then asked as often as
 * needed with the market and the fleet of the moment.
 *
 * <p>Example (guide 1.6): with weights 2, 4 and 8 at 0.18, 0.34 and 0.64 an hour,
 * {@link PlacementStrategy.CostOptimized} covers 10 units with 2 instances of weight 8, that is 16 units at 1.28.
 *
 * <p>Stopped instances are started first, in the order of the fleet, and count towards what is asked for (guide 3.3).
 * Then the strategy fills pools. What cannot be had is not an error: the plan says how many units are missing and why,
 * and which preferred pools were passed over.
 *
 * <p>Cost: O(zones x types) and the sort of the types by price; with a mix of on-demand and spot also one pass over the
 * fleet. Same arguments, same plan.
 */
public final class LaunchPlanner {
    private final PoolTable pools;

    /**
     * A planner for a group.
     *
     * @param catalog what can be bought
     * @param zones the group's zones in order of preference
     * @param weights the group's types in order of preference, with their weights
     * @throws IllegalArgumentException if a zone occurs twice
     */
    public LaunchPlanner(Catalog catalog, List<Zone> zones, Weights weights) {
        this.pools = new PoolTable(requireNonNull(catalog, "catalog"), zones, weights);
    }

    /**
     * What to start and launch so that a group gains capacity.
     *
     * @param strategy how to choose
     * @param market prices and stock now, over the planner's catalogue
     * @param fleet the instances of the group now; those that are leaving do not count
     * @param units how many capacity units are missing, 0 or more
     * @return the plan
     * @throws IllegalArgumentException if units is negative, or the market is over another catalogue
     */
    public LaunchPlan plan(PlacementStrategy strategy, Market market, Fleet fleet, long units) {
        return planWithout(-1, strategy, market, fleet, units);
    }

    /**
     * Why {@link #plan} answers as it does to the same arguments. Plans anew and looks at every offering, so it costs a
     * few times as much; a plan alone pays nothing for it.
     *
     * @param strategy how to choose
     * @param market prices and stock now, over the planner's catalogue
     * @param fleet the instances of the group now
     * @param units how many capacity units are missing, 0 or more
     * @return the plan, what became of every candidate, and what the first choice being sold out would change
     * @throws IllegalArgumentException if units is negative, or the market is over another catalogue
     */
    public PlacementExplanation explain(PlacementStrategy strategy, Market market, Fleet fleet, long units) {
        LaunchPlan plan = plan(strategy, market, fleet, units);
        return new PlacementExplainer(pools, strategy, market, plan)
                .explain(offering -> planWithout(offering, strategy, market, fleet, units));
    }

    private LaunchPlan planWithout(
            int soldOutOffering, PlacementStrategy strategy, Market market, Fleet fleet, long units) {
        requireNonNull(strategy, "strategy");
        if (units < 0) {
            throw new IllegalArgumentException("units (" + units + ") must be >= 0");
        }
        if (!market.catalog().equals(pools.catalog)) {
            throw new IllegalArgumentException("market must be over the catalogue of the planner");
        }
        LaunchDraft draft = new LaunchDraft(pools, market, fleet);
        draft.sellOut(soldOutOffering);
        long missing = draft.startStopped(fleet, units);
        if (missing == 0) {
            return draft.toPlan(units, 0, Optional.empty(), Optional.empty());
        }
        if (strategy instanceof PlacementStrategy.Priority s) {
            return documented(draft, fleet, units, missing, composed(s), s.first());
        }
        if (strategy instanceof PlacementStrategy.Balanced s) {
            return documented(draft, fleet, units, missing, composed(s), List.of());
        }
        if (strategy instanceof PlacementStrategy.CostOptimized s) {
            return documented(draft, fleet, units, missing, composed(s), List.of());
        }
        if (strategy instanceof PlacementStrategy.Composable s) {
            return documented(draft, fleet, units, missing, s, List.of());
        }
        if (strategy instanceof PlacementStrategy.Exact s) {
            return exact(draft, fleet, units, missing, s);
        }
        if (strategy instanceof PlacementStrategy.PoolAllocated s) {
            return allocated(draft, fleet, units, missing, s);
        }
        if (strategy instanceof PlacementStrategy.RiskAware s) {
            return riskAware(draft, fleet, units, missing, s);
        }
        throw new AssertionError(strategy);
    }

    private static LaunchPlan documented(
            LaunchDraft draft,
            Fleet fleet,
            long units,
            long missing,
            PlacementStrategy.Composable rule,
            List<CustomPriority> first) {
        SpotMix mix = rule.mix();
        draft.closeAboveMaxPrice(mix);
        long onDemand = onDemandPart(draft, fleet, mix, missing);
        long shortfall = new DocumentedPlacement(draft, rule, first).place(onDemand, missing - onDemand);
        boolean strict = rule.balance().isPresent() && rule.balance().orElseThrow() == BalanceMode.BALANCED_ONLY;
        Optional<ShortfallReason> reason = shortfall == 0
                ? Optional.empty()
                : Optional.of(reason(
                        draft, mix, onDemand, missing, strict ? ShortfallReason.ZONE_OUT_OF_STOCK : OUT_OF_STOCK));
        return draft.toPlan(units, shortfall, reason, Optional.empty());
    }

    private LaunchPlan exact(LaunchDraft draft, Fleet fleet, long units, long missing, PlacementStrategy.Exact rule) {
        SpotMix mix = rule.mix();
        draft.closeAboveMaxPrice(mix);
        long onDemand = onDemandPart(draft, fleet, mix, missing);
        ExactPlacement placement = new ExactPlacement(draft, rule);
        ExactPlacement.Solved solved = placement.place(fleet, onDemand, missing);

        CostProof proof = proof(
                draft, fleet, mix, onDemand, missing, rule.interruptionCost(), solved.lowerBound(), solved.steps());
        Optional<ShortfallReason> reason = solved.shortfall() == 0
                ? Optional.empty()
                : Optional.of(reason(
                        draft, mix, onDemand, missing, placement.isCapped() ? ShortfallReason.CAPPED : OUT_OF_STOCK));
        return draft.toPlan(units, solved.shortfall(), reason, Optional.of(proof));
    }

    private LaunchPlan riskAware(
            LaunchDraft draft, Fleet fleet, long units, long missing, PlacementStrategy.RiskAware rule) {
        SpotMix mix = rule.mix();
        Money interruptionCost = rule.portfolio().interruptionCost();
        draft.closeAboveMaxPrice(mix);
        long onDemand = onDemandPart(draft, fleet, mix, missing);
        long[] riskPrice = new long[pools.size];
        for (int pool = 0; pool < pools.size; pool++) {
            riskPrice[pool] = draft.isOffered(pool) ? draft.riskPrice(pool, interruptionCost) : 0;
        }
        RiskAwarePlacement.Outcome outcome = new RiskAwarePlacement(
                        draft, rule, new SpotUnits(draft, fleet), missing, riskPrice)
                .place(onDemand, missing);
        CostProof proof =
                proof(draft, fleet, mix, onDemand, missing, interruptionCost, outcome.lowerBound(), outcome.steps());
        Optional<ShortfallReason> reason = outcome.shortfall() == 0
                ? Optional.empty()
                : Optional.of(reason(
                        draft, mix, onDemand, missing, outcome.capped() ? ShortfallReason.CAPPED : OUT_OF_STOCK));
        return draft.toPlan(units, outcome.shortfall(), reason, Optional.of(proof));
    }

    /** What the plan costs beside its bound and beside what the documented cost-optimised rule would have bought. */
    private CostProof proof(
            LaunchDraft draft,
            Fleet fleet,
            SpotMix mix,
            long onDemand,
            long missing,
            Money interruptionCost,
            long bound,
            long steps) {
        LaunchDraft greedy = new LaunchDraft(pools, draft.market, fleet);
        greedy.closeAboveMaxPrice(mix);
        PlacementStrategy.Composable documented = composed(PlacementStrategy.costOptimized(mix));
        long greedyShortfall =
                new DocumentedPlacement(greedy, documented, List.of()).place(onDemand, missing - onDemand);
        Price cost = draft.riskCost(interruptionCost);
        Price lowerBound = new Price(Math.min(cost.nanosPerHour(), bound));
        return new CostProof(cost, lowerBound, greedy.riskCost(interruptionCost), greedyShortfall, steps);
    }

    private static LaunchPlan allocated(
            LaunchDraft draft, Fleet fleet, long units, long missing, PlacementStrategy.PoolAllocated rule) {
        SpotMix mix = rule.mix();
        draft.closeAboveMaxPrice(mix);
        long onDemand = onDemandPart(draft, fleet, mix, missing);
        PoolPlacement placement = new PoolPlacement(draft, rule);
        long unavailable = placement.place(onDemand, missing - onDemand);
        long unaffordable = rule.maxTotal().map(placement::keepWithin).orElse(0L);
        if (unaffordable > 0) {
            long shortfall = Math.max(0, missing - draft.launchedUnits());
            Optional<ShortfallReason> over =
                    shortfall > 0 ? Optional.of(ShortfallReason.OVER_BUDGET) : Optional.empty();
            return draft.toPlan(units, shortfall, over, Optional.empty());
        }
        Optional<ShortfallReason> reason =
                unavailable == 0 ? Optional.empty() : Optional.of(reason(draft, mix, onDemand, missing, OUT_OF_STOCK));
        return draft.toPlan(units, unavailable, reason, Optional.empty());
    }

    private static long onDemandPart(LaunchDraft draft, Fleet fleet, SpotMix mix, long missing) {
        boolean fixed = mix.onDemandBase() == 0 && mix.onDemandPercentAboveBase() % 100 == 0;
        if (fixed) {
            return mix.onDemandPercentAboveBase() == 0 ? 0 : missing;
        }
        long onDemandNow = draft.unitsNow(fleet, PurchaseOption.ON_DEMAND);
        long spotNow = draft.unitsNow(fleet, PurchaseOption.SPOT);
        return mix.onDemandOf(onDemandNow, spotNow, missing);
    }

    /**
     * Why units are missing; {@code whenLeft} if usable stock remains, so that something else than stock forbade it.
     */
    private static ShortfallReason reason(
            LaunchDraft draft, SpotMix mix, long onDemand, long missing, ShortfallReason whenLeft) {
        boolean spotAllowed = onDemand < missing;
        boolean onDemandAllowed = onDemand > 0 || mix.compensateWithOnDemand();
        boolean offered = (spotAllowed && draft.anyOffered(true)) || (onDemandAllowed && draft.anyOffered(false));
        if (!offered) {
            return ShortfallReason.NOTHING_OFFERED;
        }
        boolean left = (spotAllowed && draft.anyLeft(true)) || (onDemandAllowed && draft.anyLeft(false));
        if (left && whenLeft != OUT_OF_STOCK) {
            return whenLeft;
        }
        if (spotAllowed && draft.anyClosed(SkippedPool.Reason.ABOVE_MAX_PRICE)) {
            return ShortfallReason.ABOVE_MAX_PRICE;
        }
        if (spotAllowed && !mix.compensateWithOnDemand() && draft.anyLeft(false)) {
            return ShortfallReason.SPOT_NOT_COMPENSATED;
        }
        return OUT_OF_STOCK;
    }

    private static PlacementStrategy.Composable composed(PlacementStrategy.Priority s) {
        return new PlacementStrategy.Composable(
                Optional.empty(), AllocationOrder.PRIORITY, AllocationOrder.PRIORITY, s.mix(), Optional.empty());
    }

    private static PlacementStrategy.Composable composed(PlacementStrategy.Balanced s) {
        return new PlacementStrategy.Composable(
                Optional.of(s.mode()), AllocationOrder.PRIORITY, AllocationOrder.PRIORITY, s.mix(), Optional.empty());
    }

    private static PlacementStrategy.Composable composed(PlacementStrategy.CostOptimized s) {
        return new PlacementStrategy.Composable(
                Optional.empty(), AllocationOrder.LOWEST_PRICE, AllocationOrder.LOWEST_PRICE, s.mix(), s.comparison());
    }
}
