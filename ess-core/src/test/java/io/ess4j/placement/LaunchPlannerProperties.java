package io.ess4j.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Catalog;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import io.ess4j.testing.Bazaar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Launch plans against the documented rules applied one instance at a time, and what holds for every strategy. */
class LaunchPlannerProperties {
    @Provide
    Arbitrary<Bazaar> bazaars() {
        return Bazaar.any();
    }

    @Provide
    Arbitrary<SpotMix> mixes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(true, false))
                .as((base, percent, pools, compensate) ->
                        new SpotMix(base, percent, pools, compensate, false, List.of()));
    }

    private static LaunchPlan plan(Bazaar b, PlacementStrategy strategy, long units) {
        Market market = b.market();
        return new LaunchPlanner(market.catalog(), b.zones(), b.weights()).plan(strategy, market, b.fleet(), units);
    }

    private static OneByOne oneByOne(Bazaar b) {
        return new OneByOne(b.market(), b.zones(), b.weights(), b.zoneCounts());
    }

    private static Map<Integer, Integer> launched(Bazaar b, LaunchPlan plan) {
        Catalog catalog = b.catalog();
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Launch launch : plan.launches()) {
            Offering o = launch.offering();
            counts.put(catalog.indexOf(o.type(), o.zone(), o.purchaseOption()), launch.count());
        }
        return counts;
    }

    @Property(tries = 400)
    void costOptimizedEqualsOneByOne(@ForAll("bazaars") Bazaar b, @ForAll @IntRange(max = 60) int units) {
        OneByOne expected = oneByOne(b);
        long missing = expected.cheapestPlanFirst(PurchaseOption.SPOT, units);
        missing = expected.cheapestPlanFirst(PurchaseOption.ON_DEMAND, missing);

        LaunchPlan plan = plan(b, PlacementStrategy.costOptimized(SpotMix.spotFirst()), units);

        assertThat(launched(b, plan)).isEqualTo(expected.launched());
        assertThat(plan.shortfall()).isEqualTo(Math.max(0, missing));
    }

    @Property(tries = 400)
    void priorityEqualsOneByOne(@ForAll("bazaars") Bazaar b, @ForAll @IntRange(max = 60) int units) {
        OneByOne expected = oneByOne(b);
        long missing = expected.priority(PurchaseOption.ON_DEMAND, units);

        LaunchPlan plan = plan(b, PlacementStrategy.priority(SpotMix.onDemandOnly()), units);

        assertThat(launched(b, plan)).isEqualTo(expected.launched());
        assertThat(plan.shortfall()).isEqualTo(Math.max(0, missing));
    }

    @Property(tries = 400)
    void balancedEqualsOneByOne(@ForAll("bazaars") Bazaar b, @ForAll @IntRange(max = 60) int units) {
        OneByOne expected = oneByOne(b);
        long missing = b.zones().size() > 1
                ? expected.balanced(PurchaseOption.SPOT, units)
                : expected.priority(PurchaseOption.SPOT, units);

        LaunchPlan plan = plan(b, PlacementStrategy.balanced(SpotMix.spotOnly()), units);

        assertThat(launched(b, plan)).isEqualTo(expected.launched());
        assertThat(plan.shortfall()).isEqualTo(Math.max(0, missing));
    }

    @Property(tries = 100)
    void everyPlanIsHonestAndDeterministic(
            @ForAll("bazaars") Bazaar b, @ForAll Random order, @ForAll @IntRange(max = 60) int units) {
        Bazaar shuffled = b.shuffled(order);
        Market market = b.market();
        for (PlacementStrategy strategy : strategies()) {
            LaunchPlan plan = plan(b, strategy, units);

            for (Map.Entry<Integer, Integer> launch : launched(b, plan).entrySet()) {
                assertThat(launch.getValue()).isBetween(1, market.stock(launch.getKey()));
            }
            assertThat(plan.launchedUnits() + plan.shortfall()).isGreaterThanOrEqualTo(units);
            assertThat(plan.shortfallReason().isPresent()).isEqualTo(plan.shortfall() > 0);
            assertThat(plan(b, strategy, units)).isEqualTo(plan);
            // The orders of catalogue and fleet carry no meaning.
            assertThat(plan(shuffled, strategy, units)).isEqualTo(plan);
        }
    }

    @Property(tries = 250)
    void exactNeverCostsMoreThanTheDocumentedRule(
            @ForAll("bazaars") Bazaar b,
            @ForAll @IntRange(max = 60) int units,
            @ForAll @IntRange(max = 9) int base,
            @ForAll @IntRange(max = 100) int percent) {
        SpotMix mix = SpotMix.builder()
                .onDemandBase(base)
                .onDemandPercentAboveBase(percent)
                .build();

        LaunchPlan exact = plan(b, PlacementStrategy.exact(mix), units);
        LaunchPlan documented = plan(b, PlacementStrategy.costOptimized(mix), units);

        assertThat(exact.shortfall()).isLessThanOrEqualTo(documented.shortfall());
        if (documented.shortfall() == 0) {
            assertThat(exact.cost()).isLessThanOrEqualTo(documented.cost());
        }
        exact.proof().ifPresent(proof -> {
            assertThat(proof.cost()).isEqualTo(exact.cost());
            assertThat(proof.documentedCost()).isEqualTo(documented.cost());
            assertThat(proof.documentedShortfall()).isEqualTo(documented.shortfall());
            assertThat(proof.isProven()).isTrue();
        });
    }

    /** Guide 4: composed of its parts, a rule is the one that the guide names (guide map C-4-4). */
    @Property(tries = 300)
    void composedOfItsPartsARuleIsTheNamedOne(
            @ForAll("bazaars") Bazaar b,
            @ForAll("mixes") SpotMix mix,
            @ForAll BalanceMode mode,
            @ForAll @IntRange(max = 60) int units) {
        assertThat(plan(b, composable(Optional.of(mode), AllocationOrder.PRIORITY, mix), units))
                .isEqualTo(plan(b, new PlacementStrategy.Balanced(mix, mode), units));
        assertThat(plan(b, composable(Optional.empty(), AllocationOrder.PRIORITY, mix), units))
                .isEqualTo(plan(b, PlacementStrategy.priority(mix), units));
        assertThat(plan(b, composable(Optional.empty(), AllocationOrder.LOWEST_PRICE, mix), units))
                .isEqualTo(plan(b, PlacementStrategy.costOptimized(mix), units));
    }

    /** The two orders are chosen one by one: a part follows its own, whatever the other part does. */
    @Property(tries = 300)
    void eachPartFollowsItsOwnOrder(
            @ForAll("bazaars") Bazaar b,
            @ForAll AllocationOrder onDemand,
            @ForAll AllocationOrder spot,
            @ForAll @IntRange(max = 60) int units) {
        for (boolean isSpot : new boolean[] {true, false}) {
            SpotMix mix = isSpot ? SpotMix.spotOnly() : SpotMix.onDemandOnly();
            PurchaseOption option = isSpot ? PurchaseOption.SPOT : PurchaseOption.ON_DEMAND;
            OneByOne expected = oneByOne(b);
            if ((isSpot ? spot : onDemand) == AllocationOrder.PRIORITY) {
                expected.priority(option, units);
            } else {
                expected.cheapestPlanFirst(option, units);
            }

            LaunchPlan plan = plan(
                    b,
                    new PlacementStrategy.Composable(Optional.empty(), onDemand, spot, mix, Optional.empty()),
                    units);

            assertThat(launched(b, plan)).isEqualTo(expected.launched());
        }
    }

    /** Whatever the strategy, every candidate is accounted for, and the runner-up does without the first choice. */
    @Property(tries = 60)
    void everyPlanIsExplained(@ForAll("bazaars") Bazaar b, @ForAll @IntRange(max = 30) int units) {
        Market market = b.market();
        LaunchPlanner planner = new LaunchPlanner(market.catalog(), b.zones(), b.weights());
        for (PlacementStrategy strategy : strategies()) {
            PlacementExplanation why = planner.explain(strategy, market, b.fleet(), units);

            assertThat(why.plan()).isEqualTo(plan(b, strategy, units));
            assertThat(why.candidates())
                    .extracting(c -> c.offering())
                    .containsExactlyInAnyOrderElementsOf(market.catalog().offerings());
            for (PlacementExplanation.Candidate c : why.candidates()) {
                int index = market.catalog()
                        .indexOf(
                                c.offering().type(),
                                c.offering().zone(),
                                c.offering().purchaseOption());
                assertThat(c.launched()).isEqualTo(launched(b, why.plan()).getOrDefault(index, 0));
                assertThat(c.stock()).isEqualTo(market.stock(index));
                assertThat(c.verdict() == PlacementExplanation.Verdict.LAUNCHED).isEqualTo(c.launched() > 0);
                // Nothing is merely behind while units are missing, and nothing is held back while none are.
                assertThat(c.verdict())
                        .isNotEqualTo(
                                why.plan().shortfall() > 0
                                        ? PlacementExplanation.Verdict.RANKED_BEHIND
                                        : PlacementExplanation.Verdict.HELD_BACK);
            }
            assertThat(why.runnerUp().isPresent())
                    .isEqualTo(!why.plan().launches().isEmpty());
            why.runnerUp().ifPresent(next -> {
                assertThat(next.plan().launches()).noneMatch(l -> l.offering().equals(next.without()));
                assertThat(next.extraNanosPerHour())
                        .isEqualTo(next.plan().cost().nanosPerHour()
                                - why.plan().cost().nanosPerHour());
            });
            assertThat(why.text()).isNotBlank();
        }
    }

    private static PlacementStrategy composable(Optional<BalanceMode> balance, AllocationOrder order, SpotMix mix) {
        return new PlacementStrategy.Composable(balance, order, order, mix, Optional.empty());
    }

    private static List<PlacementStrategy> strategies() {
        SpotMix mix = SpotMix.builder()
                .onDemandBase(2)
                .onDemandPercentAboveBase(30)
                .spotPools(2)
                .build();
        List<PlacementStrategy> all = new ArrayList<>();
        all.add(PlacementStrategy.priority(mix));
        all.add(PlacementStrategy.balanced(mix));
        all.add(new PlacementStrategy.Balanced(mix, BalanceMode.BALANCED_ONLY));
        all.add(PlacementStrategy.costOptimized(mix));
        all.add(new PlacementStrategy.Composable(
                Optional.of(BalanceMode.BEST_EFFORT),
                AllocationOrder.PRIORITY,
                AllocationOrder.LOWEST_PRICE,
                mix,
                Optional.of(PriceComparison.PER_VCPU)));
        for (PoolAllocation allocation : PoolAllocation.values()) {
            all.add(PlacementStrategy.allocated(allocation, mix));
        }
        PlacementStrategy.Exact exact = PlacementStrategy.exact(mix);
        all.add(exact);
        all.add(exact.withBalancedZones(true));
        all.add(exact.withMaxSharePercent(40));
        all.add(exact.withSurvival(Survival.ANY_POOL));
        all.add(exact.withSurvival(Survival.ANY_ZONE));
        all.add(exact.withInterruptionCost(Money.of("0.000001")));
        all.add(new PlacementStrategy.RiskAware(mix, new SpotPortfolio(Money.of("0.00001"), 50, 30, 40)));
        return all;
    }
}
