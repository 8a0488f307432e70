package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.fleet;
import static io.ess4j.placement.Fixtures.lines;
import static io.ess4j.placement.Fixtures.onDemand;
import static io.ess4j.placement.Fixtures.spot;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mix of guide 1.2: nothing on-demand as a base, 30 percent of the rest, spot over the three cheapest types. */
class SpotMixGuideTest {
    /** Guide 1.2: base 0, 30 percent, 3 pools; rounded up. */
    @ParameterizedTest(name = "guide 1.2: {0} units are {1} on-demand and {2} spot")
    @CsvSource({"5, 2, 3", "10, 3, 7", "1, 1, 0", "2, 1, 1", "3, 1, 2", "4, 2, 2"})
    void thirtyPercentOnDemandRoundsUp(long units, long onDemand, long spot) {
        LaunchPlan plan = guide12(units, Fleet.empty());

        assertThat(units(plan, PurchaseOption.ON_DEMAND)).isEqualTo(onDemand);
        assertThat(units(plan, PurchaseOption.SPOT)).isEqualTo(spot);
    }

    /** Guide map G1.2-3: pools 3, spot 7 are 3, 2 and 2, the remainder to the cheapest. */
    @Test
    void spotIsSpreadOverTheThreeCheapestTypes() {
        assertThat(lines(guide12(10, Fleet.empty())))
                .containsExactly("3 t1.a z0 ON_DEMAND", "3 t1.a z0 SPOT", "2 t2.a z0 SPOT", "2 t3.a z0 SPOT");
    }

    /** Guide 1.2: spot that runs short is delivered on-demand, so that the asked count is met. */
    @ParameterizedTest(name = "guide 1.2: {0} spot in stock of each type, +10: {1} spot")
    @CsvSource({"0, 0", "1, 4", "2, 7"})
    void onDemandFillsWhatSpotLacks(int stock, long spot) {
        Catalog catalog = catalog12();
        Market.Builder market = Market.builder(catalog);
        catalog.offerings().stream()
                .filter(o -> o.purchaseOption() == PurchaseOption.SPOT)
                .forEach(o -> market.stock(o.type(), o.zone(), o.purchaseOption(), stock));

        LaunchPlan plan = guide12(10, Fleet.empty(), catalog, market.build());

        assertThat(units(plan, PurchaseOption.SPOT)).isEqualTo(spot);
        assertThat(units(plan, PurchaseOption.ON_DEMAND)).isEqualTo(10 - spot);
        assertThat(plan.shortfall()).isZero();
    }

    /** The mix is restored by what is launched: 5 spot instances stand, so that 2 of 5 + 1 must be on-demand. */
    @Test
    void launchesRestoreTheMix() {
        Offering spot = spot(InstanceType.of("t1.a", 2, 1024), Zone.of("z0"), "0.1");

        LaunchPlan plan = guide12(1, fleet(List.of(spot), 5));

        assertThat(units(plan, PurchaseOption.ON_DEMAND)).isEqualTo(1);
    }

    /**
     * Guide 1.2: the whole group counts. With base 4 and half of the rest, 4 on-demand and 2 spot units that are to
     * grow by 6 need 8 on-demand units, so 4 more; what leaves does not count, what is started does.
     */
    @ParameterizedTest(name = "with one more {0} on-demand instance of two units: {1} more")
    @CsvSource({"REMOVING, 4", "IN_SERVICE, 3", "PENDING, 3", "STOPPED, 3"})
    void theMixIsThatOfTheWholeGroup(LifecycleState state, int expected) {
        List<Offering> offerings = catalog12().offerings();
        List<Instance> rows = new ArrayList<>(List.of(
                Fixtures.instance("i-1", offerings.get(0), 2),
                Fixtures.instance("i-2", offerings.get(0), 2),
                Fixtures.instance("i-3", offerings.get(1), 2)));
        rows.add(Fixtures.instance("i-4", offerings.get(0), 2).withState(state));
        SpotMix mix =
                SpotMix.builder().onDemandBase(4).onDemandPercentAboveBase(50).build();
        List<InstanceType> types =
                offerings.stream().map(Offering::type).distinct().toList();
        long units = state == LifecycleState.STOPPED ? 8 : 6;

        LaunchPlan plan = new LaunchPlanner(catalog12(), List.of(Zone.of("z0")), Weights.unweighted(types))
                .plan(PlacementStrategy.costOptimized(mix), Market.of(catalog12()), Fleet.of(rows), units);

        assertThat(units(plan, PurchaseOption.ON_DEMAND)).isEqualTo(expected);
        assertThat(units(plan, PurchaseOption.SPOT)).isEqualTo(6 - expected);
    }

    private static LaunchPlan guide12(long units, Fleet fleet) {
        Catalog catalog = catalog12();
        return guide12(units, fleet, catalog, Market.of(catalog));
    }

    private static Catalog catalog12() {
        List<Offering> offerings = new ArrayList<>();
        for (int t = 4; t >= 1; t--) {
            InstanceType type = InstanceType.of("t" + t + ".a", 2, 1024);
            offerings.add(onDemand(type, Zone.of("z0"), "1." + t));
            offerings.add(spot(type, Zone.of("z0"), "0." + t));
        }
        return Catalog.of(offerings);
    }

    private static LaunchPlan guide12(long units, Fleet fleet, Catalog catalog, Market market) {
        List<InstanceType> types =
                catalog.offerings().stream().map(Offering::type).distinct().toList();
        SpotMix mix = SpotMix.builder()
                .onDemandBase(0)
                .onDemandPercentAboveBase(30)
                .spotPools(3)
                .compensateWithOnDemand(true)
                .build();
        return new LaunchPlanner(catalog, List.of(Zone.of("z0")), Weights.unweighted(types))
                .plan(PlacementStrategy.costOptimized(mix), market, fleet, units);
    }

    private static long units(LaunchPlan plan, PurchaseOption option) {
        return plan.launches().stream()
                .filter(l -> l.offering().purchaseOption() == option)
                .mapToLong(Launch::units)
                .sum();
    }
}
