package io.ess4j.placement;

import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.placement.PlacementExplanation.Candidate;
import io.ess4j.placement.PlacementExplanation.RunnerUp;
import io.ess4j.placement.PlacementExplanation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Works out a {@link PlacementExplanation} by looking at a finished plan and its market. */
final class PlacementExplainer {
    private final PoolTable pools;
    private final PlacementStrategy strategy;
    private final Market market;
    private final LaunchPlan plan;

    PlacementExplainer(PoolTable pools, PlacementStrategy strategy, Market market, LaunchPlan plan) {
        this.pools = pools;
        this.strategy = strategy;
        this.market = market;
        this.plan = plan;
    }

    PlacementExplanation explain(IntFunction<LaunchPlan> planWithout) {
        List<Candidate> candidates = new ArrayList<>();
        for (int pool = 0; pool < pools.size; pool++) {
            if (pools.offering[pool] >= 0) {
                candidates.add(candidate(pool));
            }
        }
        Optional<RunnerUp> runnerUp = plan.launches().stream().findFirst().map(first -> {
            Offering o = first.offering();
            LaunchPlan other = planWithout.apply(pools.catalog.indexOf(o.type(), o.zone(), o.purchaseOption()));
            long extra = other.cost().nanosPerHour() - plan.cost().nanosPerHour();
            return new RunnerUp(o, other, extra);
        });
        return new PlacementExplanation(plan, candidates, runnerUp);
    }

    private Candidate candidate(int pool) {
        Offering offering = market.offering(pools.offering[pool]);
        int stock = market.stock(pools.offering[pool]);
        int launched = 0;
        for (Launch launch : plan.launches()) {
            launched += launch.offering().equals(offering) ? launch.count() : 0;
        }
        Verdict verdict = launched > 0 ? Verdict.LAUNCHED : dropped(pool, offering, stock);
        return new Candidate(offering, pools.weight[pools.type(pool)], stock, launched, verdict);
    }

    private Verdict dropped(int pool, Offering offering, int stock) {
        SpotMix mix = strategy.mix();
        boolean spot = pools.isSpot(pool);
        boolean neverSpot = mix.onDemandPercentAboveBase() == 100;
        boolean neverOnDemand =
                mix.onDemandBase() == 0 && mix.onDemandPercentAboveBase() == 0 && !mix.compensateWithOnDemand();
        if (spot ? neverSpot : neverOnDemand) {
            return Verdict.PURCHASE_OPTION_NOT_USED;
        }
        boolean dear = spot
                && mix.maxPrice(offering.type())
                        .map(limit -> offering.price().compareTo(limit) > 0)
                        .orElse(false);
        if (dear) {
            return Verdict.ABOVE_MAX_PRICE;
        }
        SkippedPool notBelow = new SkippedPool(offering, SkippedPool.Reason.NOT_BELOW_ON_DEMAND);
        if (plan.skipped().contains(notBelow)) {
            return Verdict.NOT_BELOW_ON_DEMAND;
        }
        if (stock == 0) {
            return Verdict.SOLD_OUT;
        }
        return plan.shortfall() > 0 ? Verdict.HELD_BACK : Verdict.RANKED_BEHIND;
    }
}
