package io.ess4j;

import static io.ess4j.model.InstanceFamilyLevel.ENTERPRISE;
import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.Weights;
import io.ess4j.elasticity.ElasticityStrength;
import io.ess4j.elasticity.PoolTable;
import io.ess4j.elasticity.StrengthAssessor;
import io.ess4j.launch.SpotSettings;
import io.ess4j.match.InstanceTypeMatcher;
import io.ess4j.match.InstanceTypePattern;
import io.ess4j.match.MatchRequest;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import io.ess4j.placement.LaunchPlan;
import io.ess4j.placement.LaunchPlanner;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows when one engine's answer is handed to the next. */
class MatchedPlacementTest {
    private static final Zone H = Zone.of("h");
    private static final Zone I = Zone.of("i");
    private static final InstanceType G5 = InstanceType.of("ecs.g5.large", 2, 8192);
    private static final InstanceType G5NE = InstanceType.of("ecs.g5ne.large", 2, 8192);
    private static final InstanceType SN2 = InstanceType.of("ecs.sn2.medium", 2, 8192);
    private static final Catalog CATALOG = Catalog.builder()
            .offering(SN2, H, ON_DEMAND, Price.perHour("0.70"))
            .offering(G5NE, H, ON_DEMAND, Price.perHour("0.66"))
            .offering(G5, H, ON_DEMAND, Price.perHour("0.60"))
            .build();

    private static LaunchPlan launch(Market market) {
        List<InstanceType> types = InstanceTypeMatcher.match(MatchRequest.builder(market)
                        .pattern(InstanceTypePattern.of(2, 8192)
                                .level(ENTERPRISE)
                                .build())
                        .build())
                .types();
        return new LaunchPlanner(market.catalog(), List.of(H), Weights.unweighted(types))
                .plan(PlacementStrategy.costOptimized(SpotMix.onDemandOnly()), market, Fleet.empty(), 1);
    }

    @Test
    void withoutStockTheNextCheapestFittingTypeIsBought() {
        Market soldOut = Market.builder(CATALOG).stock(G5, H, ON_DEMAND, 0).build();
        Market nearlySoldOut = Market.builder(CATALOG)
                .stock(G5, H, ON_DEMAND, 0)
                .stock(G5NE, H, ON_DEMAND, 0)
                .build();

        assertThat(launch(Market.of(CATALOG)).launches())
                .extracting(l -> l.offering().type())
                .containsExactly(G5);
        assertThat(launch(soldOut).launches())
                .extracting(l -> l.offering().type())
                .containsExactly(G5NE);
        assertThat(launch(nearlySoldOut).launches())
                .extracting(l -> l.offering().type())
                .containsExactly(SN2);
    }

    /**
     * Guide 2.2: the named ecs.g5.large comes first, though dearest; without stock the cheapest fitting type with
     * stock.
     */
    @ParameterizedTest(name = "g5 in stock: {0}, g5ne: {1}: {2}")
    @CsvSource({"1, 1, ecs.g5.large", "0, 1, ecs.g5ne.large", "0, 0, ecs.sn2.medium"})
    void aNamedTypeComesFirstAndThenTheCheapest(int g5, int g5ne, String expected) {
        Market market = Market.builder(CATALOG)
                .price(G5, H, ON_DEMAND, Price.perHour("0.99"))
                .stock(G5, H, ON_DEMAND, g5)
                .stock(G5NE, H, ON_DEMAND, g5ne)
                .build();
        List<InstanceType> types = InstanceTypeMatcher.match(MatchRequest.builder(market)
                        .named(G5)
                        .pattern(InstanceTypePattern.of(2, 8192)
                                .level(ENTERPRISE)
                                .build())
                        .build())
                .types();

        LaunchPlan plan = new LaunchPlanner(CATALOG, List.of(H), Weights.unweighted(types))
                .plan(PlacementStrategy.priority(SpotMix.onDemandOnly()), market, Fleet.empty(), 1);

        assertThat(plan.launches()).extracting(l -> l.offering().type().name()).containsExactly(expected);
    }

    @Test
    void aStrongGroupMayStillFallShort() {
        Catalog catalog = Catalog.builder()
                .offering(G5, H, ON_DEMAND, Price.perHour("0.6"))
                .offering(G5, I, ON_DEMAND, Price.perHour("0.6"))
                .offering(SN2, H, ON_DEMAND, Price.perHour("0.7"))
                .offering(SN2, I, ON_DEMAND, Price.perHour("0.7"))
                .build();
        Market scarce = Market.builder(catalog)
                .stock(G5, H, ON_DEMAND, 1)
                .stock(G5, I, ON_DEMAND, 1)
                .stock(SN2, H, ON_DEMAND, 1)
                .stock(SN2, I, ON_DEMAND, 1)
                .build();
        List<InstanceType> types = List.of(G5, SN2);
        List<Zone> zones = List.of(H, I);
        PoolTable pools = PoolTable.of(types, zones).with(scarce, ON_DEMAND);

        LaunchPlan plan = new LaunchPlanner(catalog, zones, Weights.unweighted(types))
                .plan(PlacementStrategy.costOptimized(SpotMix.onDemandOnly()), scarce, Fleet.empty(), 10);

        assertThat(StrengthAssessor.assess(pools, pools.select(types, zones)).level())
                .isEqualTo(ElasticityStrength.STRONG);
        assertThat(plan.launchedInstances()).isEqualTo(4);
        assertThat(plan.shortfall()).isEqualTo(6);
    }

    @Test
    void aSpotInstanceIsReleasedWhenItsPriceRisesAboveTheLimit() {
        Catalog catalog = Catalog.builder()
                .offering(G5, H, SPOT, Price.perHour("0.1"))
                .offering(SN2, H, SPOT, Price.perHour("0.1"))
                .build();
        Fleet fleet = Fleet.of(List.of(spot("i-1", G5), spot("i-2", SN2)));
        SpotSettings limited = SpotSettings.upTo(new SpotSettings.Limit(G5.name(), Price.perHour("0.2")));
        Market atTheLimit =
                Market.builder(catalog).price(G5, H, SPOT, Price.perHour("0.2")).build();
        Market above = Market.builder(catalog)
                .price(G5, H, SPOT, Price.perHour("0.200000001"))
                .price(SN2, H, SPOT, Price.perHour("9"))
                .build();

        assertThat(limited.outbid(fleet, atTheLimit)).isEmpty();
        assertThat(limited.outbid(fleet, above)).containsExactly("i-1");
        assertThat(SpotSettings.marketPrice().outbid(fleet, above)).isEmpty();
    }

    private static Instance spot(String id, InstanceType type) {
        return Instance.builder(id)
                .type(type)
                .zone(H)
                .purchaseOption(SPOT)
                .price(Price.perHour("0.1"))
                .joinedAt(Instant.EPOCH)
                .build();
    }
}
