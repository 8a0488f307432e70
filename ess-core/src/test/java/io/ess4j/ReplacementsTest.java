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
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.ScalingProcess;
import io.ess4j.model.Zone;
import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Changes that keep the capacity: spot notices, zones made level, the mix restored and kept. */
class ReplacementsTest {
    /** Guide 1.2: the replacement is created on the notice, and the old instance leaves once it is in service. */
    @Test
    void aNoticeReplacesBeforeTheInstanceLeaves() {
        ScalingGroup group = group(SpotMix.spotFirst()).build();
        List<Instance> rows = many("s-", 2, I, SPOT);
        GroupState state = GroupState.of(group, Fleet.of(rows));

        ScalingPlan plan = plan(group, state, MARKET, Trigger.spotNotice("s-2", "gone"));

        assertThat(plan.launches())
                .extracting(l -> l.count() + " x " + l.offering())
                .containsExactly("1 x " + BOTH.find(LARGE, H, SPOT).orElseThrow());
        assertThat(plan.removals()).containsExactly(rows.get(1));
        assertThat(plan.removesOnceReplaced()).isTrue();
        assertThat(plan.after().fleet())
                .extracting(i -> i.id() + " " + i.state())
                .containsExactly("s-1 IN_SERVICE", "s-2 IN_SERVICE", "new-1 PENDING");
        assertThat(plan.activity().orElseThrow().exclusive()).isTrue();
        assertThat(plan.explain())
                .contains("notice for spot instances s-2, gone")
                .contains("once everything launched is in service:");
        assertThat(plan(group, state, MARKET, Trigger.spotNotice("gone")).decision())
                .isEqualTo(new Rejected(Rejection.NO_SPOT_INSTANCE));
    }

    /** Guide 1.4: what the provider has taken back is replaced by the next check. */
    @Test
    void aReclaimedInstanceIsReplacedByTheCheck() {
        ScalingGroup group = group(SpotMix.spotFirst()).capacity(2, 40).build();
        GroupState state =
                GroupState.of(group, Fleet.of(many("s-", 2, I, SPOT))).gone(List.of("s-1"));

        assertThat(plan(group, state, MARKET, Trigger.check()).launches())
                .extracting(l -> l.count() + " x " + l.offering().purchaseOption())
                .containsExactly("1 x SPOT");
    }

    /** Guide map C-20-1 to C-20-3: zones 6 and 2 become 4 and 4; with max 8 one is created above it at a time. */
    @Test
    void rebalancingCreatesBeforeItRemoves() {
        List<Instance> rows = new ArrayList<>(many("h-", 6, H, ON_DEMAND));
        rows.addAll(many("i-", 2, I, ON_DEMAND));
        ScalingGroup wide = balanced(0, 40);
        ScalingGroup tight = balanced(0, 8);

        ScalingPlan roomy = plan(wide, GroupState.of(wide, Fleet.of(rows)), MARKET, Trigger.rebalance());
        ScalingPlan narrow = plan(tight, GroupState.of(tight, Fleet.of(rows)), MARKET, Trigger.rebalance());

        assertThat(roomy.launches())
                .extracting(l -> l.offering().zone() + " " + l.count())
                .containsExactly("i 2");
        assertThat(roomy.removals()).extracting(Instance::id).containsExactly("h-1", "h-2");
        assertThat(roomy.exitsReplacedBy(1)).extracting(e -> e.instance().id()).containsExactly("h-1");
        assertThat(roomy.exitsReplacedBy(2)).hasSize(2);
        assertThat(narrow.removals()).hasSize(1);
        assertThat(narrow.removesOnceReplaced()).isTrue();
    }

    /** Guide map C-20-2: a tenth of the maximum, rounded up, may stand above it: 2 beside 11. */
    @Test
    void rebalancingMayExceedTheMaximumByATenth() {
        List<Instance> rows = new ArrayList<>(many("h-", 2, H, ON_DEMAND));
        rows.addAll(many("i-", 9, I, ON_DEMAND));
        ScalingGroup group = balanced(0, 11);
        Market noOther = Market.builder(BOTH).stock(XLARGE, H, ON_DEMAND, 0).build();

        ScalingPlan plan = plan(group, GroupState.of(group, Fleet.of(rows)), noOther, Trigger.rebalance());

        assertThat(plan.removals()).extracting(Instance::id).containsExactly("i-1", "i-2");
        assertThat(plan.launches())
                .extracting(l -> l.offering().zone() + " " + l.count())
                .containsExactly("h 2");
    }

    /** Guide map C-20-3: a move creates; what is stopped stays so, though it counts for its zone. */
    @Test
    void rebalancingStartsNothing() {
        List<Instance> rows = new ArrayList<>(many("h-", 6, H, ON_DEMAND));
        rows.addAll(many("i-", 2, I, ON_DEMAND));
        rows.add(instance("asleep", LARGE, I, ON_DEMAND, 1).withState(LifecycleState.STOPPED));
        ScalingGroup group = balanced(0, 40);

        ScalingPlan plan = plan(group, GroupState.of(group, Fleet.of(rows)), MARKET, Trigger.rebalance());

        assertThat(plan.starts()).isEmpty();
        assertThat(plan.launches())
                .extracting(l -> l.offering().zone() + " " + l.count())
                .containsExactly("i 1");
    }

    /** Six in h, six in i and none in j: two leave each of the full zones, by turns. */
    @Test
    void instancesLeaveTheZoneThatWouldKeepTheMost() {
        Zone j = Zone.of("j");
        Catalog three = Catalog.builder()
                .offering(LARGE, H, ON_DEMAND, Price.perHour("0.20"))
                .offering(LARGE, I, ON_DEMAND, Price.perHour("0.20"))
                .offering(LARGE, j, ON_DEMAND, Price.perHour("0.20"))
                .build();
        ScalingGroup group = ScalingGroup.builder("web")
                .capacity(0, 40)
                .zones(H, I, j)
                .type(LARGE)
                .placement(PlacementStrategy.balanced(SpotMix.onDemandOnly()))
                .build();
        List<Instance> rows = new ArrayList<>(many("h-", 6, H, ON_DEMAND));
        rows.addAll(many("i-", 6, I, ON_DEMAND));

        ScalingPlan plan = new Autoscaler(group, three)
                .plan(GroupState.of(group, Fleet.of(rows)), Market.of(three), Trigger.rebalance(), NOW);

        assertThat(plan.removals()).extracting(Instance::id).containsExactly("h-1", "i-1", "h-2", "i-2");
        assertThat(plan.launches())
                .extracting(l -> l.offering().zone() + " " + l.count())
                .containsExactly("j 4");
    }

    /** Guide map C-23-1: what the provider takes leaves anyway, so only adding can be stopped. */
    @Test
    void aNoticeIsRefusedWhileNothingMayBeAdded() {
        ScalingGroup group = group(SpotMix.spotFirst()).build();
        GroupState state = GroupState.of(group, Fleet.of(many("s-", 2, I, SPOT)));
        GroupState noOut = state.withSuspension(ProcessSuspension.of(ScalingProcess.SCALE_OUT));
        GroupState noIn = state.withSuspension(ProcessSuspension.of(ScalingProcess.SCALE_IN));

        assertThat(plan(group, noOut, MARKET, Trigger.spotNotice("s-2")).decision())
                .isEqualTo(new Rejected(Rejection.PROCESS_SUSPENDED));
        assertThat(plan(group, noIn, MARKET, Trigger.spotNotice("s-2")).removals())
                .extracting(Instance::id)
                .containsExactly("s-2");
    }

    @Test
    void rebalancingIsRefusedWithAReason() {
        ScalingGroup byCost = group(SpotMix.onDemandOnly()).build();
        ScalingGroup balanced = balanced(0, 9);
        Fleet level = Fleet.of(many("h-", 1, H, ON_DEMAND));
        Fleet tilted = Fleet.of(many("h-", 3, H, ON_DEMAND));
        Market soldOut = Market.builder(BOTH)
                .stock(LARGE, I, ON_DEMAND, 0)
                .stock(LARGE, I, SPOT, 0)
                .build();

        assertThat(plan(byCost, GroupState.of(byCost, tilted), MARKET, Trigger.rebalance())
                        .decision())
                .isEqualTo(new Rejected(Rejection.ZONES_NOT_BALANCED));
        assertThat(plan(balanced, GroupState.of(balanced, level), MARKET, Trigger.rebalance())
                        .decision())
                .isEqualTo(new Rejected(Rejection.ALREADY_LEVEL));
        assertThat(plan(balanced, GroupState.of(balanced, tilted), soldOut, Trigger.rebalance())
                        .decision())
                .isEqualTo(new Rejected(Rejection.NOTHING_MOVABLE));
    }

    /** Instances of a weight that no type of the group has, and types and zones that the group does not have. */
    @Test
    void onlyWhatTheGroupCouldBuyIsMoved() {
        ScalingGroup weighted = ScalingGroup.builder("web")
                .capacity(0, 40)
                .zones(H, I)
                .type(LARGE, 2)
                .placement(PlacementStrategy.balanced(SpotMix.onDemandOnly()))
                .build();
        List<Instance> foreign = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            foreign.add(instance("w-" + i, LARGE, H, ON_DEMAND, 3));
        }
        ScalingGroup onlyXlarge = ScalingGroup.builder("web")
                .capacity(0, 40)
                .zones(H, I)
                .type(XLARGE)
                .placement(PlacementStrategy.balanced(SpotMix.onDemandOnly()))
                .build();
        Market noXlargeInI = Market.builder(BOTH).stock(XLARGE, I, SPOT, 0).build();

        assertThat(plan(weighted, GroupState.of(weighted, Fleet.of(foreign)), MARKET, Trigger.rebalance())
                        .decision())
                .isEqualTo(new Rejected(Rejection.NOTHING_MOVABLE));
        Fleet light = Fleet.of(many("h-", 4, H, ON_DEMAND));
        assertThat(plan(weighted, GroupState.of(weighted, light), MARKET, Trigger.rebalance())
                        .decision())
                .isEqualTo(new Rejected(Rejection.NOTHING_MOVABLE));
        assertThat(plan(
                                onlyXlarge,
                                GroupState.of(onlyXlarge, Fleet.of(many("h-", 4, H, ON_DEMAND))),
                                noXlargeInI,
                                Trigger.rebalance())
                        .decision())
                .as("the stock of other types is no room")
                .isEqualTo(new Rejected(Rejection.NOTHING_MOVABLE));
    }

    /** Of six in the full zone five are protected: one may move. */
    @Test
    void protectedInstancesDoNotMove() {
        ScalingGroup group = balanced(0, 40);
        List<Instance> rows = new ArrayList<>();
        for (Instance instance : many("h-", 6, H, ON_DEMAND)) {
            rows.add(instance.id().equals("h-4") ? instance : instance.withState(LifecycleState.PROTECTED));
        }

        ScalingPlan plan = plan(group, GroupState.of(group, Fleet.of(rows)), MARKET, Trigger.rebalance());

        assertThat(plan.removals()).extracting(Instance::id).containsExactly("h-4");
        assertThat(plan.launches())
                .extracting(l -> l.offering().zone() + " " + l.count())
                .containsExactly("i 1");
        assertThat(plan.exitsReplacedBy(0)).isEmpty();
        assertThat(plan.exitsReplacedBy(1)).hasSize(1);
    }

    private static ScalingGroup balanced(int min, int max) {
        return ScalingGroup.builder("web")
                .capacity(min, max)
                .zones(H, I)
                .type(LARGE)
                .placement(new PlacementStrategy.Balanced(SpotMix.onDemandOnly(), BalanceMode.BEST_EFFORT))
                .build();
    }

    /** Asked again after it was carried out, a rebalance finds nothing to do. */
    @Property(tries = 200)
    void rebalancingEnds(@ForAll @IntRange(max = 30) int inH, @ForAll @IntRange(max = 30) int inI) {
        List<Instance> rows = new ArrayList<>(many("h-", inH, H, ON_DEMAND));
        rows.addAll(many("i-", inI, I, ON_DEMAND));
        ScalingGroup group = balanced(0, 60);
        GroupState state = GroupState.of(group, Fleet.of(rows));
        int rounds = 0;
        ScalingPlan plan = plan(group, state, MARKET, Trigger.rebalance());
        while (!plan.isRejected()) {
            state = carriedOut(plan, "r" + rounds++);
            plan = plan(group, state, MARKET, Trigger.rebalance());
        }

        assertThat(rounds).isLessThanOrEqualTo(15);
        assertThat(state.fleet()).hasSize(inH + inI);
        assertThat(Math.abs(state.fleet().count(H) - state.fleet().count(I))).isLessThanOrEqualTo(1);
    }

    /** Weights do not make it circle: instances move for instances of their weight. */
    @Property(tries = 200)
    void rebalancingAWeightedGroupEnds(@ForAll @IntRange(max = 20) int inH, @ForAll @IntRange(max = 20) int inI) {
        ScalingGroup group = ScalingGroup.builder("web")
                .capacity(0, 300)
                .zones(H, I)
                .type(LARGE, 2)
                .type(XLARGE, 8)
                .placement(new PlacementStrategy.Balanced(SpotMix.spotFirst(), BalanceMode.BEST_EFFORT))
                .build();
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < inH; i++) {
            rows.add(instance("h-" + i, LARGE, H, SPOT, 2));
        }
        for (int i = 0; i < inI; i++) {
            rows.add(instance("i-" + i, XLARGE, I, SPOT, 8));
        }
        GroupState state = GroupState.of(group, Fleet.of(rows));
        long units = state.fleet().capacity();
        int rounds = 0;
        ScalingPlan plan = plan(group, state, MARKET, Trigger.rebalance());
        while (!plan.isRejected() && rounds < 30) {
            state = carriedOut(plan, "r" + rounds++);
            plan = plan(group, state, MARKET, Trigger.rebalance());
        }

        assertThat(plan.isRejected()).isTrue();
        assertThat(state.fleet()).hasSize(inH + inI);
        assertThat(state.fleet().capacity()).isEqualTo(units);
    }

    /** A maximum that weights overshoot leaves no room to create: nobody moves, and nothing fails. */
    @Test
    void rebalancingBeyondTheMaximumIsRefused() {
        ScalingGroup group = ScalingGroup.builder("web")
                .capacity(0, 10)
                .zones(H, I)
                .type(LARGE, 8)
                .placement(new PlacementStrategy.Balanced(SpotMix.onDemandOnly(), BalanceMode.BEST_EFFORT))
                .build();
        Fleet fleet = Fleet.of(instance("a", LARGE, H, ON_DEMAND, 8), instance("b", LARGE, H, ON_DEMAND, 8));

        assertThat(plan(group, GroupState.of(group, fleet), MARKET, Trigger.rebalance())
                        .decision())
                .isEqualTo(new Rejected(Rejection.NOTHING_MOVABLE));
    }

    private static GroupState carriedOut(ScalingPlan plan, String prefix) {
        List<String> ids = new ArrayList<>();
        for (long i = Groups.launched(plan); i > 0; i--) {
            ids.add(prefix + "-" + i);
        }
        GroupState after = plan.after(ids);
        List<Instance> rows = new ArrayList<>();
        List<String> gone = plan.removals().stream().map(Instance::id).toList();
        for (Instance instance : after.fleet()) {
            if (!gone.contains(instance.id())) {
                rows.add(instance.withState(LifecycleState.IN_SERVICE));
            }
        }
        return after.withFleet(Fleet.of(rows)).finished(plan.activity().orElseThrow(), Optional.of(NOW));
    }
}
