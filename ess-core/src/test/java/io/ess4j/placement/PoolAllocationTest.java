package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.onDemand;
import static io.ess4j.placement.Fixtures.spot;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of EC2 Fleet and EC2 Auto Scaling (peers A13, A14 and F1 to F9), and the order of each allocation. */
class PoolAllocationTest {
    private static final Zone Z0 = Zone.of("z0");
    private static final Zone Z1 = Zone.of("z1");

    @ParameterizedTest(name = "peers {0}: target {1}, weight {2}: {3} instances, {4} over")
    @CsvSource({
        "F1 small, 10, 2, 5, 0",
        "F1 large, 10, 8, 2, 6",
        "F2 weight 6, 24, 6, 4, 0",
        "F2 weight 5, 24, 5, 5, 1",
        "A13, 5, 12, 1, 7",
        "A14, 2, 5, 1, 3"
    })
    void targetsAreDividedByTheWeightAndRoundedUp(String name, long target, int weight, int instances, long over) {
        LaunchPlan plan = lowestPrice(1, List.of(weight), target);

        assertThat(plan.launchedInstances()).as(name).isEqualTo(instances);
        assertThat(plan.launchedUnits() - target).as(name).isEqualTo(over);
    }

    /** Peers F1: the optimum is one of each at 0.15 instead of two of the larger at 0.20. */
    @Test
    void theExactStrategyBeatsLowestPriceInF1() {
        List<InstanceType> types = types(2);
        Catalog catalog = Catalog.of(List.of(spot(types.get(0), Z0, "0.05"), spot(types.get(1), Z0, "0.10")));
        Weights weights =
                Weights.builder().type(types.get(0), 2).type(types.get(1), 8).build();
        LaunchPlanner planner = new LaunchPlanner(catalog, List.of(Z0), weights);

        LaunchPlan fleet = planner.plan(
                PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, SpotMix.spotOnly()),
                Market.of(catalog),
                Fleet.empty(),
                10);
        LaunchPlan exact =
                planner.plan(PlacementStrategy.exact(SpotMix.spotOnly()), Market.of(catalog), Fleet.empty(), 10);

        assertThat(fleet.cost()).isEqualTo(Price.perHour("0.20"));
        assertThat(exact.cost()).isEqualTo(Price.perHour("0.15"));
    }

    /** Peers F3: target 30, three pools of weight 8: all in the cheapest, or one each and one more in the cheapest. */
    @Test
    void lowestPriceAndDiversifiedOfF3() {
        assertThat(counts(f3(PoolAllocation.LOWEST_PRICE))).containsExactly("t1 4");
        assertThat(counts(f3(PoolAllocation.DIVERSIFIED))).containsExactly("t1 2", "t2 1", "t0 1");
    }

    private static LaunchPlan f3(PoolAllocation allocation) {
        List<InstanceType> types = types(3);
        Catalog catalog = Catalog.of(
                List.of(spot(types.get(0), Z0, "0.3"), spot(types.get(1), Z0, "0.1"), spot(types.get(2), Z0, "0.2")));
        Weights weights = Weights.builder()
                .type(types.get(0), 8)
                .type(types.get(1), 8)
                .type(types.get(2), 8)
                .build();
        return new LaunchPlanner(catalog, List.of(Z0), weights)
                .plan(
                        PlacementStrategy.allocated(allocation, SpotMix.spotOnly()),
                        Market.of(catalog),
                        Fleet.empty(),
                        30);
    }

    /** Peers F6: ten pools, target 100: ten each. */
    @Test
    void diversifiedSpreadsAHundredOverTenPools() {
        LaunchPlan plan = plan(PoolAllocation.DIVERSIFIED, 10, 100, new int[0]);

        assertThat(plan.launches())
                .hasSize(10)
                .allSatisfy(l -> assertThat(l.count()).isEqualTo(10));
    }

    @Test
    void diversifiedNeverBuysSpotAtOrAboveOnDemand() {
        List<InstanceType> types = types(2);
        Catalog catalog = Catalog.of(List.of(
                spot(types.get(0), Z0, "0.5"), onDemand(types.get(0), Z0, "0.5"), spot(types.get(1), Z0, "0.6")));

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Z0), Weights.unweighted(types))
                .plan(
                        PlacementStrategy.allocated(PoolAllocation.DIVERSIFIED, SpotMix.spotOnly()),
                        Market.of(catalog),
                        Fleet.empty(),
                        4);

        assertThat(counts(plan)).containsExactly("t1 4");
        assertThat(plan.skipped())
                .containsExactly(
                        new SkippedPool(spot(types.get(0), Z0, "0.5"), SkippedPool.Reason.NOT_BELOW_ON_DEMAND));
    }

    /** Three instances cover 10 units with 17; without the light one the two of 8 still do, at 2 an hour. */
    @Test
    void whatTheLimitTakesBackMayNotHaveBeenNeeded() {
        List<InstanceType> types = types(2);
        Zone z1 = Zone.of("z1");
        Catalog catalog = Catalog.of(List.of(onDemand(types.get(0), Z0, "1"), onDemand(types.get(1), z1, "1")));
        Weights weights =
                Weights.builder().type(types.get(0), 8).type(types.get(1), 1).build();
        LaunchPlanner planner = new LaunchPlanner(catalog, List.of(Z0, z1), weights);

        LaunchPlan enough = planner.plan(atMost("2"), Market.of(catalog), Fleet.empty(), 10);
        LaunchPlan little = planner.plan(atMost("1.99"), Market.of(catalog), Fleet.empty(), 10);

        assertThat(counts(enough)).containsExactly("t0 2");
        assertThat(enough.shortfall()).isZero();
        assertThat(counts(little)).containsExactly("t0 1");
        assertThat(little.shortfall()).isEqualTo(2);
        assertThat(little.shortfallReason()).contains(ShortfallReason.OVER_BUDGET);
    }

    /** Free instances save nothing when given back, so they stay: of two at 1 an hour one goes. */
    @Test
    void theLimitTakesBackWhatCosts() {
        List<InstanceType> types = types(2);
        Zone z1 = Zone.of("z1");
        Catalog catalog = Catalog.of(List.of(onDemand(types.get(0), Z0, "1"), onDemand(types.get(1), z1, "0")));
        Weights weights =
                Weights.builder().type(types.get(0), 8).type(types.get(1), 1).build();

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Z0, z1), weights)
                .plan(atMost("1"), Market.of(catalog), Fleet.empty(), 10);

        assertThat(counts(plan)).containsExactly("t0 1", "t1 1");
        assertThat(plan.shortfall()).isEqualTo(1);
    }

    /** Three at 1 and two at 2 an hour: to spend no more than 2, the two at 2 go first, then one more. */
    @Test
    void theLimitTakesBackTheLastPoolsFirst() {
        List<InstanceType> types = types(2);
        Catalog catalog = Catalog.of(List.of(onDemand(types.get(0), Z0, "2"), onDemand(types.get(1), Z0, "1")));
        Market market = Market.builder(catalog)
                .stock(types.get(1), Z0, PurchaseOption.ON_DEMAND, 3)
                .build();

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Z0), Weights.unweighted(types))
                .plan(atMost("2"), market, Fleet.empty(), 5);

        assertThat(counts(plan)).containsExactly("t1 2");
        assertThat(plan.shortfall()).isEqualTo(3);
        assertThat(plan.cost()).isEqualTo(Price.perHour("2"));
    }

    private static PlacementStrategy atMost(String limit) {
        return new PlacementStrategy.PoolAllocated(
                PoolAllocation.LOWEST_PRICE,
                AllocationOrder.LOWEST_PRICE,
                SpotMix.onDemandOnly(),
                true,
                Optional.of(Price.perHour(limit)));
    }

    /** Peers F7: 0.10 each, target 10, at most 1.50 or 0.80 an hour. */
    @ParameterizedTest(name = "peers F7: at most {0} an hour: {1} instances")
    @CsvSource({"1.50, 10", "0.80, 8", "0.05, 0"})
    void spendingIsLimited(String limit, int instances) {
        InstanceType type = types(1).get(0);
        Catalog catalog = Catalog.of(List.of(onDemand(type, Z0, "0.10")));
        PlacementStrategy strategy = PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, SpotMix.onDemandOnly())
                .withMaxTotal(Price.perHour(limit));

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Z0), Weights.unweighted(List.of(type)))
                .plan(strategy, Market.of(catalog), Fleet.empty(), 10);

        assertThat(plan.launchedInstances()).isEqualTo(instances);
        assertThat(plan.shortfall()).isEqualTo(10 - instances);
        assertThat(plan.shortfallReason().isPresent()).isEqualTo(instances < 10);
    }

    /** Peers F9: priority m5.large, m4.large, m5a.large with m4.large cheapest. */
    @Test
    void onDemandStartsWithTheCheapestOrWithThePriority() {
        assertThat(f9(AllocationOrder.LOWEST_PRICE)).containsExactly("m4.large 1");
        assertThat(f9(AllocationOrder.PRIORITY)).containsExactly("m5.large 1");
    }

    private static List<String> f9(AllocationOrder order) {
        List<InstanceType> types = List.of(
                InstanceType.of("m5.large", 2, 8192),
                InstanceType.of("m4.large", 2, 8192),
                InstanceType.of("m5a.large", 2, 8192));
        Catalog catalog = Catalog.of(List.of(
                onDemand(types.get(0), Z0, "0.12"),
                onDemand(types.get(1), Z0, "0.09"),
                onDemand(types.get(2), Z0, "0.10")));
        PlacementStrategy strategy = PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, SpotMix.onDemandOnly())
                .withOnDemand(order);
        return counts(new LaunchPlanner(catalog, List.of(Z0), Weights.unweighted(types))
                .plan(strategy, Market.of(catalog), Fleet.empty(), 1));
    }

    /** Pools in ascending price t0, t1, t2, t3 with stock 3, 9, 20 and 6. */
    @ParameterizedTest(name = "{0}, {1} units: {2}")
    @CsvSource({
        "CAPACITY_OPTIMIZED, 5, t2 5",
        "CAPACITY_OPTIMIZED, 25, t2 20;t1 5",
        "CAPACITY_OPTIMIZED_PRIORITIZED, 5, t1 5",
        "CAPACITY_OPTIMIZED_PRIORITIZED, 10, t2 10",
        "PRICE_CAPACITY_OPTIMIZED, 5, t1 5",
        "PRICE_CAPACITY_OPTIMIZED, 3, t0 3",
        "PRICE_CAPACITY_OPTIMIZED, 22, t2 20;t1 2",
        "LOWEST_PRICE, 5, t0 3;t1 2"
    })
    void capacityCountsBeforeOrWithPrice(PoolAllocation allocation, long units, String expected) {
        LaunchPlan plan = plan(allocation, 4, units, new int[] {3, 9, 20, 6});

        assertThat(counts(plan)).containsExactly(expected.split(";", -1));
    }

    /** One instance of 8 units is more capacity than four of one unit. */
    @Test
    void capacityIsCountedInUnits() {
        List<InstanceType> types = types(2);
        Catalog catalog = Catalog.of(List.of(spot(types.get(0), Z0, "0.1"), spot(types.get(1), Z0, "0.1")));
        Market market = Market.builder(catalog)
                .stock(types.get(0), Z0, PurchaseOption.SPOT, 4)
                .stock(types.get(1), Z0, PurchaseOption.SPOT, 1)
                .build();
        Weights weights =
                Weights.builder().type(types.get(0), 1).type(types.get(1), 8).build();

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Z0), weights)
                .plan(
                        PlacementStrategy.allocated(PoolAllocation.CAPACITY_OPTIMIZED, SpotMix.spotOnly()),
                        market,
                        Fleet.empty(),
                        1);

        assertThat(counts(plan)).containsExactly("t1 1");
    }

    /** One instance of each of the two cheapest pools brings the 9 units, where nine of the first alone would. */
    @Test
    void instancesOfUnequalWeightAreSpreadByNumber() {
        List<InstanceType> types = types(2);
        Catalog catalog = Catalog.of(List.of(spot(types.get(0), Z0, "0.1"), spot(types.get(1), Z0, "0.9")));
        Weights weights =
                Weights.builder().type(types.get(0), 1).type(types.get(1), 8).build();
        SpotMix mix = SpotMix.builder().spotPools(2).build();

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Z0), weights)
                .plan(
                        PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, mix),
                        Market.of(catalog),
                        Fleet.empty(),
                        9);

        assertThat(counts(plan)).containsExactly("t0 1", "t1 1");
    }

    /** Two of five are had on spot; on-demand stands in for three where the mix lets it. */
    @Test
    void onDemandStandsInForSpotIfTheMixLetsIt() {
        InstanceType type = types(1).get(0);
        Catalog catalog = Catalog.of(List.of(onDemand(type, Z0, "0.5"), spot(type, Z0, "0.1")));
        Market market =
                Market.builder(catalog).stock(type, Z0, PurchaseOption.SPOT, 2).build();
        LaunchPlanner planner = new LaunchPlanner(catalog, List.of(Z0), Weights.unweighted(List.of(type)));

        LaunchPlan first = planner.plan(
                PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, SpotMix.spotFirst()),
                market,
                Fleet.empty(),
                5);
        LaunchPlan only = planner.plan(
                PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, SpotMix.spotOnly()), market, Fleet.empty(), 5);

        assertThat(first.launches())
                .containsExactly(new Launch(spot(type, Z0, "0.1"), 2, 1), new Launch(onDemand(type, Z0, "0.5"), 3, 1));
        assertThat(first.shortfall()).isZero();
        assertThat(only.launches()).containsExactly(new Launch(spot(type, Z0, "0.1"), 2, 1));
        assertThat(only.shortfall()).isEqualTo(3);
    }

    @Test
    void lowestPriceSpreadsOverItsPoolsInEachZoneWhenZonesAreBalanced() {
        List<InstanceType> types = types(3);
        List<Offering> offerings = new ArrayList<>();
        for (Zone zone : List.of(Z0, Z1)) {
            offerings.add(spot(types.get(0), zone, "0.3"));
            offerings.add(spot(types.get(1), zone, "0.1"));
            offerings.add(spot(types.get(2), zone, "0.2"));
        }
        Catalog catalog = Catalog.of(offerings);
        SpotMix mix = SpotMix.builder().spotPools(2).build();
        PlacementStrategy strategy =
                PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, mix).withBalancedZones(true);

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Z0, Z1), Weights.unweighted(types))
                .plan(strategy, Market.of(catalog), Fleet.empty(), 7);

        assertThat(counts(plan)).containsExactly("t1 2", "t2 2", "t1 2", "t2 1");
    }

    /** Each changes one thing and keeps the others. */
    @Test
    void changedStrategiesKeepTheRest() {
        SpotMix mix = SpotMix.builder().spotPools(2).build();

        assertThat(PlacementStrategy.allocated(PoolAllocation.DIVERSIFIED, mix)
                        .withMaxTotal(Price.perHour("3"))
                        .withOnDemand(AllocationOrder.PRIORITY)
                        .withBalancedZones(true)
                        .withMaxTotal(Price.perHour("2")))
                .isEqualTo(new PlacementStrategy.PoolAllocated(
                        PoolAllocation.DIVERSIFIED,
                        AllocationOrder.PRIORITY,
                        mix,
                        true,
                        Optional.of(Price.perHour("2"))));
    }

    private static LaunchPlan lowestPrice(int pools, List<Integer> weights, long target) {
        List<InstanceType> types = types(pools);
        Catalog catalog = Catalog.of(types.stream().map(t -> spot(t, Z0, "0.1")).toList());
        Weights.Builder builder = Weights.builder();
        for (int i = 0; i < pools; i++) {
            builder.type(types.get(i), weights.get(i));
        }
        return new LaunchPlanner(catalog, List.of(Z0), builder.build())
                .plan(
                        PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, SpotMix.spotOnly()),
                        Market.of(catalog),
                        Fleet.empty(),
                        target);
    }

    private static LaunchPlan plan(PoolAllocation allocation, int pools, long units, int[] stock) {
        List<InstanceType> types = types(pools);
        List<Offering> offerings = new ArrayList<>();
        for (int i = 0; i < pools; i++) {
            offerings.add(spot(types.get(i), Z0, "0." + (i + 1)));
        }
        Catalog catalog = Catalog.of(offerings);
        Market.Builder market = Market.builder(catalog);
        for (int i = 0; i < stock.length; i++) {
            market.stock(types.get(i), Z0, PurchaseOption.SPOT, stock[i]);
        }
        return new LaunchPlanner(catalog, List.of(Z0), Weights.unweighted(types))
                .plan(
                        PlacementStrategy.allocated(allocation, SpotMix.spotOnly()),
                        market.build(),
                        Fleet.empty(),
                        units);
    }

    private static List<InstanceType> types(int count) {
        List<InstanceType> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(InstanceType.of("t" + i, 2, 1024));
        }
        return types;
    }

    private static List<String> counts(LaunchPlan plan) {
        return plan.launches().stream()
                .map(l -> l.offering().type() + " " + l.count())
                .toList();
    }
}
