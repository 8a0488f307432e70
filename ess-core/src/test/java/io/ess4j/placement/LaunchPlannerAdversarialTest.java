package io.ess4j.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile input to every strategy: an honest plan with its shortfall, no overflow, no endless loop. */
class LaunchPlannerAdversarialTest {
    private static final InstanceType TYPE = InstanceType.of("t.a", 2, 1024);

    static Stream<PlacementStrategy> strategies() {
        SpotMix mix = SpotMix.builder()
                .onDemandBase(3)
                .onDemandPercentAboveBase(33)
                .spotPools(3)
                .build();
        PlacementStrategy.Exact exact = PlacementStrategy.exact(mix);
        List<PlacementStrategy> all = new ArrayList<>(List.of(
                PlacementStrategy.priority(mix),
                PlacementStrategy.balanced(mix),
                new PlacementStrategy.Balanced(mix, BalanceMode.BALANCED_ONLY),
                PlacementStrategy.costOptimized(mix),
                new PlacementStrategy.Composable(
                        Optional.of(BalanceMode.BEST_EFFORT),
                        AllocationOrder.LOWEST_PRICE,
                        AllocationOrder.PRIORITY,
                        mix,
                        Optional.of(PriceComparison.PER_VCPU)),
                exact,
                exact.withBalancedZones(true),
                exact.withMaxSharePercent(1),
                exact.withSurvival(Survival.ANY_POOL),
                exact.withSurvival(Survival.ANY_ZONE),
                new PlacementStrategy.RiskAware(mix, new SpotPortfolio(Money.of("1"), 50, 50, 50))));
        for (PoolAllocation allocation : PoolAllocation.values()) {
            all.add(PlacementStrategy.allocated(allocation, mix));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void demandOfLongMaxTakesAllStock(PlacementStrategy strategy) {
        Catalog catalog = catalog(3, "0.1");
        Market.Builder market = Market.builder(catalog);
        for (Offering o : catalog.offerings()) {
            market.stock(o.type(), o.zone(), o.purchaseOption(), 5);
        }

        LaunchPlan plan =
                planner(catalog, 3, Integer.MAX_VALUE).plan(strategy, market.build(), Fleet.empty(), Long.MAX_VALUE);

        assertThat(plan.shortfall()).isGreaterThanOrEqualTo(Long.MAX_VALUE - 6L * 5 * Integer.MAX_VALUE);
        assertThat(plan.launchedInstances()).isLessThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void noStockAnywhereIsAShortfall(PlacementStrategy strategy) {
        Catalog catalog = catalog(3, "0.1");
        Market market = Fixtures.soldOut(
                        Market.builder(catalog), catalog.offerings().toArray(Offering[]::new))
                .build();

        LaunchPlan plan = planner(catalog, 3, 1).plan(strategy, market, Fleet.empty(), 7);

        assertThat(plan.launches()).isEmpty();
        assertThat(plan.shortfall()).isEqualTo(7);
        assertThat(plan.shortfallReason()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void nothingOfferedIsAShortfall(PlacementStrategy strategy) {
        Catalog catalog = Catalog.of(List.of());

        LaunchPlan plan = planner(catalog, 2, 1).plan(strategy, Market.of(catalog), Fleet.empty(), 7);

        assertThat(plan.shortfall()).isEqualTo(7);
        assertThat(plan.shortfallReason()).contains(ShortfallReason.NOTHING_OFFERED);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void freeInstancesAreNotHoarded(PlacementStrategy strategy) {
        Catalog catalog = catalog(2, "0");

        LaunchPlan plan = planner(catalog, 2, 3).plan(strategy, Market.of(catalog), Fleet.empty(), 12);

        assertThat(plan.cost()).isEqualTo(Price.ZERO);
        // Survival of a zone doubles what is needed; nothing else exceeds the demand by much.
        assertThat(plan.launchedUnits()).isLessThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aThousandZonesAndOnePool(PlacementStrategy strategy) {
        Catalog many = catalog(1000, "0.1");
        LaunchPlan spread = planner(many, 1000, 1).plan(strategy, Market.of(many), Fleet.empty(), 3000);
        assertBooksAdd(spread, many, 3000);
        long zones = spread.launches().stream()
                .map(l -> l.offering().zone())
                .distinct()
                .count();
        boolean balances = strategy instanceof PlacementStrategy.Balanced
                || (strategy instanceof PlacementStrategy.Exact exact && exact.balanceZones());
        if (balances) {
            assertThat(zones).isEqualTo(1000);
        }

        Catalog one = Catalog.of(List.of(Fixtures.onDemand(TYPE, Zone.of("z0"), "0.1")));
        LaunchPlan single = planner(one, 1, 1).plan(strategy, Market.of(one), Fleet.empty(), 5);
        assertBooksAdd(single, one, 5);
    }

    /** What is missing is told with a reason, what is there is paid for, and no pool is named twice. */
    private static void assertBooksAdd(LaunchPlan plan, Catalog catalog, long demand) {
        assertThat(plan.launchedUnits()).isGreaterThanOrEqualTo(demand - plan.shortfall());
        assertThat(plan.shortfallReason().isPresent()).isEqualTo(plan.shortfall() > 0);
        assertThat(plan.shortfall()).isLessThanOrEqualTo(demand);
        assertThat(plan.cost()).isEqualTo(new Price(plan.launchedInstances() * 100_000_000L));
        assertThat(plan.launches().stream().map(Launch::offering))
                .doesNotHaveDuplicates()
                .isSubsetOf(catalog.offerings());
    }

    @Test
    void wrongArgumentsNameTheValueAndTheRule() {
        Catalog catalog = catalog(1, "0.1");
        LaunchPlanner planner = planner(catalog, 1, 1);
        PlacementStrategy strategy = PlacementStrategy.priority(SpotMix.onDemandOnly());

        assertThatThrownBy(() -> planner.plan(strategy, Market.of(catalog), Fleet.empty(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("units (-1) must be >= 0");
        assertThatThrownBy(() -> planner.plan(strategy, Market.of(catalog(2, "0.1")), Fleet.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("market must be over the catalogue of the planner");
        assertThatThrownBy(() -> new LaunchPlanner(
                        catalog, List.of(Zone.of("z0"), Zone.of("z0")), Weights.unweighted(List.of(TYPE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zones [z0, z0] must name each zone only once");
        assertThatThrownBy(() -> new SpotMix(-1, 101, 0, true, false, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        onDemandBase (-1) must be >= 0
                        onDemandPercentAboveBase (101) must be >= 0 and <= 100
                        spotPools (0) must be >= 1""");
    }

    private static LaunchPlanner planner(Catalog catalog, int zones, int weight) {
        return new LaunchPlanner(
                catalog,
                Fixtures.zones(zones),
                Weights.builder().type(TYPE, weight).build());
    }

    private static Catalog catalog(int zones, String price) {
        List<Offering> offerings = new ArrayList<>();
        for (Zone zone : Fixtures.zones(zones)) {
            offerings.add(Fixtures.onDemand(TYPE, zone, price));
            offerings.add(new Offering(TYPE, zone, PurchaseOption.SPOT, Price.perHour(price)));
        }
        return Catalog.of(offerings);
    }
}
