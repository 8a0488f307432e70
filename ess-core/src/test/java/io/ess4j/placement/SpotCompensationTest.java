package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.B;
import static io.ess4j.placement.Fixtures.C;
import static io.ess4j.placement.Fixtures.CATALOG_41;
import static io.ess4j.placement.Fixtures.TYPES_41;
import static io.ess4j.placement.Fixtures.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guide 1.2 and contract section 21. */
class SpotCompensationTest {
    private static final PlacementStrategy CHEAPEST = PlacementStrategy.costOptimized(SpotMix.spotFirst());
    private final LaunchPlanner planner = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41);
    private final List<Offering> offerings = CATALOG_41.offerings();

    @Test
    void replacesNoticedSpotInstancesByTheCheapestSpot() {
        Fleet fleet = Fleet.of(List.of(
                Fixtures.instance("i-2", offerings.get(0), 1),
                Fixtures.instance("i-1", offerings.get(0), 1),
                Fixtures.instance("i-3", offerings.get(4), 1),
                Fixtures.instance("i-4", offerings.get(0), 1).withState(LifecycleState.REMOVING)));

        SpotCompensation.CompensationPlan plan = SpotCompensation.plan(
                planner, CHEAPEST, Market.of(CATALOG_41), fleet, List.of("i-3", "i-2", "i-1", "i-4", "gone"));

        assertThat(plan.leaving()).containsExactly("i-1", "i-2");
        assertThat(lines(plan.replacements())).containsExactly("2 ecs.sn1.xlarge cn-qingdao-b SPOT");
    }

    @Test
    void fallsBackToOnDemandWhenSpotIsSoldOut() {
        Market market = Fixtures.soldOut(
                        Market.builder(CATALOG_41), offerings.subList(0, 4).toArray(Offering[]::new))
                .build();
        Fleet fleet = Fleet.of(List.of(Fixtures.instance("i-1", offerings.get(0), 1)));

        SpotCompensation.CompensationPlan plan =
                SpotCompensation.plan(planner, CHEAPEST, market, fleet, List.of("i-1"));

        assertThat(lines(plan.replacements())).containsExactly("1 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND");
    }

    @Test
    void doesNotFallBackWhereTheMixHasSpotOnly() {
        Market market = Fixtures.soldOut(
                        Market.builder(CATALOG_41), offerings.subList(0, 4).toArray(Offering[]::new))
                .build();
        Fleet fleet = Fleet.of(List.of(Fixtures.instance("i-1", offerings.get(0), 1)));

        SpotCompensation.CompensationPlan plan = SpotCompensation.plan(
                planner, PlacementStrategy.costOptimized(SpotMix.spotOnly()), market, fleet, List.of("i-1"));

        assertThat(plan.replacements().launches()).isEmpty();
        assertThat(plan.replacements().shortfall()).isEqualTo(1);
        assertThat(plan.leaving()).as("taken back all the same").containsExactly("i-1");
    }

    /** Of three on-demand and one spot half may be on-demand, so one is replaced; what is stopped does not count. */
    @Test
    void excessOnDemandIsReplacedBySpot() {
        SpotMix half = SpotMix.builder().onDemandPercentAboveBase(50).build();
        Offering spot = offerings.get(0);
        Offering onDemand = offerings.get(4);
        Fleet fleet = Fleet.of(List.of(
                Fixtures.instance("i-1", onDemand, 1).withState(LifecycleState.STOPPED),
                Fixtures.instance("i-2", onDemand, 1).withState(LifecycleState.STOPPED),
                Fixtures.instance("i-3", onDemand, 1).withState(LifecycleState.PROTECTED),
                Fixtures.instance("i-4", onDemand, 1),
                Fixtures.instance("i-5", onDemand, 1),
                Fixtures.instance("i-6", spot, 1)));

        SpotCompensation.CompensationPlan plan = SpotCompensation.replaceExcess(
                planner,
                PlacementStrategy.costOptimized(half),
                Market.of(CATALOG_41),
                fleet,
                List.of("i-6", "i-3", "i-1", "i-5", "i-4", "gone"));

        assertThat(plan.leaving()).containsExactly("i-5");
        assertThat(lines(plan.replacements())).containsExactly("1 ecs.sn1.xlarge cn-qingdao-b SPOT");
    }

    /** Zones are balanced without the instance that leaves: b has one and c none. */
    @Test
    void theInstanceThatLeavesNoLongerCountsInItsZone() {
        Fleet fleet = Fleet.of(
                List.of(Fixtures.instance("i-1", offerings.get(5), 1), Fixtures.instance("i-2", offerings.get(0), 1)));

        SpotCompensation.CompensationPlan plan = SpotCompensation.replaceExcess(
                planner, PlacementStrategy.balanced(SpotMix.spotFirst()), Market.of(CATALOG_41), fleet, List.of("i-1"));

        assertThat(plan.leaving()).containsExactly("i-1");
        assertThat(lines(plan.replacements())).containsExactly("1 ecs.sn1.large cn-qingdao-c SPOT");
    }

    @Test
    void excessOnDemandIsWhatSpotCouldReplace() {
        SpotMix mix = SpotMix.builder().onDemandPercentAboveBase(30).build();

        assertThat(SpotCompensation.excessOnDemand(mix, 7, 3)).isEqualTo(4);
        assertThat(SpotCompensation.excessOnDemand(mix, 3, 7)).isZero();
        assertThat(SpotCompensation.excessOnDemand(mix, 0, 0)).isZero();
    }
}
