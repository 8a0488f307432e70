package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.B;
import static io.ess4j.placement.Fixtures.C;
import static io.ess4j.placement.Fixtures.CATALOG_41;
import static io.ess4j.placement.Fixtures.SN1_LARGE;
import static io.ess4j.placement.Fixtures.SN1_XLARGE;
import static io.ess4j.placement.Fixtures.TYPES_41;
import static io.ess4j.placement.Fixtures.lines;
import static io.ess4j.placement.Fixtures.spot;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pairs of zone and type that come before the default order. */
class CustomPriorityTest {
    /** Contract section 4: vsw2+type2 > vsw1+type2 > vsw1+type1 > vsw2+type1. */
    @Test
    void customPrioritiesComeBeforeTheDefaultOrder() {
        Market.Builder market = Market.builder(CATALOG_41);
        for (Offering o : CATALOG_41.offerings()) {
            market.stock(o.type(), o.zone(), o.purchaseOption(), 1);
        }
        PlacementStrategy custom = new PlacementStrategy.Priority(
                SpotMix.onDemandOnly(), List.of(new CustomPriority(SN1_XLARGE, C), new CustomPriority(SN1_XLARGE, B)));

        LaunchPlan plan =
                new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41).plan(custom, market.build(), Fleet.empty(), 4);

        assertThat(lines(plan))
                .containsExactly(
                        "1 ecs.sn1.xlarge cn-qingdao-c ON_DEMAND",
                        "1 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND",
                        "1 ecs.sn1.large cn-qingdao-b ON_DEMAND",
                        "1 ecs.sn1.large cn-qingdao-c ON_DEMAND");
    }

    /** Pairs order spot pools too, and the first zone and type of a group are pairs like any other. */
    @Test
    void customPrioritiesOrderSpotPools() {
        Market.Builder market = Market.builder(CATALOG_41);
        for (Offering o : CATALOG_41.offerings()) {
            market.stock(o.type(), o.zone(), o.purchaseOption(), 1);
        }
        LaunchPlanner planner = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41);
        PlacementStrategy spot = new PlacementStrategy.Priority(
                SpotMix.spotOnly(), List.of(new CustomPriority(SN1_LARGE, C), new CustomPriority(SN1_XLARGE, B)));
        PlacementStrategy first = new PlacementStrategy.Priority(
                SpotMix.onDemandOnly(), List.of(new CustomPriority(SN1_LARGE, B), new CustomPriority(SN1_XLARGE, C)));

        assertThat(lines(planner.plan(spot, market.build(), Fleet.empty(), 3)))
                .containsExactly(
                        "1 ecs.sn1.large cn-qingdao-c SPOT",
                        "1 ecs.sn1.xlarge cn-qingdao-b SPOT",
                        "1 ecs.sn1.large cn-qingdao-b SPOT");
        assertThat(lines(planner.plan(first, market.build(), Fleet.empty(), 2)))
                .containsExactly("1 ecs.sn1.large cn-qingdao-b ON_DEMAND", "1 ecs.sn1.xlarge cn-qingdao-c ON_DEMAND");
    }

    /** Pairs of other groups and pairs that are not offered are passed over, and a pair counts once. */
    @Test
    void customPrioritiesOfWhatTheGroupCannotLaunchDoNotCount() {
        Catalog catalog = Catalog.of(List.of(
                Fixtures.onDemand(SN1_LARGE, B, "0.697"),
                Fixtures.onDemand(SN1_LARGE, C, "0.697"),
                Fixtures.onDemand(SN1_XLARGE, C, "1.393")));
        Market.Builder market = Market.builder(catalog);
        for (Offering o : catalog.offerings()) {
            market.stock(o.type(), o.zone(), o.purchaseOption(), 1);
        }
        PlacementStrategy custom = new PlacementStrategy.Priority(
                SpotMix.onDemandOnly(),
                List.of(
                        new CustomPriority(SN1_LARGE, Zone.of("elsewhere")),
                        new CustomPriority(Fixtures.C5_LARGE, C),
                        new CustomPriority(SN1_XLARGE, B),
                        new CustomPriority(SN1_XLARGE, C),
                        new CustomPriority(SN1_XLARGE, C)));

        LaunchPlan plan =
                new LaunchPlanner(catalog, List.of(B, C), TYPES_41).plan(custom, market.build(), Fleet.empty(), 3);

        assertThat(lines(plan))
                .containsExactly(
                        "1 ecs.sn1.xlarge cn-qingdao-c ON_DEMAND",
                        "1 ecs.sn1.large cn-qingdao-b ON_DEMAND",
                        "1 ecs.sn1.large cn-qingdao-c ON_DEMAND");
        assertThat(plan.shortfall()).isZero();
    }
}
