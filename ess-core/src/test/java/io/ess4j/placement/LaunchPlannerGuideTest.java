package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.B;
import static io.ess4j.placement.Fixtures.C;
import static io.ess4j.placement.Fixtures.C5_2XLARGE;
import static io.ess4j.placement.Fixtures.C5_LARGE;
import static io.ess4j.placement.Fixtures.CATALOG_16;
import static io.ess4j.placement.Fixtures.CATALOG_41;
import static io.ess4j.placement.Fixtures.SN1_LARGE;
import static io.ess4j.placement.Fixtures.SN1_XLARGE;
import static io.ess4j.placement.Fixtures.TYPES_41;
import static io.ess4j.placement.Fixtures.WEIGHTS_16;
import static io.ess4j.placement.Fixtures.fleet;
import static io.ess4j.placement.Fixtures.lines;
import static io.ess4j.placement.Fixtures.onDemand;
import static io.ess4j.placement.Fixtures.spot;
import static io.ess4j.placement.Fixtures.zones;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table and worked example of guide 1.4, 1.5, 1.6 and 4.1 and of contract section 4. */
class LaunchPlannerGuideTest {
    private static final PlacementStrategy CHEAPEST = PlacementStrategy.costOptimized(SpotMix.onDemandOnly());

    @ParameterizedTest(name = "guide 1.6: +{0} units")
    @CsvSource({"10, 2, 16, 1.28", "8, 1, 8, 0.64", "9, 2, 16, 1.28", "1, 1, 8, 0.64", "17, 3, 24, 1.92"})
    void weightedGapGoesToTheCheapestUnitPrice(long units, int instances, long launched, String cost) {
        LaunchPlan plan = new LaunchPlanner(CATALOG_16, List.of(B), WEIGHTS_16)
                .plan(CHEAPEST, Market.of(CATALOG_16), Fleet.empty(), units);

        assertThat(lines(plan)).containsExactly(instances + " ecs.c5.2xlarge cn-qingdao-b ON_DEMAND");
        assertThat(plan.launchedUnits()).isEqualTo(launched);
        assertThat(plan.cost()).isEqualTo(Price.perHour(cost));
        assertThat(plan.shortfall()).isZero();
    }

    /** Both price tables, digit by digit: what an instance costs is its units times the stated price of one. */
    @ParameterizedTest(name = "guide {0}: {1} an hour by {2} is {3}")
    @CsvSource({
        "1.6, 0.18,  2, 0.09",
        "1.6, 0.34,  4, 0.085",
        "1.6, 0.64,  8, 0.08",
        "4.1, 0.158, 8, 0.01975",
        "4.1, 0.088, 4, 0.022",
        "4.1, 1.393, 8, 0.174125",
        "4.1, 0.697, 4, 0.17425"
    })
    void unitPricesAreTheStatedOnes(String guide, String price, int units, String unitPrice) {
        assertThat(Price.compareUnit(Price.perHour(price), units, Price.perHour(unitPrice), 1))
                .isZero();
    }

    @Test
    void unitPricesOfGuide16OrderTheTypesWhenTheCheaperSellOut() {
        Market market = Market.builder(CATALOG_16)
                .stock(C5_2XLARGE, B, PurchaseOption.ON_DEMAND, 1)
                .stock(Fixtures.C5_XLARGE, B, PurchaseOption.ON_DEMAND, 1)
                .build();

        LaunchPlan plan =
                new LaunchPlanner(CATALOG_16, List.of(B), WEIGHTS_16).plan(CHEAPEST, market, Fleet.empty(), 16);

        assertThat(lines(plan))
                .containsExactly(
                        "1 ecs.c5.2xlarge cn-qingdao-b ON_DEMAND",
                        "1 ecs.c5.xlarge cn-qingdao-b ON_DEMAND",
                        "2 ecs.c5.large cn-qingdao-b ON_DEMAND");
    }

    /** Guide map C-4-5: per unit where weights are set, else per vCPU. */
    @Test
    void pricesAreComparedPerUnitWhereWeightsAreSet() {
        Catalog catalog = Catalog.of(List.of(onDemand(C5_LARGE, B, "0.8"), onDemand(C5_2XLARGE, B, "0.9")));
        Weights weights =
                Weights.builder().type(C5_LARGE, 8).type(C5_2XLARGE, 1).build();
        Weights none = Weights.unweighted(List.of(C5_LARGE, C5_2XLARGE));

        assertThat(lines(new LaunchPlanner(catalog, List.of(B), weights)
                        .plan(CHEAPEST, Market.of(catalog), Fleet.empty(), 1)))
                .containsExactly("1 ecs.c5.large cn-qingdao-b ON_DEMAND");
        assertThat(lines(new LaunchPlanner(catalog, List.of(B), none)
                        .plan(CHEAPEST, Market.of(catalog), Fleet.empty(), 1)))
                .containsExactly("1 ecs.c5.2xlarge cn-qingdao-b ON_DEMAND");
    }

    /** Contract section 3 rule 4: current 0, desired 6, weight 4. */
    @Test
    void sixUnitsOfWeightFourAreTwoInstances() {
        Weights weights = Weights.builder().type(Fixtures.C5_XLARGE, 4).build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_16, List.of(B), weights)
                .plan(CHEAPEST, Market.of(CATALOG_16), Fleet.empty(), 6);

        assertThat(plan.launchedInstances()).isEqualTo(2);
        assertThat(plan.launchedUnits()).isEqualTo(8);
    }

    /** Guide 4.1: four plans in order of vCPU price, each in zone B and then C before the next. */
    static Stream<Arguments> plansOf41() {
        List<Offering> order = List.of(
                spot(SN1_XLARGE, B, "0.158"),
                spot(SN1_XLARGE, C, "0.158"),
                spot(SN1_LARGE, B, "0.088"),
                spot(SN1_LARGE, C, "0.088"),
                onDemand(SN1_XLARGE, B, "1.393"),
                onDemand(SN1_XLARGE, C, "1.393"),
                onDemand(SN1_LARGE, B, "0.697"),
                onDemand(SN1_LARGE, C, "0.697"));
        return Stream.iterate(0, i -> i < order.size(), i -> i + 1)
                .map(i -> Arguments.of("the first " + i + " sold out", order.subList(0, i), order.get(i)));
    }

    @ParameterizedTest(name = "guide 4.1: {0}")
    @MethodSource("plansOf41")
    void triesEachPlanInEveryZoneBeforeTheNext(String name, List<Offering> soldOut, Offering expected) {
        Market market = Fixtures.soldOut(Market.builder(CATALOG_41), soldOut.toArray(Offering[]::new))
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(PlacementStrategy.costOptimized(SpotMix.spotFirst()), market, Fleet.empty(), 1);

        assertThat(plan.launches()).as(name).containsExactly(new Launch(expected, 1, 1));
        assertThat(plan.skipped()).extracting(SkippedPool::offering).containsExactlyElementsOf(soldOut);
        assertThat(plan.skipped()).extracting(SkippedPool::reason).containsOnly(reasons(soldOut));
    }

    private static SkippedPool.Reason[] reasons(List<Offering> soldOut) {
        return soldOut.isEmpty() ? new SkippedPool.Reason[0] : new SkippedPool.Reason[] {SkippedPool.Reason.SOLD_OUT};
    }

    @Test
    void everythingSoldOutIsAShortfallAndNotAnError() {
        Market market = Fixtures.soldOut(
                        Market.builder(CATALOG_41), CATALOG_41.offerings().toArray(Offering[]::new))
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(PlacementStrategy.costOptimized(SpotMix.spotFirst()), market, Fleet.empty(), 3);

        assertThat(plan.launches()).isEmpty();
        assertThat(plan.shortfall()).isEqualTo(3);
        assertThat(plan.shortfallReason()).contains(ShortfallReason.OUT_OF_STOCK);
        assertThat(plan.skipped()).hasSize(8);
    }

    /** Guide 1.4: 100 instances over all zones, differences of at most one. */
    @ParameterizedTest(name = "guide 1.4: 100 over {0} zones")
    @CsvSource({"1, 100", "2, 50 50", "3, 34 33 33", "4, 25 25 25 25", "6, 17 17 17 17 16 16"})
    void balancesAHundredInstances(int zones, String expected) {
        LaunchPlan plan = balanced(zones, Fleet.empty(), 100, BalanceMode.BEST_EFFORT, new int[zones]);

        assertThat(plan.launches())
                .extracting(Launch::count)
                .containsExactly(
                        Stream.of(expected.split(" ", -1)).map(Integer::valueOf).toArray(Integer[]::new));
        assertThat(plan.launches()).as("no zone holds more").allMatch(l -> l.count() <= (100 + zones - 1) / zones);
    }

    /** Guide 4.2: balancing has an effect in two zones or more; in one it places like the priority rule. */
    @Test
    void balancingOneZoneIsThePriorityRule() {
        Market market = Market.builder(CATALOG_41)
                .stock(SN1_LARGE, B, PurchaseOption.ON_DEMAND, 2)
                .build();
        LaunchPlanner one = new LaunchPlanner(CATALOG_41, List.of(B), TYPES_41);

        assertThat(lines(one.plan(PlacementStrategy.balanced(SpotMix.onDemandOnly()), market, Fleet.empty(), 5)))
                .containsExactly("2 ecs.sn1.large cn-qingdao-b ON_DEMAND", "3 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND")
                .isEqualTo(
                        lines(one.plan(PlacementStrategy.priority(SpotMix.onDemandOnly()), market, Fleet.empty(), 5)));
    }

    @Test
    void balancingFillsUpTheZonesThatLag() {
        List<Offering> offerings = List.of(spotIn(0), spotIn(1), spotIn(2));

        LaunchPlan plan = balanced(3, fleet(offerings, 4, 1, 2), 4, BalanceMode.BEST_EFFORT, new int[3]);

        assertThat(lines(plan)).containsExactly("3 t.a z1 SPOT", "1 t.a z2 SPOT");
    }

    /** Contract section 4: best effort falls back to the next zone, balanced-only does not. */
    @Test
    void aZoneWithoutStockIsReplacedOrMissed() {
        LaunchPlan bestEffort = balanced(2, Fleet.empty(), 10, BalanceMode.BEST_EFFORT, new int[] {-1, 0});
        LaunchPlan balancedOnly = balanced(2, Fleet.empty(), 10, BalanceMode.BALANCED_ONLY, new int[] {-1, 0});

        assertThat(lines(bestEffort)).containsExactly("10 t.a z1 SPOT");
        assertThat(bestEffort.skipped()).containsExactly(new SkippedPool(spotIn(0), SkippedPool.Reason.SOLD_OUT));
        assertThat(bestEffort.shortfall()).isZero();
        assertThat(lines(balancedOnly)).containsExactly("5 t.a z1 SPOT");
        assertThat(balancedOnly.shortfall()).isEqualTo(5);
        assertThat(balancedOnly.shortfallReason()).contains(ShortfallReason.ZONE_OUT_OF_STOCK);
    }

    private static Offering spotIn(int zone) {
        return spot(InstanceType.of("t.a", 2, 1024), Zone.of("z" + zone), "0.1");
    }

    private static LaunchPlan balanced(int zones, Fleet fleet, long units, BalanceMode mode, int[] soldOut) {
        List<Offering> offerings = Stream.iterate(0, z -> z < zones, z -> z + 1)
                .map(z -> spotIn(z))
                .toList();
        Catalog catalog = Catalog.of(offerings);
        Market.Builder market = Market.builder(catalog);
        for (int z = 0; z < zones; z++) {
            if (soldOut[z] < 0) {
                Fixtures.soldOut(market, offerings.get(z));
            }
        }
        Weights types = Weights.unweighted(List.of(offerings.get(0).type()));
        return new LaunchPlanner(catalog, zones(zones), types)
                .plan(new PlacementStrategy.Balanced(SpotMix.spotOnly(), mode), market.build(), fleet, units);
    }

    /** Guide 1.5: switches in order; the next one when a zone cannot create instances. */
    @Test
    void priorityUsesZonesInOrder() {
        Catalog catalog = CATALOG_41;
        Market market = Market.builder(catalog)
                .stock(SN1_LARGE, B, PurchaseOption.ON_DEMAND, 2)
                .stock(SN1_XLARGE, B, PurchaseOption.ON_DEMAND, 1)
                .build();

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(B, C), TYPES_41)
                .plan(PlacementStrategy.priority(SpotMix.onDemandOnly()), market, Fleet.empty(), 5);

        assertThat(lines(plan))
                .containsExactly(
                        "2 ecs.sn1.large cn-qingdao-b ON_DEMAND",
                        "1 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND",
                        "2 ecs.sn1.large cn-qingdao-c ON_DEMAND");
    }

    /**
     * Three units of on-demand base come as one instance of 8, so that no spot instance is needed for the other five.
     */
    @Test
    void whatOnDemandOvershootsIsNotBoughtAgainAsSpot() {
        Weights weights = Weights.builder().type(SN1_XLARGE, 8).build();
        SpotMix mix = SpotMix.builder().onDemandBase(3).build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), weights)
                .plan(PlacementStrategy.costOptimized(mix), Market.of(CATALOG_41), Fleet.empty(), 8);

        assertThat(lines(plan)).containsExactly("1 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND");
    }

    /** Guide 4.1: cost optimisation helps without spot as well. */
    @Test
    void withoutSpotTheLowestVcpuPriceComesFirst() {
        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(CHEAPEST, Market.of(CATALOG_41), Fleet.empty(), 1);

        assertThat(lines(plan)).containsExactly("1 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND");
    }

    /** Ruling C20: an explicit comparison overrides the default of a group without weights. */
    @Test
    void explicitComparisonOverridesTheDefault() {
        PlacementStrategy perUnit =
                new PlacementStrategy.CostOptimized(SpotMix.spotFirst(), Optional.of(PriceComparison.PER_UNIT));

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(perUnit, Market.of(CATALOG_41), Fleet.empty(), 1);

        assertThat(lines(plan)).containsExactly("1 ecs.sn1.large cn-qingdao-b SPOT");
    }

    /** Contract section 1: AzBalance with priority order is the balanced policy. */
    @Test
    void composableBalancesZonesAndOrdersTypesByPrice() {
        PlacementStrategy composable = new PlacementStrategy.Composable(
                Optional.of(BalanceMode.BEST_EFFORT),
                AllocationOrder.LOWEST_PRICE,
                AllocationOrder.LOWEST_PRICE,
                SpotMix.builder().onDemandBase(2).spotPools(2).build(),
                Optional.empty());

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(composable, Market.of(CATALOG_41), Fleet.empty(), 10);

        assertThat(lines(plan))
                .containsExactly(
                        "1 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND",
                        "1 ecs.sn1.xlarge cn-qingdao-c ON_DEMAND",
                        "2 ecs.sn1.xlarge cn-qingdao-b SPOT",
                        "2 ecs.sn1.large cn-qingdao-b SPOT",
                        "2 ecs.sn1.xlarge cn-qingdao-c SPOT",
                        "2 ecs.sn1.large cn-qingdao-c SPOT");
    }

    @Test
    void spotAboveItsMaximumPriceIsPassedOverAndCompensated() {
        SpotMix mix = SpotMix.builder()
                .maxPrice(SN1_XLARGE, Price.perHour("0.157"))
                .maxPrice(SN1_LARGE, Price.perHour("0.08"))
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(PlacementStrategy.costOptimized(mix), Market.of(CATALOG_41), Fleet.empty(), 1);

        assertThat(lines(plan)).containsExactly("1 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND");
        assertThat(plan.skipped()).extracting(SkippedPool::reason).containsOnly(SkippedPool.Reason.ABOVE_MAX_PRICE);
    }

    @Test
    void withoutCompensationSpotStaysMissing() {
        Market market = Fixtures.soldOut(
                        Market.builder(CATALOG_41),
                        CATALOG_41.offerings().subList(0, 4).toArray(Offering[]::new))
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(PlacementStrategy.costOptimized(SpotMix.spotOnly()), market, Fleet.empty(), 2);

        assertThat(plan.launches()).isEmpty();
        assertThat(plan.shortfallReason()).contains(ShortfallReason.SPOT_NOT_COMPENSATED);
    }

    /** Guide 3.3: stopped instances start before anything is created. */
    @Test
    void stoppedInstancesStartFirst() {
        List<Offering> offerings = CATALOG_16.offerings();
        Fleet fleet = Fleet.of(List.of(
                Fixtures.instance("i-1", offerings.get(2), 8),
                Fixtures.instance("i-2", offerings.get(1), 4).withState(LifecycleState.STOPPED),
                Fixtures.instance("i-3", offerings.get(0), 2).withState(LifecycleState.STOPPED)));
        LaunchPlanner planner = new LaunchPlanner(CATALOG_16, List.of(B), WEIGHTS_16);

        LaunchPlan enough = planner.plan(CHEAPEST, Market.of(CATALOG_16), fleet, 3);
        LaunchPlan more = planner.plan(CHEAPEST, Market.of(CATALOG_16), fleet, 10);

        assertThat(enough.started()).containsExactly("i-2");
        assertThat(enough.launches()).isEmpty();
        assertThat(more.started()).containsExactly("i-2", "i-3");
        assertThat(more.startedUnits()).isEqualTo(6);
        assertThat(lines(more)).containsExactly("1 ecs.c5.2xlarge cn-qingdao-b ON_DEMAND");
    }
}
