package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.B;
import static io.ess4j.placement.Fixtures.C;
import static io.ess4j.placement.Fixtures.CATALOG_16;
import static io.ess4j.placement.Fixtures.CATALOG_41;
import static io.ess4j.placement.Fixtures.SN1_LARGE;
import static io.ess4j.placement.Fixtures.SN1_XLARGE;
import static io.ess4j.placement.Fixtures.WEIGHTS_16;
import static io.ess4j.placement.Fixtures.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cheapest plan and its constraints, one at a time. */
class ExactPlacementTest {
    private static final PlacementStrategy.Exact ON_DEMAND = PlacementStrategy.exact(SpotMix.onDemandOnly());
    private static final Weights WEIGHTS_41 =
            Weights.builder().type(SN1_LARGE, 4).type(SN1_XLARGE, 8).build();

    @Test
    void theExampleOfGuide16Costs082InsteadOf128() {
        LaunchPlan plan = new LaunchPlanner(CATALOG_16, List.of(B), WEIGHTS_16)
                .plan(ON_DEMAND, Market.of(CATALOG_16), Fleet.empty(), 10);

        assertThat(lines(plan))
                .containsExactly("1 ecs.c5.large cn-qingdao-b ON_DEMAND", "1 ecs.c5.2xlarge cn-qingdao-b ON_DEMAND");
        assertThat(plan.launchedUnits()).isEqualTo(10);
        CostProof proof = plan.proof().orElseThrow();
        assertThat(proof.cost()).isEqualTo(Price.perHour("0.82")).isEqualTo(plan.cost());
        assertThat(proof.documentedCost()).isEqualTo(Price.perHour("1.28"));
        assertThat(proof.isProven()).isTrue();
        assertThat(proof.gap()).isEqualTo(Price.ZERO);
    }

    @Test
    void keepsTheOnDemandPart() {
        SpotMix mix =
                SpotMix.builder().onDemandBase(4).onDemandPercentAboveBase(25).build();

        LaunchPlan plan = plan(PlacementStrategy.exact(mix), 20);

        assertThat(units(plan, PurchaseOption.ON_DEMAND)).isEqualTo(8);
        assertThat(units(plan, PurchaseOption.SPOT)).isEqualTo(12);
        assertThat(plan.proof().orElseThrow().isProven()).isTrue();
    }

    @Test
    void aCapSpreadsOverOfferings() {
        LaunchPlan plan = plan(PlacementStrategy.exact(SpotMix.spotFirst()).withMaxSharePercent(25), 32);

        assertThat(plan.launches()).allSatisfy(l -> assertThat(l.units()).isLessThanOrEqualTo(8));
        assertThat(plan.shortfall()).isZero();
    }

    /** Half of 150 units is 75: nine instances of 8 in each pool, and what is missing from the dearer type. */
    @Test
    void aCapIsAShareOfWhatIsAskedFor() {
        LaunchPlan plan = plan(PlacementStrategy.exact(SpotMix.spotFirst()).withMaxSharePercent(50), 150);

        assertThat(lines(plan)).contains("9 ecs.sn1.xlarge cn-qingdao-b SPOT", "9 ecs.sn1.xlarge cn-qingdao-c SPOT");
        assertThat(plan.launchedUnits()).isEqualTo(152);
        assertThat(plan.shortfall()).isZero();
    }

    /** Without a cap nothing keeps stock from being used: what one zone has left cannot survive its loss. */
    @Test
    void whatCannotSurviveIsOutOfStockAndNotCapped() {
        Catalog catalog =
                Catalog.of(List.of(Fixtures.spot(SN1_LARGE, C, "0.088"), Fixtures.spot(SN1_XLARGE, B, "0.158")));
        Market market = Market.builder(catalog)
                .stock(SN1_LARGE, C, PurchaseOption.SPOT, 0)
                .build();

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(B, C), WEIGHTS_41)
                .plan(
                        PlacementStrategy.exact(SpotMix.spotOnly()).withSurvival(Survival.ANY_ZONE),
                        market,
                        Fleet.empty(),
                        16);

        assertThat(plan.launches()).isEmpty();
        assertThat(plan.shortfallReason()).contains(ShortfallReason.OUT_OF_STOCK);
        assertThat(plan.skipped())
                .contains(new SkippedPool(Fixtures.spot(SN1_LARGE, C, "0.088"), SkippedPool.Reason.SOLD_OUT));
    }

    /** A zone that does not offer the first type is covered by the second. */
    @Test
    void zonesNeedNotOfferEveryType() {
        Catalog catalog = Catalog.of(List.of(
                Fixtures.spot(SN1_LARGE, B, "0.088"),
                Fixtures.spot(SN1_XLARGE, B, "0.158"),
                Fixtures.spot(SN1_XLARGE, C, "0.158")));

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(B, C), WEIGHTS_41)
                .plan(
                        PlacementStrategy.exact(SpotMix.spotOnly()).withBalancedZones(true),
                        Market.of(catalog),
                        Fleet.empty(),
                        16);

        assertThat(lines(plan))
                .containsExactly("1 ecs.sn1.xlarge cn-qingdao-b SPOT", "1 ecs.sn1.xlarge cn-qingdao-c SPOT");
    }

    @Test
    void aCapThatForbidsTooMuchIsAShortfall() {
        LaunchPlan plan = plan(PlacementStrategy.exact(SpotMix.onDemandOnly()).withMaxSharePercent(10), 80);

        assertThat(plan.launchedUnits()).isEqualTo(4 * 8);
        assertThat(plan.shortfall()).isEqualTo(48);
        assertThat(plan.shortfallReason()).contains(ShortfallReason.CAPPED);
    }

    @Test
    void balancesUnitsOverZonesBeforeCost() {
        LaunchPlan plan = plan(PlacementStrategy.exact(SpotMix.spotFirst()).withBalancedZones(true), 32);

        assertThat(lines(plan))
                .containsExactly("2 ecs.sn1.xlarge cn-qingdao-b SPOT", "2 ecs.sn1.xlarge cn-qingdao-c SPOT");
        assertThat(plan.proof().orElseThrow().isProven()).isTrue();
    }

    /** Only what counts in the group's zones counts: 8 of 32 units stand in b already. */
    @Test
    void balancesWithWhatStandsInTheZonesOfTheGroup() {
        Offering spot = Fixtures.spot(SN1_XLARGE, B, "0.158");
        Fleet fleet = Fleet.of(List.of(
                Fixtures.instance("i-1", spot, 8),
                Fixtures.instance("i-2", Fixtures.spot(SN1_XLARGE, C, "0.158"), 8)
                        .withState(LifecycleState.REMOVING),
                Fixtures.instance("i-3", Fixtures.spot(SN1_XLARGE, Zone.of("elsewhere"), "0.158"), 8)));

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), WEIGHTS_41)
                .plan(
                        PlacementStrategy.exact(SpotMix.spotOnly()).withBalancedZones(true),
                        Market.of(CATALOG_41),
                        fleet,
                        24);

        assertThat(lines(plan))
                .containsExactly("1 ecs.sn1.xlarge cn-qingdao-b SPOT", "2 ecs.sn1.xlarge cn-qingdao-c SPOT");
    }

    /** Half of 32 is on-demand, all of it in b where the other zone has none; units stay level all the same. */
    @Test
    void theOnDemandPartGoesWhereOnDemandStockIs() {
        SpotMix half = SpotMix.builder().onDemandPercentAboveBase(50).build();
        Market market = Market.builder(CATALOG_41)
                .stock(SN1_LARGE, C, PurchaseOption.ON_DEMAND, 0)
                .stock(SN1_XLARGE, C, PurchaseOption.ON_DEMAND, 0)
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), WEIGHTS_41)
                .plan(PlacementStrategy.exact(half).withBalancedZones(true), market, Fleet.empty(), 32);

        assertThat(lines(plan))
                .containsExactly("2 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND", "2 ecs.sn1.xlarge cn-qingdao-c SPOT");
    }

    /** 16 units stand in b, so of 32 more it takes 8, all on-demand; c takes the other 16 of the base of 24. */
    @Test
    void aZoneTakesNoMoreOnDemandThanItsShare() {
        SpotMix base =
                SpotMix.builder().onDemandBase(24).onDemandPercentAboveBase(0).build();
        Fleet fleet = Fleet.of(List.of(
                Fixtures.instance("i-1", Fixtures.spot(SN1_XLARGE, B, "0.158"), 8),
                Fixtures.instance("i-2", Fixtures.spot(SN1_XLARGE, B, "0.158"), 8)));

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), WEIGHTS_41)
                .plan(PlacementStrategy.exact(base).withBalancedZones(true), Market.of(CATALOG_41), fleet, 32);

        assertThat(lines(plan))
                .containsExactly(
                        "1 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND",
                        "2 ecs.sn1.xlarge cn-qingdao-c ON_DEMAND",
                        "1 ecs.sn1.xlarge cn-qingdao-c SPOT");
    }

    /** On-demand stock of a zone is no room for a mix that never buys on-demand. */
    @Test
    void zonesWithoutUsableStockAreNotBalanced() {
        Market market = Market.builder(CATALOG_41)
                .stock(SN1_LARGE, B, PurchaseOption.SPOT, 0)
                .stock(SN1_XLARGE, B, PurchaseOption.SPOT, 0)
                .build();
        LaunchPlanner planner = new LaunchPlanner(CATALOG_41, List.of(B, C), WEIGHTS_41);
        PlacementStrategy spotOnly = PlacementStrategy.exact(SpotMix.spotOnly()).withBalancedZones(true);
        PlacementStrategy spotFirst =
                PlacementStrategy.exact(SpotMix.spotFirst()).withBalancedZones(true);

        assertThat(lines(planner.plan(spotOnly, market, Fleet.empty(), 32)))
                .containsExactly("4 ecs.sn1.xlarge cn-qingdao-c SPOT");
        assertThat(unitsIn(planner.plan(spotFirst, market, Fleet.empty(), 32), "cn-qingdao-b"))
                .isEqualTo(16);
    }

    @Test
    void survivesTheLossOfAnyZone() {
        LaunchPlan plan = plan(PlacementStrategy.exact(SpotMix.spotFirst()).withSurvival(Survival.ANY_ZONE), 16);

        assertThat(unitsIn(plan, "cn-qingdao-b")).isGreaterThanOrEqualTo(16);
        assertThat(unitsIn(plan, "cn-qingdao-c")).isGreaterThanOrEqualTo(16);
        assertThat(plan.cost()).isEqualTo(Price.perHour("0.632"));
    }

    @Test
    void survivesTheLossOfAnyPool() {
        LaunchPlan plan = plan(PlacementStrategy.exact(SpotMix.spotFirst()).withSurvival(Survival.ANY_POOL), 16);

        long largest = plan.launches().stream().mapToLong(Launch::units).max().orElseThrow();
        assertThat(plan.launchedUnits() - largest).isGreaterThanOrEqualTo(16);
        assertThat(plan.proof().orElseThrow().isProven()).isTrue();
    }

    /**
     * Half of 16 is on-demand (0.697 + 0.697 or 1.393 for 8), and the zone that may be lost is made good by spot; in a
     * mix without spot the reserve is on-demand too.
     */
    @Test
    void aReserveMayBeSpotWhereTheMixHasSpot() {
        SpotMix half = SpotMix.builder().onDemandPercentAboveBase(50).build();

        LaunchPlan mixed = plan(PlacementStrategy.exact(half).withSurvival(Survival.ANY_ZONE), 16);
        assertThat(units(mixed, PurchaseOption.ON_DEMAND)).isEqualTo(8);
        assertThat(units(mixed, PurchaseOption.SPOT)).isEqualTo(24);
        assertThat(unitsIn(mixed, "cn-qingdao-b")).isEqualTo(16);
        assertThat(unitsIn(mixed, "cn-qingdao-c")).isEqualTo(16);

        LaunchPlan none = plan(PlacementStrategy.exact(SpotMix.onDemandOnly()).withSurvival(Survival.ANY_ZONE), 16);
        assertThat(units(none, PurchaseOption.SPOT)).isZero();
        assertThat(units(none, PurchaseOption.ON_DEMAND)).isEqualTo(32);
    }

    @Test
    void survivalBeyondStockIsAShortfall() {
        Market market = Fixtures.soldOut(
                        Market.builder(CATALOG_41),
                        CATALOG_41.offerings().stream()
                                .filter(o -> o.zone().equals(C))
                                .toArray(io.ess4j.model.Offering[]::new))
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), WEIGHTS_41)
                .plan(
                        PlacementStrategy.exact(SpotMix.spotFirst()).withSurvival(Survival.ANY_ZONE),
                        market,
                        Fleet.empty(),
                        16);

        assertThat(plan.launches()).isEmpty();
        assertThat(plan.shortfall()).isEqualTo(16);
    }

    /** 0.158 + 100,000 / 1,000,000 x 2 = 0.358 for 8 units is dearer than twice 0.088 for 4. */
    @Test
    void interruptionsCountAsCost() {
        Market market = Market.builder(CATALOG_41)
                .interruptions(SN1_XLARGE, B, PurchaseOption.SPOT, 100_000)
                .interruptions(SN1_XLARGE, C, PurchaseOption.SPOT, 100_000)
                .build();
        PlacementStrategy strategy =
                PlacementStrategy.exact(SpotMix.spotFirst()).withInterruptionCost(Money.of("2"));

        LaunchPlan plan =
                new LaunchPlanner(CATALOG_41, List.of(B, C), WEIGHTS_41).plan(strategy, market, Fleet.empty(), 8);

        assertThat(lines(plan)).containsExactly("2 ecs.sn1.large cn-qingdao-b SPOT");
        assertThat(plan.proof().orElseThrow().documentedCost()).isEqualTo(Price.perHour("0.358"));
    }

    /** Billionths of the currency: interruptions in a million hours times the cost of one, half rounded up. */
    @ParameterizedTest(name = "{0} in a million hours at {1}: {2} an hour")
    @CsvSource({
        "500000, 1, 1",
        "499999, 1, 0",
        "500000, 3, 2",
        "1000000, 1, 1",
        "500000, 1000001, 500001",
        "2000000000, 1000000000, 2000000000000",
        "0, 1000000000, 0"
    })
    void theCostOfInterruptionsIsRounded(int perMillionHours, long cost, long expected) {
        Market market = Market.builder(CATALOG_41)
                .interruptions(SN1_XLARGE, B, PurchaseOption.SPOT, perMillionHours)
                .stock(SN1_XLARGE, B, PurchaseOption.SPOT, 1)
                .build();
        PlacementStrategy strategy = PlacementStrategy.exact(SpotMix.spotOnly()).withInterruptionCost(new Money(cost));

        CostProof proof = new LaunchPlanner(
                        CATALOG_41,
                        List.of(B),
                        Weights.builder().type(SN1_XLARGE, 1).build())
                .plan(strategy, market, Fleet.empty(), 1)
                .proof()
                .orElseThrow();

        assertThat(proof.cost()).isEqualTo(new Price(158_000_000 + expected));
    }

    @Test
    void withoutStepsTheGapIsStated() {
        LaunchPlan plan = plan(PlacementStrategy.exact(SpotMix.spotFirst()).withStepLimit(0), 10);

        CostProof proof = plan.proof().orElseThrow();
        assertThat(proof.cost().nanosPerHour() - proof.lowerBound().nanosPerHour())
                .isEqualTo(proof.gap().nanosPerHour());
        assertThat(plan.launchedUnits()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void wrongSettingsAreNamedAllAtOnce() {
        assertThatThrownBy(() ->
                        new PlacementStrategy.Exact(SpotMix.spotFirst(), 0, true, Survival.ANY_POOL, Money.ZERO, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxSharePercent (0) must be >= 1 and <= 100\nstepLimit (-1) must be >= 0\n"
                        + "balanceZones must be false when survival (ANY_POOL) is not NOTHING");
    }

    private static LaunchPlan plan(PlacementStrategy strategy, long units) {
        return new LaunchPlanner(CATALOG_41, List.of(B, C), WEIGHTS_41)
                .plan(strategy, Market.of(CATALOG_41), Fleet.empty(), units);
    }

    private static long units(LaunchPlan plan, PurchaseOption option) {
        return plan.launches().stream()
                .filter(l -> l.offering().purchaseOption() == option)
                .mapToLong(Launch::units)
                .sum();
    }

    private static long unitsIn(LaunchPlan plan, String zone) {
        return plan.launches().stream()
                .filter(l -> l.offering().zone().id().equals(zone))
                .mapToLong(Launch::units)
                .sum();
    }
}
