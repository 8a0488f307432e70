package io.ess4j;

import static io.ess4j.BoughtBothWays.BOTH;
import static io.ess4j.BoughtBothWays.MARKET;
import static io.ess4j.BoughtBothWays.group;
import static io.ess4j.BoughtBothWays.instance;
import static io.ess4j.BoughtBothWays.many;
import static io.ess4j.BoughtBothWays.plan;
import static io.ess4j.Groups.H;
import static io.ess4j.Groups.I;
import static io.ess4j.Groups.LARGE;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.XLARGE;
import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.Decision.Rejected;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is bought stays as the group says: excess on-demand capacity replaced, and the mix kept by scaling in. */
class MixKeptTest {
    /** Guide map C-4-7: of 4 on-demand and 1 spot at 20 percent 3 are too many; 2 spot are left, so 2 are replaced. */
    @Test
    void excessOnDemandIsReplacedAsFarAsSpotCanBeHad() {
        SpotMix.Builder mix = SpotMix.builder().onDemandPercentAboveBase(20);
        ScalingGroup on = group(mix.replaceExcessOnDemand(true).build()).build();
        ScalingGroup off = group(mix.replaceExcessOnDemand(false).build()).build();
        List<Instance> rows = new ArrayList<>(many("d-", 4, H, ON_DEMAND));
        rows.addAll(many("s-", 1, I, SPOT));
        Market two = Market.builder(BOTH)
                .stock(LARGE, H, SPOT, 2)
                .stock(LARGE, I, SPOT, 0)
                .build();

        ScalingPlan all = plan(on, GroupState.of(on, Fleet.of(rows)), MARKET, Trigger.restoreMix());
        ScalingPlan some = plan(on, GroupState.of(on, Fleet.of(rows)), two, Trigger.restoreMix());

        assertThat(all.removals()).extracting(Instance::id).containsExactly("d-1", "d-2", "d-3");
        assertThat(some.removals()).extracting(Instance::id).containsExactly("d-1", "d-2");
        assertThat(some.launches())
                .extracting(l -> l.count() + " x " + l.offering())
                .containsExactly("2 x " + BOTH.find(LARGE, H, SPOT).orElseThrow());
        assertThat(plan(off, GroupState.of(off, Fleet.of(rows)), MARKET, Trigger.restoreMix())
                        .decision())
                .isEqualTo(new Rejected(Rejection.MIX_STAYS));
        assertThat(plan(on, GroupState.of(on, Fleet.of(many("s-", 2, I, SPOT))), MARKET, Trigger.restoreMix())
                        .decision())
                .isEqualTo(new Rejected(Rejection.MIX_STAYS));
    }

    /** A group of 30 percent on-demand that shrinks from 10 to 5 keeps 2, though on-demand is the dearest. */
    @Test
    void scalingInKeepsTheMix() {
        SpotMix mix = SpotMix.builder().onDemandPercentAboveBase(30).build();
        List<Instance> rows = new ArrayList<>(many("d-", 3, H, ON_DEMAND));
        rows.addAll(many("s-", 7, I, SPOT));
        for (PlacementStrategy placement : List.of(
                PlacementStrategy.costOptimized(mix),
                PlacementStrategy.exact(mix),
                new PlacementStrategy.Priority(mix, List.of()),
                new PlacementStrategy.Balanced(mix, BalanceMode.BEST_EFFORT))) {
            ScalingGroup group = group(mix).placement(placement).build();

            ScalingPlan plan =
                    plan(group, GroupState.of(group, Fleet.of(rows)).withDesired(10), MARKET, Trigger.setDesired(5));

            assertThat(plan.removals())
                    .as(placement.toString())
                    .filteredOn(i -> i.purchaseOption() == ON_DEMAND)
                    .hasSize(1);
            assertThat(plan.removals()).hasSize(5);
        }
    }

    /** Guide map C-3-1 with an exact group: of 2, 4, 4 and 8 units only 10 are needed, so 8 and 2 stay. */
    @Test
    void exactGroupsKeepTheCheapestRest() {
        ScalingGroup group = Groups.weighted(0, 99)
                .placement(PlacementStrategy.exact(SpotMix.onDemandOnly()))
                .build();
        List<Instance> rows =
                List.of(weighted("a", 0, 2), weighted("b", 1, 4), weighted("c", 1, 4), weighted("d", 2, 8));

        ScalingPlan plan =
                Groups.plan(group, GroupState.of(group, Fleet.of(rows)).withDesired(18), Trigger.setDesired(10));

        assertThat(plan.removals()).extracting(Instance::id).containsExactlyInAnyOrder("b", "c");
        assertThat(plan.removesOnceReplaced()).isFalse();
        assertThat(plan.after().fleet().capacity()).isEqualTo(10);
    }

    private static Instance weighted(String id, int offering, int weight) {
        return Instance.builder(id)
                .offering(Groups.CATALOG.offerings().get(offering))
                .weight(weight)
                .joinedAt(NOW.minusSeconds(60))
                .build();
    }

    /**
     * Scaling in never takes from a purchase option that the mix needs while the other has more than it needs by the
     * weight of an instance that may leave; so a group that kept its mix keeps it, up to one instance.
     */
    @Property(tries = 300)
    void scalingInBreaksNoMix(
            @ForAll @Size(20) List<@IntRange(max = 3) Integer> kinds,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll @IntRange(max = 6) int base,
            @ForAll @IntRange(max = 30) int desired) {
        SpotMix mix = SpotMix.builder()
                .onDemandBase(base)
                .onDemandPercentAboveBase(percent)
                .build();
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            boolean spot = kinds.get(i) % 2 == 1;
            boolean large = kinds.get(i) > 1;
            rows.add(instance("i-" + i, large ? LARGE : XLARGE, spot ? I : H, spot ? SPOT : ON_DEMAND, large ? 2 : 4));
        }
        ScalingGroup group = ScalingGroup.builder("web")
                .capacity(0, 99)
                .zones(H, I)
                .type(LARGE, 2)
                .type(XLARGE, 4)
                .placement(PlacementStrategy.costOptimized(mix))
                .build();

        Fleet before = Fleet.of(rows);
        ScalingPlan plan =
                plan(group, GroupState.of(group, before).withDesired(40), MARKET, Trigger.setDesired(desired));
        Fleet after = plan.after().fleet();

        long onDemand = mix.onDemandTarget(desired);
        boolean onDemandBroken = units(after, ON_DEMAND) < Math.min(onDemand, units(before, ON_DEMAND));
        boolean spotBroken = units(after, SPOT) < Math.min(desired - onDemand, units(before, SPOT));
        assertThat(onDemandBroken && spotBroken).isFalse();
        // Who leaves last breaks the mix only if nobody else fitted.
        if (onDemandBroken) {
            assertThat(units(after, SPOT) - (desired - onDemand)).isLessThan(4);
        }
        if (spotBroken) {
            assertThat(units(after, ON_DEMAND) - onDemand).isLessThan(4);
        }
        assertThat(after.capacity()).isGreaterThanOrEqualTo(Math.min(desired, before.capacity()));
        assertThat(after.capacity()).isLessThan(desired + 4L);
    }

    private static long units(Fleet fleet, PurchaseOption option) {
        return fleet.stream()
                .filter(i -> i.purchaseOption() == option && i.state() != LifecycleState.REMOVING)
                .mapToLong(Instance::weight)
                .sum();
    }
}
