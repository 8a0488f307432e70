package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.H;
import static io.ess4j.Groups.LARGE;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.XLARGE;
import static io.ess4j.Groups.XLARGE2;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static io.ess4j.Groups.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.Decision.Rejected;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.capacity.Weights;
import io.ess4j.event.EventType;
import io.ess4j.event.ScalingEvent;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.VSwitch;
import io.ess4j.model.Zone;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.rule.PredictiveRule;
import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Weights, counters, sizes and switches of a whole group, as the guides describe them. */
class CapacityGuideTest {
    private static Instance of(String id, int offering, int weight) {
        return Instance.builder(id)
                .offering(CATALOG.offerings().get(offering))
                .weight(weight)
                .joinedAt(NOW.minusSeconds(60))
                .build();
    }

    /** Guide 1.6: 6 units by weight 4 are 2 instances; +10 with weight 8 are 2 instances and 16 units. */
    @Test
    void instancesAreTheGapDividedByTheWeightRoundedUp() {
        ScalingGroup four = ScalingGroup.builder("four")
                .capacity(0, 99)
                .zones(H)
                .type(XLARGE, 4)
                .rule(ScalingRule.change("add", 6))
                .build();

        ScalingPlan plan = plan(four, GroupState.of(four, Fleet.empty()), Trigger.execute("add"));

        assertThat(launched(plan)).isEqualTo(2);
        assertThat(plan.after().fleet().capacity()).isEqualTo(8);
    }

    /**
     * Guide 1.6: after scaling out the total is not under the goal when stock allows, above it by less than the largest
     * weight, and a scale-out begins only under the maximum.
     */
    @Property(tries = 300)
    void overshootIsLessThanTheLargestWeight(
            @ForAll @Size(max = 7) List<@IntRange(max = 2) Integer> running,
            @ForAll @IntRange(max = 60) int desired,
            @ForAll @IntRange(max = 60) int max) {
        ScalingGroup group = weighted(0, max).build();
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            int offering = running.get(i);
            rows.add(of("i-" + i, offering, 2 << offering));
        }
        GroupState state = GroupState.of(group, Fleet.of(rows)).withDesired(Math.min(desired, max));
        ScalingPlan plan = plan(group, state, Trigger.check());

        assertThat(launched(plan) > 0).isEqualTo(state.fleet().capacity() < Math.min(desired, max));
        if (launched(plan) > 0) {
            long after = plan.after().fleet().capacity();
            assertThat(state.fleet().capacity()).isLessThan(max);
            assertThat(after).isBetween((long) Math.min(desired, max), Math.min(desired, max) + 7L);
        }
    }

    /** Guide 1.6: cost-optimised groups create by ascending and release by descending price of a unit. */
    @Test
    void theDearestUnitsLeaveFirst() {
        ScalingGroup group = weighted(0, 99)
                .placement(PlacementStrategy.costOptimized(SpotMix.onDemandOnly()))
                .build();
        Fleet fleet = Fleet.of(of("2xlarge", 2, 8), of("large", 0, 2), of("xlarge", 1, 4));
        GroupState state = GroupState.of(group, fleet);

        assertThat(plan(group, state.withDesired(0), Trigger.check()).removals())
                .extracting(Instance::id)
                .containsExactly("large", "xlarge", "2xlarge");
    }

    /** Guide 1.6: a type that is no longer configured keeps its weight; a changed weight counts at once. */
    @Test
    void weightsOfRemovedTypesStayAndChangedOnesCount() {
        Fleet fleet = Fleet.of(of("a", 0, 2), of("b", 1, 4));
        Weights onlyLarge = Weights.builder().type(LARGE, 5).build();
        ScalingGroup group = ScalingGroup.builder("w")
                .capacity(0, 99)
                .zones(H)
                .type(LARGE, 5)
                .build();

        Fleet changed = onlyLarge.applyTo(fleet);

        assertThat(changed).extracting(Instance::weight).containsExactly(5, 4);
        assertThat(plan(group, GroupState.of(group, fleet).withDesired(9), Trigger.check())
                        .changesInstances())
                .isTrue();
        assertThat(plan(group, GroupState.of(group, changed).withDesired(9), Trigger.check())
                        .changesInstances())
                .as("9 units are 9 units")
                .isFalse();
    }

    /** Guide 1.6: vCPUs are the default weights of vCPU capacity; and a launch template carries weights as well. */
    @Test
    void weightsComeFromVcpusAndGoWithTemplates() {
        assertThat(Weights.byVcpus(List.of(LARGE, XLARGE, XLARGE2)).types())
                .extracting(Weights.WeightedType::weight)
                .containsExactly(2, 4, 8);
        ScalingGroup template = weighted(0, 99)
                .configuration(new ConfigurationSource("lt-1", NOW, OptionalInt.of(3)))
                .rule(ScalingRule.change("add", 10))
                .build();
        ScalingPlan plan = plan(template, GroupState.of(template, Fleet.empty()), Trigger.execute("add"));

        assertThat(plan.after().fleet()).allMatch(i -> i.source().isPresent() && i.weight() == 8);
    }

    /** Guide map C-2-1 and guide 3.3: the states add up, and the console's 3 are 2 in service and 1 stopped. */
    @Test
    void countersAddUp() {
        List<Instance> rows = new ArrayList<>();
        int weight = 1;
        for (LifecycleState state : LifecycleState.values()) {
            rows.add(of("i-" + state, 0, weight).withState(state));
            weight *= 2;
        }
        GroupCounters all = GroupCounters.of(Fleet.of(rows));
        GroupCounters console = GroupCounters.of(
                Fleet.of(fleet(3).get(0), fleet(3).get(1), fleet(3).get(2).withState(LifecycleState.STOPPED)));

        assertThat(all.totalCapacity())
                .isEqualTo(all.active()
                        + all.pending()
                        + all.pendingWait()
                        + all.removing()
                        + all.removingWait()
                        + all.protectedCapacity()
                        + all.standby()
                        + all.stopped())
                .isEqualTo(weight - 1);
        assertThat(List.of(
                        all.pending(),
                        all.pendingWait(),
                        all.active(),
                        all.protectedCapacity(),
                        all.standby(),
                        all.stopped(),
                        all.removing(),
                        all.removingWait()))
                .as("each of its own state, which weigh 1, 2, 4 and so on")
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L);
        assertThat(all.instances()).isEqualTo(LifecycleState.values().length);
        assertThat(all.init()).isZero();
        assertThat(all.withInit(7))
                .isNotEqualTo(all)
                .extracting(GroupCounters::init)
                .isEqualTo(7L);
        assertThat(all.withInit(7).withInit(0)).as("it is in no other counter").isEqualTo(all);
        assertThatIllegalArgumentException().isThrownBy(() -> all.withInit(-1)).withMessage("init (-1) must be >= 0");
        assertThat(all.spot()).isZero();
        assertThat(console.instances()).isEqualTo(3);
        assertThat(console.active()).isEqualTo(2);
        assertThat(console.stopped()).isEqualTo(1);
        assertThat(GroupCounters.of(Fleet.of(Instance.builder("s")
                                .type(LARGE)
                                .zone(H)
                                .purchaseOption(PurchaseOption.SPOT)
                                .price(CATALOG.offerings().get(0).price())
                                .weight(3)
                                .joinedAt(NOW)
                                .build()))
                        .spot())
                .isEqualTo(3);
    }

    /** Guide 1.5: the list beats the single switch, and all lie in one private network. */
    @Test
    void switchesLieInOneNetwork() {
        VSwitch h = new VSwitch("vsw-1", Zone.of("h"), "vpc-1");
        VSwitch i = new VSwitch("vsw-2", Zone.of("i"), "vpc-1");
        VSwitch foreign = new VSwitch("vsw-3", Zone.of("j"), "vpc-2");

        assertThat(VSwitch.effective(List.of(i, h), Optional.of(foreign))).containsExactly(i, h);
        assertThat(VSwitch.effective(List.of(), Optional.of(h))).containsExactly(h);
        assertThat(plain(0, 1).vSwitches(List.of(i, h)).build().zones())
                .extracting(Zone::id)
                .containsExactly("i", "h");
        assertThatThrownBy(() -> plain(0, 1).vSwitches(List.of(h, foreign)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("switches must lie in one private network, but lie in [vpc-1, vpc-2]");
        assertThatThrownBy(() -> VSwitch.effective(List.of(h, h), Optional.empty()))
                .hasMessage("switches [vsw-1, vsw-1] must be named only once");
    }

    /** Guide 1.5: one to five switches, whatever the zones that they lie in. */
    @Test
    void aGroupTakesFiveSwitches() {
        List<VSwitch> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(new VSwitch("vsw-" + i, Zone.of("z" + i % 2), "vpc-1"));
        }

        assertThat(plain(0, 1).vSwitches(six.subList(0, 5)).build().zones())
                .extracting(Zone::id)
                .containsExactly("z0", "z1");
        assertThatThrownBy(() -> plain(0, 1).vSwitches(six).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("switches (6) must be at most 5");
    }

    /** Guide 1.6: ten c5.large and ten c5.xlarge are alike by count, and 20 and 40 by their vCPUs. */
    @Test
    void weightsTellTenLargeFromTenXlarge() {
        List<Instance> large = new ArrayList<>();
        List<Instance> xlarge = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            large.add(of("l-" + i, 0, 1));
            xlarge.add(of("x-" + i, 1, 1));
        }
        Weights vcpus = Weights.byVcpus(List.of(LARGE, XLARGE));

        assertThat(Fleet.of(large).capacity())
                .isEqualTo(10)
                .isEqualTo(Fleet.of(xlarge).capacity());
        assertThat(vcpus.applyTo(Fleet.of(large)).capacity()).isEqualTo(20);
        assertThat(vcpus.applyTo(Fleet.of(xlarge)).capacity()).isEqualTo(40);
    }

    /** Guide map C-1-1: minimum, desired and maximum in order; all that is wrong at once. */
    @Test
    void sizesAreInOrder() {
        assertThatThrownBy(() -> plain(5, 3).cooldown(Duration.ofDays(2)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cooldown (PT48H)")
                .hasMessageContaining("min (5)");
        assertThatThrownBy(
                        () -> GroupState.of(plain(1, 3).build(), Fleet.empty()).withDesired(4))
                .hasMessage("desired (4) must be within the limits (1..3)");
        assertThatThrownBy(() -> CapacityLimits.of(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Ruling C16: the desired mode is switched while nothing runs, and switching it on needs a value. */
    @Test
    void theDesiredModeIsSwitchedAtRest() {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("add", 1)).build();
        GroupState led = GroupState.of(group, fleet(2)).withDesired(2);
        GroupState busy = plan(group, led, Trigger.alarm("add")).after();

        assertThat(plan(group, busy, new Trigger.DesiredMode(OptionalInt.empty()))
                        .decision())
                .isEqualTo(new Rejected(Rejection.ACTIVITY_IN_PROGRESS));
        GroupState off =
                plan(group, led, new Trigger.DesiredMode(OptionalInt.empty())).after();
        assertThat(off.desired()).isEmpty();
        assertThat(plan(group, off, new Trigger.DesiredMode(OptionalInt.of(10))).decision())
                .isEqualTo(new Rejected(Rejection.LIMITS_OUT_OF_ORDER));
        assertThat(plan(group, off, new Trigger.DesiredMode(OptionalInt.of(3)))
                        .after()
                        .desired())
                .hasValue(3);
    }

    /** Guide 3.4: two of three in service, one stopped; a task sets desired 3 again, and the stopped one starts. */
    @Test
    void aTaskConvergesAnOldDeficit() {
        ScalingGroup group =
                plain(0, 5).reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE)).build();
        GroupState state = GroupState.of(group, fleet(3)).withDesired(3).stopped(List.of("i-1"), NOW.minusSeconds(60));
        Trigger task = new Trigger.Scheduled(
                "evening", new ScheduledAction.SetSizes(OptionalInt.of(1), OptionalInt.of(5), OptionalInt.of(3)));

        ScalingPlan plan = plan(group, state, task);

        assertThat(plan.starts()).containsExactly("i-1");
        assertThat(launched(plan)).isZero();
        PlanEvents.Subject subject = new PlanEvents.Subject("cn-hangzhou", "1234", "asg-1", "req-1", "asa-1");
        GroupState done = plan.after().joined(List.of("i-1"), NOW);
        assertThat(PlanEvents.ended(plan, subject, List.of("i-1"), NOW, done)
                        .content()
                        .description())
                .isEqualTo("\"0\" ECS instances are added.\"1\" ECS instance are started");
        assertThat(PlanEvents.begun(plan(group, done, Trigger.check()), subject))
                .isEmpty();
        assertThat(PlanEvents.cause(plan))
                .isEqualTo("A scheduled task changed the desired capacity managed by the scaling activity"
                        + " from \"3\" to \"3\".");
        assertThat(plan.explain()).contains("scheduled task evening");
    }

    /** Guide map G1.8-12 and G1.8-15: events carry the weighted total; none reached is an error, a part a warning. */
    @Test
    void eventsCarryTheWeightedTotal() {
        ScalingGroup group = weighted(0, 99).rule(ScalingRule.change("add", 10)).build();
        PlanEvents.Subject subject = new PlanEvents.Subject("cn-hangzhou", "1234", "asg-1", "req-1", "asa-1");
        ScalingPlan plan = plan(group, GroupState.of(group, Fleet.empty()), Trigger.execute("add"));
        GroupState done = plan.after().joined(List.of("new-1", "new-2"), NOW);

        ScalingEvent begun = PlanEvents.begun(plan, subject).orElseThrow();
        ScalingEvent all = PlanEvents.ended(plan, subject, List.of("new-1", "new-2"), NOW.plusSeconds(60), done);
        ScalingEvent part = PlanEvents.ended(plan, subject, List.of("new-1"), NOW.plusSeconds(60), done);
        ScalingPlan refused = plan(group, plan.after(), Trigger.execute("add"));

        assertThat(begun.type()).isEqualTo(EventType.SCALE_OUT_START);
        assertThat(begun.content().description()).isEqualTo("Add \"2\" ECS instance");
        assertThat(all.type()).isEqualTo(EventType.SCALE_OUT_SUCCESS);
        assertThat(all.content().totalCapacity()).isEqualTo(16);
        assertThat(all.content().expectNum()).hasValue(2);
        assertThat(part.type()).isEqualTo(EventType.SCALE_OUT_WARN);
        assertThat(PlanEvents.ended(plan, subject, List.of(), NOW.plusSeconds(60), done)
                        .type())
                .isEqualTo(EventType.SCALE_OUT_ERROR);
        assertThat(PlanEvents.begun(refused, subject).orElseThrow().type()).isEqualTo(EventType.SCALE_REJECT);
    }

    /** Guide 1.6: if one type has a weight, all need one. */
    @Test
    void everyTypeOfAWeightedGroupNeedsAWeight() {
        assertThatThrownBy(() -> ScalingGroup.builder("w")
                        .capacity(0, 9)
                        .zones(H)
                        .type(LARGE)
                        .type(XLARGE, 4)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight of ecs.c5.large must be given, for other types have one");
    }

    /** Guide map C-9-27: at most one predictive rule. */
    @Test
    void aGroupHasOnePredictiveRule() {
        PredictiveRule first = PredictiveRule.of("first", 50);

        assertThat(plain(0, 9).prediction(first).build().prediction()).contains(first);
        assertThatThrownBy(() -> plain(0, 9)
                        .prediction(first)
                        .prediction(PredictiveRule.of("second", 60))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("predictive rule (second) must be the only one, beside first");
    }
}
