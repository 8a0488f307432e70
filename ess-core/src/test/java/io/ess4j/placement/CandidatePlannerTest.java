package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.onDemand;
import static io.ess4j.placement.Fixtures.spot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in for types and zones without stock: InstanceTypeCandidateOptions (guide map C-4-15, C-4-16). */
class CandidatePlannerTest {
    private static final Zone G = Zone.of("cn-hangzhou-g");
    private static final Zone H = Zone.of("cn-hangzhou-h");
    private static final Zone K = Zone.of("cn-hangzhou-k");
    private static final Zone L = Zone.of("cn-hangzhou-l");
    private static final InstanceType C6 = InstanceType.of("ecs.c6.large", 2, 4096);
    private static final InstanceType C7 = InstanceType.of("ecs.c7.large", 2, 4096);
    private static final InstanceType C8 = InstanceType.of("ecs.c8.large", 2, 4096);
    private static final PlacementStrategy PRIORITY = PlacementStrategy.priority(SpotMix.onDemandOnly());
    private static final List<Offering> OFFERINGS = List.of(
            onDemand(C7, H, "0.30"),
            onDemand(C7, G, "0.30"),
            onDemand(C7, K, "0.32"),
            onDemand(C7, L, "0.31"),
            onDemand(C6, H, "0.28"),
            onDemand(C6, G, "0.28"),
            onDemand(C8, H, "0.35"),
            onDemand(C8, K, "0.35"),
            onDemand(InstanceType.of("ecs.c7.xlarge", 4, 8192), H, "0.60"),
            onDemand(InstanceType.of("ecs.c7a.large", 2, 4096), H, "0.10"),
            onDemand(InstanceType.of("ecs.g6.large", 2, 8192), H, "0.10"),
            spot(C7, H, "0.05"));
    private static final Catalog CATALOG = Catalog.of(OFFERINGS);
    private static final List<String> BLOCKS = List.of("192.168.7.0/24", "192.168.8.0/24");

    /** Stock of the first eight offerings in their order; the others have more than enough. */
    private static Market market(int... stock) {
        Market.Builder market = Market.builder(CATALOG);
        for (int i = 0; i < stock.length; i++) {
            Offering o = OFFERINGS.get(i);
            market.stock(o.type(), o.zone(), o.purchaseOption(), stock[i]);
        }
        return market.build();
    }

    private static CandidatePlan plan(CandidateOptions options, PlacementStrategy strategy, long units, int... stock) {
        return new CandidatePlanner(CATALOG, List.of(H, G), Weights.unweighted(List.of(C7)), options)
                .plan(strategy, market(stock), Fleet.empty(), units);
    }

    private static String lines(CandidatePlan plan) {
        List<String> lines = new ArrayList<>();
        for (Launch l : plan.launches()) {
            String zone = l.offering().zone().id();
            lines.add(l.count() + " " + l.offering().type().name().substring(4, 6) + zone.substring(zone.length() - 1));
        }
        return String.join(", ", lines);
    }

    private static CandidateOptions options(String text) {
        return switch (text) {
            case "off" -> CandidateOptions.OFF;
            case "generations" -> CandidateOptions.ofOtherGenerations();
            case "cheap generations" -> CandidateOptions.ofOtherGenerations().atMost(Price.perHour("0.28"));
            case "zones" -> CandidateOptions.OFF.withOtherZones(BLOCKS);
            case "one zone" -> CandidateOptions.OFF.withOtherZones(BLOCKS.subList(0, 1));
            default -> CandidateOptions.ofOtherGenerations().withOtherZones(BLOCKS);
        };
    }

    /** The group has c7.large in h and g; c7 is in k and l too, c6 in h and g, c8 in h and k. */
    @ParameterizedTest(name = "{0}: {1}, +{2}, stock {3}: {4}, {5} missing")
    @CsvSource({
        "the mode is off,            off,               5, 1 1 9 9 9 9 9 9, '1 c7h, 1 c7g', 3",
        "there is stock,             both,              5, 9 9 9 9 9 9 9 9, '5 c7h', 0",
        "the example of the API,     generations,       5, 0 0 9 9 2 0 9 9, '5 c8h', 0",
        "the newer one first,        generations,       5, 1 1 9 9 9 9 1 9, '1 c7h, 1 c7g, 1 c8h, 2 c6h', 0",
        "not all can stand in,       generations,       9, 0 0 9 9 1 1 1 9, '1 c8h, 1 c6h, 1 c6g', 6",
        "the highest price is in,    cheap generations, 5, 0 0 9 9 9 9 9 9, '5 c6h', 0",
        "zone k of the API,          one zone,          5, 1 1 9 0 9 9 9 9, '1 c7h, 1 c7g, 3 c7k', 0",
        "the zone with most,         one zone,          5, 0 0 2 4 9 9 9 9, '4 c7l', 1",
        "a zone for each block,      zones,             5, 0 0 2 4 9 9 9 9, '4 c7l, 1 c7k', 0",
        "as many: the first one,     one zone,          5, 0 0 9 9 9 9 9 9, '5 c7k', 0",
        "generations before zones,   both,              5, 0 0 9 9 1 0 1 9, '1 c8h, 1 c6h, 3 c7k', 0",
        "nothing anywhere,           both,              5, 0 0 0 0 0 0 0 9, '', 5",
        "nothing is missing,         both,              0, 0 0 0 0 0 0 0 9, '', 0"
    })
    void whatLacksStockIsSupplemented(
            String source, String options, long units, String stock, String launches, long missing) {
        int[] counts = java.util.Arrays.stream(stock.split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();

        CandidatePlan plan = plan(options(options), PRIORITY, units, counts);

        assertThat(lines(plan)).as(source).isEqualTo(launches);
        assertThat(plan.shortfall()).isEqualTo(missing);
    }

    /** The service makes a switch in each zone that it adds; each takes the next block. */
    @Test
    void addedZonesTakeTheBlocksInOrder() {
        CandidatePlan plan = plan(options("zones"), PRIORITY, 5, 0, 0, 2, 4);

        assertThat(plan.supplements())
                .extracting(CandidatePlan.Supplement::zone)
                .containsExactly(Optional.of(L), Optional.of(K));
        assertThat(plan.supplements())
                .extracting(CandidatePlan.Supplement::cidrBlock)
                .containsExactly(Optional.of(BLOCKS.get(0)), Optional.of(BLOCKS.get(1)));
    }

    /** A candidate weighs what the type weighs that it stands in for; the strategy of the group chooses. */
    @Test
    void candidatesWeighAsTheTypeThatTheyStandInFor() {
        CandidatePlan plan = new CandidatePlanner(
                        CATALOG,
                        List.of(H, G),
                        Weights.builder().type(C7, 4).build(),
                        CandidateOptions.ofOtherGenerations())
                .plan(
                        PlacementStrategy.costOptimized(SpotMix.onDemandOnly()),
                        market(1, 0, 0, 0, 9, 9, 9, 9),
                        Fleet.empty(),
                        10);

        assertThat(lines(plan)).isEqualTo("1 c7h, 2 c6h");
        assertThat(plan.launches()).extracting(Launch::weight).containsExactly(4, 4);
    }

    /** Balanced groups go on from what they have launched: two in h and none in g make g first. */
    @Test
    void theSupplementSeesWhatWasLaunchedBefore() {
        Fleet stopped = Fleet.of(Instance.builder("candidate-1")
                .offering(OFFERINGS.get(0))
                .joinedAt(Instant.EPOCH)
                .state(LifecycleState.STOPPED)
                .build());
        CandidatePlan plan = new CandidatePlanner(
                        CATALOG,
                        List.of(H, G),
                        Weights.unweighted(List.of(C7)),
                        CandidateOptions.ofOtherGenerations().atMost(Price.perHour("0.28")))
                .plan(PlacementStrategy.balanced(SpotMix.onDemandOnly()), market(1, 0, 0, 0, 9, 9, 9, 9), stopped, 6);

        assertThat(plan.own().started()).containsExactly("candidate-1");
        assertThat(lines(plan)).isEqualTo("1 c7h, 1 c6h, 3 c6g");
        assertThat(plan.supplements().get(0).launch().started()).isEmpty();
    }

    /** Spot that may not be compensated lacks stock as well; a cap is no lack of stock. */
    @Test
    void onlyALackOfStockIsSupplemented() {
        PlacementStrategy spot = PlacementStrategy.priority(SpotMix.spotOnly());
        Market noSpot = Market.builder(CATALOG)
                .stock(C7, H, OFFERINGS.get(11).purchaseOption(), 1)
                .build();
        CandidatePlanner planner = new CandidatePlanner(
                CATALOG,
                List.of(H),
                Weights.unweighted(List.of(C7)),
                CandidateOptions.ofOtherGenerations().withOtherZones(BLOCKS));

        assertThat(planner.plan(spot, noSpot, Fleet.empty(), 3).shortfall())
                .as("no other type or zone is sold as spot")
                .isEqualTo(2);
        PlacementStrategy poor = new PlacementStrategy.PoolAllocated(
                PoolAllocation.LOWEST_PRICE,
                AllocationOrder.LOWEST_PRICE,
                SpotMix.onDemandOnly(),
                false,
                Optional.of(Price.perHour("0.60")));
        CandidatePlan capped = planner.plan(poor, Market.of(CATALOG), Fleet.empty(), 3);
        assertThat(capped.own().shortfallReason()).contains(ShortfallReason.OVER_BUDGET);
        assertThat(capped.supplements()).isEmpty();
    }

    /**
     * What all launches together may cost is not given once more to what stands in; if zones bring as much, the first.
     */
    @ParameterizedTest(name = "{0} an hour: {1}, {2} missing")
    @CsvSource({
        "9.00, '1 c7h, 1 c7g, 1 c6h, 2 c7l, 1 c7k', 2",
        "1.82, '1 c7h, 1 c7g, 1 c6h, 2 c7l, 1 c7k', 2",
        "1.81, '1 c7h, 1 c7g, 1 c6h, 2 c7l', 3",
        "1.49, '1 c7h, 1 c7g, 1 c6h, 1 c7k', 4",
        "0.88, '1 c7h, 1 c7g, 1 c6h', 5",
        "0.60, '1 c7h, 1 c7g', 6"
    })
    void allTogetherStaysWithinTheBudget(String budget, String launches, long missing) {
        PlacementStrategy strategy = new PlacementStrategy.PoolAllocated(
                PoolAllocation.LOWEST_PRICE,
                AllocationOrder.LOWEST_PRICE,
                SpotMix.onDemandOnly(),
                false,
                Optional.of(Price.perHour(budget)));

        CandidatePlan plan = plan(options("both"), strategy, 8, 1, 1, 1, 2, 1, 0, 0, 0);

        assertThat(lines(plan)).isEqualTo(launches);
        assertThat(plan.shortfall()).isEqualTo(missing);
    }

    /** c8 is preferred to c6 and too dear in h; in k it is not asked for. */
    @Test
    void whatIsTooDearIsNotCalledSoldOut() {
        CandidatePlan plan = plan(options("cheap generations"), PRIORITY, 3, 0, 0, 9, 9, 1, 9, 9, 9);
        CandidatePlan soldOut = plan(options("cheap generations"), PRIORITY, 3, 0, 0, 9, 9, 1, 9, 0, 9);

        assertThat(lines(plan)).isEqualTo("1 c6h, 2 c6g");
        assertThat(plan.supplements().get(0).launch().skipped())
                .contains(new SkippedPool(OFFERINGS.get(6), SkippedPool.Reason.ABOVE_MAX_PRICE))
                .doesNotContain(new SkippedPool(OFFERINGS.get(4), SkippedPool.Reason.ABOVE_MAX_PRICE));
        assertThat(soldOut.supplements().get(0).launch().skipped())
                .contains(new SkippedPool(OFFERINGS.get(6), SkippedPool.Reason.SOLD_OUT));
    }

    /** Of c6, c9 and c10 for c7 the nearest comes first; a type that the group has itself does not stand in. */
    @Test
    void theNearestGenerationComesFirst() {
        InstanceType c9 = InstanceType.of("ecs.c9.large", 2, 4096);
        InstanceType c10 = InstanceType.of("ecs.c10.large", 2, 4096);
        Catalog catalog = Catalog.of(List.of(
                onDemand(c10, H, "1"),
                onDemand(C8, H, "1"),
                onDemand(c9, H, "1"),
                onDemand(C6, H, "1"),
                onDemand(C7, H, "1")));

        assertThat(Generations.of(Weights.unweighted(List.of(C7)), catalog))
                .extracting(Weights.WeightedType::type)
                .containsExactly(C8, C6, c9, c10);
        assertThat(Generations.of(Weights.unweighted(List.of(C7, C8)), catalog))
                .extracting(Weights.WeightedType::type)
                .containsExactly(C6, c9, c10);
    }

    @Test
    void theWidestBlocksAreTaken() {
        List<String> blocks = List.of("0.0.0.0/0", "255.255.255.255/32");

        assertThat(CandidateOptions.OFF.withOtherZones(blocks).cidrBlocks()).isEqualTo(blocks);
    }

    /** Of the same family, the same size and another generation, whatever the provider calls them. */
    @ParameterizedTest(name = "{0} stands in for {1}: {2}")
    @CsvSource({
        "ecs.c6.large,   ecs.c7.large,   true",
        "ecs.c8.large,   ecs.c7.large,   true",
        "m5.large,       m6.large,       true",
        "ecs.g7ne.large, ecs.g5ne.large, true",
        "ecs.t6-c1m2.large, ecs.t5-c1m2.large, true",
        "ecs.c7.large,   ecs.c7.large,   false",
        "ecs.c7a.large,  ecs.c7.large,   false",
        "ecs.c6a.large,  ecs.c7.large,   false",
        "ecs.g6.large,   ecs.c7.large,   false",
        "ecs.c6.xlarge,  ecs.c7.large,   false",
        "ecs.c.large,    ecs.c7.large,   false",
        "ecs.c99999999999999999999.large, ecs.c7.large, false",
        "large,          ecs.c7.large,   false"
    })
    void generationsDifferByTheirNumberAlone(String candidate, String type, boolean standsIn) {
        Catalog catalog = Catalog.of(List.of(
                onDemand(InstanceType.of(candidate, 2, 4096), G, "0.1"),
                onDemand(InstanceType.of(type, 2, 4096), H, "0.1")));
        Weights own = Weights.unweighted(List.of(InstanceType.of(type, 2, 4096)));

        assertThat(!Generations.of(own, catalog).isEmpty()).isEqualTo(standsIn);
    }

    /** Half of 8 units at most may be lost with the only pool: 4 are held back by that, not by stock. */
    @Test
    void whatACapHoldsBackIsNotSupplemented() {
        Catalog spots = Catalog.of(List.of(spot(C7, H, "0.05"), spot(C8, H, "0.06")));
        PlacementStrategy capped =
                new PlacementStrategy.RiskAware(SpotMix.spotOnly(), new SpotPortfolio(Money.ZERO, 0, 0, 50));

        CandidatePlan plan = new CandidatePlanner(
                        spots, List.of(H), Weights.unweighted(List.of(C7)), CandidateOptions.ofOtherGenerations())
                .plan(capped, Market.of(spots), Fleet.empty(), 8);

        assertThat(plan.own().shortfallReason()).contains(ShortfallReason.CAPPED);
        assertThat(plan.supplements()).isEmpty();
        assertThat(plan.shortfall()).isEqualTo(4);
    }

    /** What must survive the loss of any zone cannot come from one zone alone. */
    @Test
    void anAddedZoneAloneSurvivesNoLoss() {
        PlacementStrategy lasting =
                PlacementStrategy.exact(SpotMix.onDemandOnly()).withSurvival(Survival.ANY_ZONE);

        CandidatePlan plan = plan(CandidateOptions.OFF.withOtherZones(BLOCKS), lasting, 4, 1, 1, 9, 9);

        assertThat(lines(plan)).isEqualTo("1 c7h, 1 c7g");
        assertThat(plan.shortfall()).isEqualTo(3);
    }

    /** Similar size: processors, memory, instruction set and graphics processors are the same. */
    @Test
    void candidatesHaveTheSameSize() {
        Weights own = Weights.unweighted(List.of(C7));
        for (InstanceType other : List.of(
                InstanceType.of("ecs.c6.large", 4, 4096),
                InstanceType.of("ecs.c6.large", 2, 4097),
                C6.withGpus(1),
                C6.withArchitecture(io.ess4j.model.CpuArchitecture.ARM))) {
            assertThat(Generations.of(own, Catalog.of(List.of(onDemand(other, H, "1")))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "192.168.1.0",
                "192.168.1/24",
                "192.168.1.256/24",
                "192.168.1.0/33",
                "a.b.c.d/8",
                "''",
                "1.2.3.4.5/8",
                "192.168.1.0/",
                "-1.2.3.4/8",
                "1.2.3.4/0008"
            })
    void refusesWhatIsNoAddressBlock(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CandidateOptions.OFF.withOtherZones(List.of(text)))
                .withMessage("cidrBlock (" + text + ") must be an address block such as 192.168.1.0/24");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CandidateOptions.OFF.withOtherZones(List.of("10.0.0.0/8", "10.0.0.0/8")))
                .withMessage("cidrBlocks [10.0.0.0/8, 10.0.0.0/8] must be named only once");
    }
}
