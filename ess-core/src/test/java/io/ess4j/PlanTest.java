package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.MARKET;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static io.ess4j.Groups.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.placement.Launch;
import io.ess4j.placement.LaunchPlan;
import io.ess4j.rule.ScalingRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a plan tells and what it leads to. */
class PlanTest {
    @Test
    void afterIsTheStateOnceThePlanIsAccepted() {
        ScalingGroup group = plain(0, 9)
                .rule(ScalingRule.change("add", 2))
                .rule(ScalingRule.change("drop", -1))
                .build();
        GroupState state = GroupState.of(group, fleet(2));

        ScalingPlan out = plan(group, state, Trigger.execute("add"));
        assertThat(out.after(List.of("x", "y")).fleet())
                .extracting(i -> i.id() + " " + i.state())
                .containsExactly("i-1 IN_SERVICE", "i-2 IN_SERVICE", "x PENDING", "y PENDING");
        assertThat(out.after().fleet()).extracting(Instance::id).contains("new-1", "new-2");
        assertThatThrownBy(() -> out.after(List.of("x")))
                .hasMessage("ids (1) must be as many as launched instances (2)");
        assertThatThrownBy(() -> out.after(List.of("x", "i-1"))).hasMessageContaining("id (i-1)");

        ScalingPlan in = plan(group, state, Trigger.execute("drop"));
        assertThat(in.after().fleet())
                .extracting(i -> i.id() + " " + i.state())
                .containsExactly("i-1 REMOVING", "i-2 IN_SERVICE");
        assertThat(in.after().running()).containsExactly(in.activity().orElseThrow());
    }

    @Test
    void explainsWhatItDoesAndWhy() {
        ScalingGroup group =
                plain(1, 99).rule(ScalingRule.targetTracking("cpu", 50)).build();

        assertThat(plan(group, GroupState.of(group, fleet(4)), Trigger.alarm("cpu", 80.5))
                        .explain())
                .startsWith("group web at 2026-01-05T18:00:00Z, alarm of rule cpu at 80.5\n")
                .contains("the rule wants 7 units: metric above target")
                .contains("scale out by 3 to 7: capacity 4 is below the wanted 7")
                .contains("ecs.c5.large");
        assertThat(plan(group, GroupState.of(group, fleet(10)), Trigger.alarm("cpu", 20))
                        .explain())
                .contains("remove i-1, ecs.c5.large in h")
                .contains("keep 4: others leave first");
    }

    @Test
    void explainsWhyItHolds() {
        ScalingGroup group =
                weighted(0, 99).rule(ScalingRule.targetTracking("cpu", 50)).build();
        Fleet five = Fleet.of(Instance.builder("i-1")
                .offering(CATALOG.offerings().get(1))
                .weight(5)
                .joinedAt(NOW.minusSeconds(86_400))
                .build());

        assertThat(plan(group, GroupState.of(group, five), Trigger.alarm("cpu", 40))
                        .explain())
                .contains("hold: capacity 5 is above the wanted 4, by less than the largest weight 8");
        assertThat(plan(group, GroupState.of(group, five).withDesired(5), Trigger.check())
                        .explain())
                .contains("hold: capacity 5 is the desired 5");
        assertThat(plan(group, GroupState.of(group, five), Trigger.check()).explain())
                .contains("hold: capacity 5 is within the limits 0..99");
        assertThat(plan(group, GroupState.of(group, five), Trigger.alarm("cpu")).explain())
                .contains("alarm of rule cpu without data");
    }

    /** Guide 4.2: of equals one leaves at random when the caller brings the chance. */
    @Test
    void chanceDecidesAmongEqualsWhenItIsPassedIn() {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("drop", -1)).build();
        List<Instance> equals = Groups.fleet(8).stream()
                .map(i -> Instance.builder(i.id())
                        .offering(CATALOG.offerings().get(0))
                        .joinedAt(NOW.minusSeconds(60))
                        .build())
                .toList();
        GroupState state = GroupState.of(group, Fleet.of(equals));
        Autoscaler autoscaler = new Autoscaler(group, CATALOG);
        Set<String> drawn = new TreeSet<>();
        SplittableRandom chance = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            ScalingPlan plan = autoscaler.plan(state, MARKET, Trigger.execute("drop"), NOW, chance);
            drawn.add(plan.removals().get(0).id());
        }

        assertThat(drawn).hasSize(8);
        assertThat(plan(group, state, Trigger.execute("drop")).removals())
                .extracting(Instance::id)
                .containsExactly("i-1");
    }

    /** A plan that launches nothing has nothing to postpone, and who leaves by a rule waits for no replacement. */
    @Test
    void aPlanWithoutLaunchesHasNoShortfall() {
        ScalingGroup group = plain(1, 9).rule(ScalingRule.change("drop", -2)).build();
        ScalingPlan in = plan(group, GroupState.of(group, fleet(4)), Trigger.execute("drop"));

        assertThat(in.launches()).isEmpty();
        assertThat(in.starts()).isEmpty();
        assertThat(in.shortfall()).isZero();
        assertThat(in.postponedInstances()).isZero();
        assertThat(in.removesOnceReplaced()).isFalse();
        assertThat(in.exitsReplacedBy(0)).hasSize(2).isEqualTo(in.exits());
    }

    @Test
    void refusesARuleThatTheGroupDoesNotHave() {
        ScalingGroup group = plain(1, 9).rule(ScalingRule.change("add", 1)).build();
        assertThatThrownBy(() -> plan(group, GroupState.of(group, fleet(1)), Trigger.alarm("ad")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule (ad) must be one of [add]");
    }

    /** One activity of three: one is started, two may be launched; of two and five launches the first three. */
    @Test
    void anActivityTakesTheFirstOfWhatIsToBeDone() {
        ScalingGroup group = Groups.plain(0, 9).mostInstancesPerActivity(3).build();
        LaunchPlan starting =
                new LaunchPlan(5, List.of("i-1"), 1, List.of(), List.of(), 0, Optional.empty(), Optional.empty());
        Launch two = new Launch(Groups.CATALOG.offerings().get(0), 2, 1);
        Launch five = new Launch(Groups.CATALOG.offerings().get(1), 5, 1);

        assertThat(ScalingPlan.mostLaunches(group, starting)).isEqualTo(2);
        assertThat(PlannedLaunches.first(List.of(two, five), 3))
                .containsExactly(two, new Launch(five.offering(), 1, 1));
    }

    /** All three are protected, so nobody leaves though one is too many: there is nothing to carry out. */
    @Test
    void aPlanInWhichNobodyMayLeaveChangesNothing() {
        ScalingGroup group = Groups.plain(0, 2).build();
        Fleet fleet = Fleet.of(Groups.fleet(3).stream()
                .map(i -> i.withState(LifecycleState.PROTECTED))
                .toList());

        ScalingPlan plan = Groups.plan(group, GroupState.of(group, fleet), Trigger.check());

        assertThat(plan.removals()).isEmpty();
        assertThat(plan.changesInstances()).isFalse();
        assertThat(plan.activity()).isEmpty();
    }
}
