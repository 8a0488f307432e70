package io.ess4j.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Launch plans against the documented rules applied one instance at a time, and what holds for every strategy. */
class LaunchPlannerProperties {
    /** A random group, its market and its fleet. */
    private static final class Case {
        final List<Zone> zones;
        final Weights weights;
        final Market market;
        final Fleet fleet;
        final int[] zoneCount;

        Case(long seed, boolean weighted, boolean shuffledCatalog) {
            SplittableRandom random = new SplittableRandom(seed);
            zones = Fixtures.zones(1 + random.nextInt(4));
            int types = 1 + random.nextInt(4);
            Weights.Builder builder = Weights.builder();
            List<Offering> offerings = new ArrayList<>();
            List<Integer> stock = new ArrayList<>();
            for (int t = 0; t < types; t++) {
                InstanceType type = InstanceType.of("f" + t % 2 + ".t" + t, 1 << random.nextInt(4), 1024);
                builder.type(type, weighted ? 1 + random.nextInt(6) : 1);
                for (Zone zone : zones) {
                    for (PurchaseOption option : List.of(PurchaseOption.ON_DEMAND, PurchaseOption.SPOT)) {
                        if (random.nextInt(6) > 0) {
                            offerings.add(new Offering(type, zone, option, new Price(1L + random.nextInt(9))));
                            stock.add(random.nextInt(3) == 0 ? 0 : random.nextInt(9));
                        }
                    }
                }
            }
            weights = builder.build();
            List<Offering> listed = new ArrayList<>(offerings);
            if (shuffledCatalog) {
                Collections.shuffle(listed, new Random(seed));
            }
            Market.Builder made = Market.builder(Catalog.of(listed));
            for (int i = 0; i < offerings.size(); i++) {
                Offering o = offerings.get(i);
                made.stock(o.type(), o.zone(), o.purchaseOption(), stock.get(i));
                made.interruptions(o.type(), o.zone(), o.purchaseOption(), 1000 * i);
            }
            market = made.build();
            zoneCount = new int[zones.size()];
            List<Instance> instances = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0 && !offerings.isEmpty(); i--) {
                Offering offering = offerings.get(random.nextInt(offerings.size()));
                instances.add(Fixtures.instance("i-" + i, offering, 1));
                zoneCount[zones.indexOf(offering.zone())]++;
            }
            fleet = Fleet.of(instances);
        }

        LaunchPlan plan(PlacementStrategy strategy, long units) {
            return new LaunchPlanner(market.catalog(), zones, weights).plan(strategy, market, fleet, units);
        }

        OneByOne oneByOne() {
            return new OneByOne(market, zones, weights, zoneCount);
        }

        Map<Integer, Integer> launched(LaunchPlan plan) {
            Map<Integer, Integer> counts = new TreeMap<>();
            for (Launch launch : plan.launches()) {
                Offering o = launch.offering();
                counts.put(market.catalog().indexOf(o.type(), o.zone(), o.purchaseOption()), launch.count());
            }
            return counts;
        }
    }

    @Property(tries = 400)
    void costOptimizedEqualsOneByOne(
            @ForAll long seed, @ForAll boolean weighted, @ForAll @IntRange(max = 60) int units) {
        Case c = new Case(seed, weighted, false);
        OneByOne expected = c.oneByOne();
        long missing = expected.cheapestPlanFirst(PurchaseOption.SPOT, units);
        missing = expected.cheapestPlanFirst(PurchaseOption.ON_DEMAND, missing);

        LaunchPlan plan = c.plan(PlacementStrategy.costOptimized(SpotMix.spotFirst()), units);

        assertThat(c.launched(plan)).isEqualTo(expected.launched());
        assertThat(plan.shortfall()).isEqualTo(Math.max(0, missing));
    }

    @Property(tries = 400)
    void priorityEqualsOneByOne(@ForAll long seed, @ForAll boolean weighted, @ForAll @IntRange(max = 60) int units) {
        Case c = new Case(seed, weighted, false);
        OneByOne expected = c.oneByOne();
        long missing = expected.priority(PurchaseOption.ON_DEMAND, units);

        LaunchPlan plan = c.plan(PlacementStrategy.priority(SpotMix.onDemandOnly()), units);

        assertThat(c.launched(plan)).isEqualTo(expected.launched());
        assertThat(plan.shortfall()).isEqualTo(Math.max(0, missing));
    }

    @Property(tries = 400)
    void balancedEqualsOneByOne(@ForAll long seed, @ForAll boolean weighted, @ForAll @IntRange(max = 60) int units) {
        Case c = new Case(seed, weighted, false);
        OneByOne expected = c.oneByOne();
        long missing = c.zones.size() > 1
                ? expected.balanced(PurchaseOption.SPOT, units)
                : expected.priority(PurchaseOption.SPOT, units);

        LaunchPlan plan = c.plan(PlacementStrategy.balanced(SpotMix.spotOnly()), units);

        assertThat(c.launched(plan)).isEqualTo(expected.launched());
        assertThat(plan.shortfall()).isEqualTo(Math.max(0, missing));
    }

    @Property(tries = 100)
    void everyPlanIsHonestAndDeterministic(
            @ForAll long seed, @ForAll boolean weighted, @ForAll @IntRange(max = 60) int units) {
        Case c = new Case(seed, weighted, false);
        Case shuffled = new Case(seed, weighted, true);
        for (PlacementStrategy strategy : strategies()) {
            LaunchPlan plan = c.plan(strategy, units);

            for (Map.Entry<Integer, Integer> launch : c.launched(plan).entrySet()) {
                assertThat(launch.getValue()).isBetween(1, c.market.stock(launch.getKey()));
            }
            assertThat(plan.launchedUnits() + plan.shortfall()).isGreaterThanOrEqualTo(units);
            assertThat(plan.shortfallReason().isPresent()).isEqualTo(plan.shortfall() > 0);
            assertThat(c.plan(strategy, units)).isEqualTo(plan);
            // The order of the catalogue carries no meaning.
            assertThat(shuffled.plan(strategy, units)).isEqualTo(plan);
        }
    }

    @Property(tries = 250)
    void exactNeverCostsMoreThanTheDocumentedRule(
            @ForAll long seed,
            @ForAll boolean weighted,
            @ForAll @IntRange(max = 60) int units,
            @ForAll @IntRange(max = 9) int base,
            @ForAll @IntRange(max = 100) int percent) {
        Case c = new Case(seed, weighted, false);
        SpotMix mix = SpotMix.builder()
                .onDemandBase(base)
                .onDemandPercentAboveBase(percent)
                .build();

        LaunchPlan exact = c.plan(PlacementStrategy.exact(mix), units);
        LaunchPlan documented = c.plan(PlacementStrategy.costOptimized(mix), units);

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
