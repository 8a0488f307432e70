package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.B;
import static io.ess4j.placement.Fixtures.C;
import static io.ess4j.placement.Fixtures.CATALOG_41;
import static io.ess4j.placement.Fixtures.SN1_LARGE;
import static io.ess4j.placement.Fixtures.SN1_XLARGE;
import static io.ess4j.placement.Fixtures.TYPES_41;
import static io.ess4j.placement.Fixtures.lines;
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
import org.junit.jupiter.api.Test;

/**
 * In which order plans and zones come when prices differ from those of the tables: guide 4.1 and contract section 4.
 */
class PlacementOrderGuideTest {
    private static Offering spotIn(int zone) {
        return spot(InstanceType.of("t.a", 2, 1024), Zone.of("z" + zone), "0.1");
    }

    /**
     * Guide 4.1, the picture: at most 0.697 an hour for either type, so the first plan is the cheapest all the same.
     */
    @Test
    void theLimitsOfThePictureLeaveTheOrderAsItIs() {
        SpotMix mix = SpotMix.builder()
                .maxPrice(SN1_LARGE, Price.perHour("0.697"))
                .maxPrice(SN1_XLARGE, Price.perHour("0.697"))
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(PlacementStrategy.costOptimized(mix), Market.of(CATALOG_41), Fleet.empty(), 1);

        assertThat(lines(plan)).containsExactly("1 ecs.sn1.xlarge cn-qingdao-b SPOT");
    }

    /** Ruling C8: spot plans come first, even where spot is dearer than on-demand just now. */
    @Test
    void spotComesFirstEvenIfItIsDearer() {
        Market dear = Market.builder(CATALOG_41)
                .price(SN1_XLARGE, B, PurchaseOption.SPOT, Price.perHour("9"))
                .price(SN1_XLARGE, C, PurchaseOption.SPOT, Price.perHour("9"))
                .price(SN1_LARGE, B, PurchaseOption.SPOT, Price.perHour("9"))
                .price(SN1_LARGE, C, PurchaseOption.SPOT, Price.perHour("9"))
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41)
                .plan(PlacementStrategy.costOptimized(SpotMix.spotFirst()), dear, Fleet.empty(), 1);

        assertThat(lines(plan)).containsExactly("1 ecs.sn1.xlarge cn-qingdao-b SPOT");
    }

    /** Contract section 4: with one type and no spot there is one plan, tried in the order of the switches. */
    @Test
    void onePlanFollowsTheOrderOfTheZonesWhateverTheyCost() {
        Market cheaperInC = Market.builder(CATALOG_41)
                .price(SN1_LARGE, C, PurchaseOption.ON_DEMAND, Price.perHour("0.01"))
                .stock(SN1_LARGE, B, PurchaseOption.ON_DEMAND, 2)
                .build();

        LaunchPlan plan = new LaunchPlanner(CATALOG_41, List.of(B, C), Weights.unweighted(List.of(SN1_LARGE)))
                .plan(PlacementStrategy.costOptimized(SpotMix.onDemandOnly()), cheaperInC, Fleet.empty(), 3);

        assertThat(lines(plan))
                .containsExactly("2 ecs.sn1.large cn-qingdao-b ON_DEMAND", "1 ecs.sn1.large cn-qingdao-c ON_DEMAND");
    }

    /** Contract section 4: instances on their way out do not count towards their zone. */
    @Test
    void leavingInstancesDoNotCountForTheirZone() {
        Fleet fleet = Fleet.of(List.of(
                Fixtures.instance("a", spotIn(0), 1).withState(LifecycleState.REMOVING),
                Fixtures.instance("b", spotIn(0), 1).withState(LifecycleState.REMOVING_WAIT),
                Fixtures.instance("c", spotIn(1), 1)));

        Catalog catalog = Catalog.of(List.of(spotIn(0), spotIn(1)));
        LaunchPlan plan = new LaunchPlanner(
                        catalog, zones(2), Weights.unweighted(List.of(spotIn(0).type())))
                .plan(PlacementStrategy.balanced(SpotMix.spotOnly()), Market.of(catalog), fleet, 2);

        assertThat(lines(plan)).containsExactly("2 t.a z0 SPOT");
    }
}
