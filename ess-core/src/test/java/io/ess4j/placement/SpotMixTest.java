package io.ess4j.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a mix divides a total between on-demand and spot. */
class SpotMixTest {
    /**
     * The API: base, percentage and pools all given, the ratio is honoured first; one missing, pure lowest price. Six
     * instances; spot costs 1, 2 and 3 by type, on-demand ten times as much.
     */
    @ParameterizedTest(name = "base {0}, {1} %, pools {2}: {3}")
    @CsvSource({
        "2, 50, 2, '4 a ON_DEMAND, 1 a SPOT, 1 b SPOT'",
        "0, 50, 3, '3 a ON_DEMAND, 1 a SPOT, 1 b SPOT, 1 c SPOT'",
        "0, 0, 1, '6 a SPOT'",
        "0, 100, 1, '6 a ON_DEMAND'",
        " , 50, 2, '6 a SPOT'",
        "2, , 2, '6 a SPOT'",
        "2, 50, , '6 a SPOT'",
        " , , , '6 a SPOT'"
    })
    void theRatioCountsWhenAllOfItIsGiven(Integer base, Integer percent, Integer pools, String expected) {
        Catalog.Builder offerings = Catalog.builder();
        List<InstanceType> types = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            InstanceType type = InstanceType.of(name, 1, 1024);
            types.add(type);
            offerings.offering(Fixtures.spot(type, Fixtures.B, types.size() + ""));
            offerings.offering(Fixtures.onDemand(type, Fixtures.B, types.size() + "0"));
        }
        Catalog catalog = offerings.build();
        SpotMix mix = SpotMix.given(optional(base), optional(percent), optional(pools));

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Fixtures.B), Weights.unweighted(types))
                .plan(PlacementStrategy.costOptimized(mix), Market.of(catalog), Fleet.empty(), 6);

        assertThat(plan.launches().stream()
                        .map(l -> l.count() + " " + l.offering().type() + " "
                                + l.offering().purchaseOption().name())
                        .sorted()
                        .toList())
                .containsExactlyInAnyOrder(expected.split(", ", -1));
    }

    /** Every strategy leaves spot pools above their limit alone and says so; so does what a proof compares with. */
    @Test
    void priceLimitsHoldUnderEveryStrategy() {
        InstanceType type = InstanceType.of("a", 1, 1024);
        Catalog catalog = Catalog.builder()
                .offering(Fixtures.spot(type, Fixtures.B, "0.5"))
                .build();
        SpotMix mix = SpotMix.builder()
                .compensateWithOnDemand(false)
                .maxPrice(type, Price.perHour("0.4"))
                .build();
        List<PlacementStrategy> strategies = List.of(
                PlacementStrategy.costOptimized(mix),
                PlacementStrategy.exact(mix),
                PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, mix),
                new PlacementStrategy.RiskAware(mix, new SpotPortfolio(Money.ZERO, 0, 0, 100)));

        for (PlacementStrategy strategy : strategies) {
            LaunchPlan plan = new LaunchPlanner(catalog, List.of(Fixtures.B), Weights.unweighted(List.of(type)))
                    .plan(strategy, Market.of(catalog), Fleet.empty(), 3);

            assertThat(plan.launches()).isEmpty();
            assertThat(plan.shortfallReason()).contains(ShortfallReason.ABOVE_MAX_PRICE);
            plan.proof()
                    .ifPresent(proof -> assertThat(proof.documentedShortfall()).isEqualTo(3));
        }
    }

    /** Where balance is strict, only stock that the mix may use counts as left in another zone. */
    @Test
    void stockThatTheMixDoesNotUseIsNotLeft() {
        InstanceType type = InstanceType.of("a", 1, 1024);
        Catalog catalog = Catalog.of(List.of(
                Fixtures.spot(type, Fixtures.B, "0.5"),
                Fixtures.spot(type, Fixtures.C, "0.5"),
                Fixtures.onDemand(type, Fixtures.B, "1"),
                Fixtures.onDemand(type, Fixtures.C, "1")));
        Market noSpot = Fixtures.soldOut(
                        Market.builder(catalog),
                        catalog.offerings().get(0),
                        catalog.offerings().get(1))
                .build();
        Market noOnDemand = Fixtures.soldOut(
                        Market.builder(catalog),
                        catalog.offerings().get(2),
                        catalog.offerings().get(3))
                .build();
        LaunchPlanner planner =
                new LaunchPlanner(catalog, List.of(Fixtures.B, Fixtures.C), Weights.unweighted(List.of(type)));

        assertThat(planner.plan(strict(SpotMix.onDemandOnly()), noOnDemand, Fleet.empty(), 2)
                        .shortfallReason())
                .contains(ShortfallReason.OUT_OF_STOCK);
        assertThat(planner.plan(strict(SpotMix.spotOnly()), noSpot, Fleet.empty(), 2)
                        .shortfallReason())
                .contains(ShortfallReason.SPOT_NOT_COMPENSATED);
    }

    /** A pool above its limit that is sold out as well is missing for its stock, not for its price. */
    @Test
    void aDearPoolWithoutStockIsSoldOut() {
        InstanceType type = InstanceType.of("a", 1, 1024);
        Catalog catalog = Catalog.of(List.of(Fixtures.spot(type, Fixtures.B, "0.5")));
        SpotMix mix = SpotMix.builder()
                .compensateWithOnDemand(false)
                .maxPrice(type, Price.perHour("0.4"))
                .build();
        Market market = Fixtures.soldOut(
                        Market.builder(catalog), catalog.offerings().get(0))
                .build();

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Fixtures.B), Weights.unweighted(List.of(type)))
                .plan(PlacementStrategy.priority(mix), market, Fleet.empty(), 3);

        assertThat(plan.shortfallReason()).contains(ShortfallReason.OUT_OF_STOCK);
        assertThat(plan.skipped())
                .containsExactly(new SkippedPool(catalog.offerings().get(0), SkippedPool.Reason.SOLD_OUT));
    }

    private static PlacementStrategy strict(SpotMix mix) {
        return new PlacementStrategy.Balanced(mix, BalanceMode.BALANCED_ONLY);
    }

    /** What a zone cannot deliver counts at the weight of its first type, so no other zone makes up for it. */
    @Test
    void strictBalanceCountsWhatAZoneCannotDeliver() {
        InstanceType type = InstanceType.of("a", 1, 1024);
        Catalog catalog =
                Catalog.of(List.of(Fixtures.onDemand(type, Fixtures.B, "1"), Fixtures.onDemand(type, Fixtures.C, "1")));
        Market market = Fixtures.soldOut(
                        Market.builder(catalog), catalog.offerings().get(1))
                .build();

        LaunchPlan plan = new LaunchPlanner(
                        catalog,
                        List.of(Fixtures.B, Fixtures.C),
                        Weights.builder().type(type, 2).build())
                .plan(strict(SpotMix.onDemandOnly()), market, Fleet.empty(), 8);

        assertThat(plan.launchedInstances()).isEqualTo(2);
        assertThat(plan.shortfall()).isEqualTo(4);
        assertThat(plan.shortfallReason()).contains(ShortfallReason.ZONE_OUT_OF_STOCK);
    }

    /** The price of a type is the lowest among the zones that can deliver: a is sold out where it is cheap. */
    @Test
    void pricesOfSoldOutPoolsDoNotCount() {
        InstanceType a = InstanceType.of("a", 1, 1);
        InstanceType b = InstanceType.of("b", 1, 1);
        Catalog catalog = Catalog.of(List.of(
                Fixtures.spot(a, Fixtures.B, "0.1"),
                Fixtures.spot(a, Fixtures.C, "0.5"),
                Fixtures.spot(b, Fixtures.B, "0.3")));
        Market market = Fixtures.soldOut(
                        Market.builder(catalog), catalog.offerings().get(0))
                .build();

        LaunchPlan plan = new LaunchPlanner(catalog, List.of(Fixtures.B, Fixtures.C), Weights.unweighted(List.of(a, b)))
                .plan(PlacementStrategy.costOptimized(SpotMix.spotOnly()), market, Fleet.empty(), 2);

        assertThat(plan.launches())
                .containsExactly(new Launch(catalog.offerings().get(2), 2, 1));
    }

    /**
     * Of four types at rising prices the cheapest two that have stock share evenly what they have; the rest comes from
     * the next in order. Types that are sold out are named, those that were not needed are not.
     */
    @ParameterizedTest(name = "stock {0}: {1}")
    @CsvSource({
        "9 9 9 9, 3 3 0 0, ''",
        "1 2 2 9, 1 2 2 1, ''",
        "1 2 9 9, 1 2 3 0, ''",
        "0 9 9 9, 0 3 3 0, a",
        "0 0 9 9, 0 0 3 3, a b",
        "0 0 0 9, 0 0 0 6, a b c",
        "0 1 0 9, 0 1 0 5, a c"
    })
    void theCheapestTypesWithStockShareAndTheNextFollow(String stock, String counts, String soldOut) {
        List<InstanceType> types =
                Stream.of("a", "b", "c", "d").map(n -> InstanceType.of(n, 1, 1)).toList();
        Catalog catalog = Catalog.of(types.stream()
                .map(t -> Fixtures.spot(t, Fixtures.B, "0." + (1 + types.indexOf(t))))
                .toList());
        Market.Builder market = Market.builder(catalog);
        String[] has = stock.split(" ", -1);
        for (int i = 0; i < types.size(); i++) {
            market.stock(types.get(i), Fixtures.B, PurchaseOption.SPOT, Integer.parseInt(has[i]));
        }
        SpotMix mix =
                SpotMix.builder().spotPools(2).compensateWithOnDemand(false).build();
        LaunchPlanner planner = new LaunchPlanner(catalog, List.of(Fixtures.B), Weights.unweighted(types));

        for (PlacementStrategy strategy : List.of(
                PlacementStrategy.costOptimized(mix), PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, mix))) {
            LaunchPlan plan = planner.plan(strategy, market.build(), Fleet.empty(), 6);

            List<Integer> launched = new ArrayList<>(List.of(0, 0, 0, 0));
            plan.launches().forEach(l -> launched.set(types.indexOf(l.offering().type()), l.count()));
            assertThat(launched).as("%s", strategy).hasToString("[" + counts.replace(" ", ", ") + "]");
            assertThat(plan.skipped())
                    .as("%s", strategy)
                    .extracting(s -> s.offering().type().name())
                    .containsExactly(soldOut.isEmpty() ? new String[0] : soldOut.split(" ", -1));
            assertThat(plan.shortfall()).isZero();
        }
    }

    /** Guide map C-1-4: what no mix may be, all at once; 0 is a percentage and a base, but no number of pools. */
    @Test
    void partsHaveTheirRanges() {
        assertThat(SpotMix.builder().onDemandPercentAboveBase(0).spotPools(1).build())
                .isEqualTo(SpotMix.spotFirst());
        assertThat(SpotMix.builder().onDemandPercentAboveBase(100).build().onDemandTarget(7))
                .isEqualTo(7);
        assertThatThrownBy(() -> SpotMix.given(OptionalInt.of(-1), OptionalInt.of(101), OptionalInt.of(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        onDemandBase (-1) must be >= 0
                        onDemandPercentAboveBase (101) must be >= 0 and <= 100
                        spotPools (0) must be >= 1""");
    }

    /** Contract section 1: on-demand stands in for spot unless switched off, and is not replaced by spot later. */
    @Test
    void defaultsAreTheDocumentedOnes() {
        SpotMix mix = SpotMix.builder().build();

        assertThat(mix.compensateWithOnDemand()).isTrue();
        assertThat(mix.replaceExcessOnDemand()).isFalse();
    }

    /** Contract section 1: what a composed strategy takes for parts that are not given. */
    @ParameterizedTest(name = "base {0}, {1} %, pools {2}: of 7 units {3} on-demand, {4} pools")
    @CsvSource({" , , , 7, 2", "2, , , 7, 2", ", 50, , 4, 2", ", , 3, 7, 3", "1, 0, 1, 1, 1", "0, 0, 1, 0, 1"})
    void composedStrategiesHaveDefaults(Integer base, Integer percent, Integer pools, long onDemand, int spread) {
        SpotMix mix = SpotMix.composed(optional(base), optional(percent), optional(pools));

        assertThat(mix.onDemandTarget(7)).isEqualTo(onDemand);
        assertThat(mix.spotPools()).isEqualTo(spread);
        assertThat(mix.compensateWithOnDemand()).isTrue();
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** AWS mixed instances groups and Azure's spot priority mix: base, percentage above base, total. */
    @ParameterizedTest(name = "peers {0}: base {1}, {2} %, total {3}: {4} on-demand")
    @CsvSource({
        "A1, 10, 50, 10, 10",
        "A1, 10, 50, 20, 15",
        "A1, 10, 50, 30, 20",
        "A1, 10, 50, 40, 25",
        "A2, 0, 0, 10, 0",
        "A2, 0, 0, 20, 0",
        "A2, 0, 0, 30, 0",
        "A2, 0, 0, 40, 0",
        "A3, 0, 60, 10, 6",
        "A3, 0, 60, 20, 12",
        "A3, 0, 60, 30, 18",
        "A3, 0, 60, 40, 24",
        "A4, 0, 100, 10, 10",
        "A4, 0, 100, 20, 20",
        "A4, 0, 100, 30, 30",
        "A4, 0, 100, 40, 40",
        "A6, 0, 50, 3, 2",
        "A6, 0, 1, 1, 1",
        "Z3 Azure, 10, 50, 10, 10",
        "Z3 Azure, 10, 50, 30, 20"
    })
    void onDemandTarget(String source, int base, int percent, long total, long expected) {
        SpotMix mix = SpotMix.builder()
                .onDemandBase(base)
                .onDemandPercentAboveBase(percent)
                .build();

        assertThat(mix.onDemandTarget(total)).as(source).isEqualTo(expected);
    }
}
