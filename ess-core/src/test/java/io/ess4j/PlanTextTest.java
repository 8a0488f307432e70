package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.H;
import static io.ess4j.Groups.I;
import static io.ess4j.Groups.LARGE;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static io.ess4j.Groups.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.lifecycle.StopPool;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.ScalingProcess;
import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans told in sentences, from the first line to the last. */
class PlanTextTest {
    private static final String AT = "group web at 2026-01-05T18:00:00Z, ";

    private static List<String> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "x-" + i).toList();
    }

    private static ScalingGroupBuilder ruled() {
        return plain(0, 40)
                .rule(ScalingRule.change("add", 1))
                .rule(ScalingRule.change("drop", -1))
                .rule(ScalingRule.targetTracking("cpu", 50));
    }

    private static List<String> told(ScalingPlan plan) {
        return plan.explain().lines().toList();
    }

    static Stream<Arguments> triggers() {
        ScheduledAction sizes = ScheduledAction.limits(1, 9);
        Instance other = fleet(1).get(0);
        return Stream.of(
                Arguments.of(Trigger.alarm("add"), "alarm of rule add"),
                Arguments.of(Trigger.alarm("cpu"), "alarm of rule cpu without data"),
                Arguments.of(Trigger.alarm("cpu", 80.5), "alarm of rule cpu at 80.5"),
                Arguments.of(Trigger.execute("add"), "execution of rule add"),
                Arguments.of(Trigger.execute("add", 7, 5), "execution of rule add at 7.0"),
                Arguments.of(new Trigger.Scheduled("night", sizes), "scheduled task night"),
                Arguments.of(new Trigger.DesiredMode(OptionalInt.of(2)), "desired capacity switched on or off"),
                Arguments.of(Trigger.setLimits(1, 9), "capacity set"),
                Arguments.of(Trigger.check(), "capacity check"),
                Arguments.of(Trigger.spotNotice("i-1"), "notice for spot instances i-1"),
                Arguments.of(Trigger.attach(other), "instances to attach"),
                Arguments.of(Trigger.remove("i-1", "i-2"), "instances to remove i-1, i-2"),
                Arguments.of(
                        new Trigger.StartsFailed(ids(10)),
                        "failed starts x-1, x-2, x-3, x-4, x-5, x-6, x-7, x-8, x-9, x-10"),
                Arguments.of(
                        new Trigger.StartsFailed(ids(12)),
                        "failed starts x-1, x-2, x-3, x-4, x-5, x-6, x-7, x-8, x-9, x-10 and 2 more"),
                Arguments.of(Trigger.healthCheck(), "health check"),
                Arguments.of(Trigger.lifetimeCheck(), "lifetime check"),
                Arguments.of(Trigger.rebalance(), "zones to rebalance"),
                Arguments.of(new Trigger.RestoreMix(), "mix to restore"));
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void theFirstLineSaysWhatWasAsked(Trigger trigger, String words) {
        ScalingGroup group = ruled().build();

        assertThat(told(plan(group, GroupState.of(group, fleet(3)), trigger)).get(0))
                .isEqualTo(AT + words);
    }

    @Test
    void aRefusalHasItsReasonAndACooldownItsEnd() {
        ScalingGroup group = ruled().build();
        GroupState cooling = new GroupState(
                fleet(3),
                group.limits(),
                OptionalInt.empty(),
                Optional.of(NOW.plusSeconds(60)),
                List.of(),
                Optional.empty(),
                GroupStatus.ACTIVE,
                ProcessSuspension.NONE,
                StopPool.EMPTY);

        assertThat(told(plan(group, cooling, Trigger.alarm("add"))))
                .containsExactly(
                        AT + "alarm of rule add", "  rejected: the group is cooling down until 2026-01-05T18:01:00Z");
        assertThat(told(plan(group, cooling.withStatus(GroupStatus.INACTIVE), Trigger.check())))
                .containsExactly(AT + "capacity check", "  rejected: the group is not active");
    }

    @Test
    void aDesiredCapacityMovesFirstAndInstancesFollow() {
        ScalingGroup group = ruled().build();
        GroupState led = GroupState.of(group, fleet(3)).withDesired(3);

        assertThat(told(plan(group, led, Trigger.execute("add"))))
                .containsExactly(
                        AT + "execution of rule add",
                        "  the rule wants 4 units: adds",
                        "  only the desired capacity changes; the next check scales the group",
                        "  desired capacity becomes 4");
        assertThat(told(plan(group, led, new Trigger.DesiredMode(OptionalInt.empty()))))
                .containsExactly(AT + "desired capacity switched on or off", "  no desired capacity from now on");
        assertThat(told(plan(group, led, Trigger.setDesired(4))))
                .containsExactly(
                        AT + "capacity set",
                        "  scale out by 1 to 4: capacity 3 is below the desired 4",
                        "  desired capacity becomes 4",
                        "  launch 1 x ecs.c5.large in h ON_DEMAND at 0.18");
        assertThat(told(plan(group, led, Trigger.setDesired(2))))
                .containsExactly(
                        AT + "capacity set",
                        "  scale in by up to 1 to 2: capacity 3 is above the desired 2",
                        "  desired capacity becomes 2",
                        "  remove i-1, ecs.c5.large in h, joined 2026-01-02T18:00:00Z",
                        "  keep 2: others leave first");
    }

    @Test
    void limitsThatChangeAreToldWithTheOldOnes() {
        ScalingGroup group = ruled().build();

        assertThat(told(plan(group, GroupState.of(group, fleet(3)), Trigger.setLimits(4, 5))))
                .containsExactly(
                        AT + "capacity set",
                        "  scale out by 1 to 4: capacity 3 is below the minimum 4",
                        "  limits 0..40 become 4..5",
                        "  launch 1 x ecs.c5.large in h ON_DEMAND at 0.18");
        assertThat(told(plan(group, GroupState.of(group, fleet(3)), Trigger.setLimits(0, 2))))
                .contains("  scale in by up to 1 to 2: capacity 3 is above the maximum 2");
        assertThat(told(plan(group, GroupState.of(group, fleet(3)), Trigger.check())))
                .containsExactly(AT + "capacity check", "  hold: capacity 3 is within the limits 0..40");
    }

    /** Three units are missing; two can be had, one of them has a name, and an activity does only so much. */
    @Test
    void whatIsMissingIsToldAndWhatWaits() {
        ScalingGroup named = ruled().hostNames("n-(AUTO_INCREMENT)[9,1]").build();
        Market two = Market.builder(CATALOG)
                .stock(LARGE, H, PurchaseOption.ON_DEMAND, 2)
                .build();
        ScalingGroup slow = ruled().mostInstancesPerActivity(2).build();

        assertThat(told(new Autoscaler(named, CATALOG)
                        .plan(GroupState.of(named, fleet(1)), two, Trigger.setLimits(4, 40), NOW)))
                .containsExactly(
                        AT + "capacity set",
                        "  scale out by 3 to 4: capacity 1 is below the minimum 4",
                        "  limits 0..40 become 4..40",
                        "  launch 1 x ecs.c5.large in h ON_DEMAND at 0.18",
                        "  short of 1 units: out of stock",
                        "  named n-9",
                        "  1 instances without a name: numbers exhausted");
        assertThat(told(plan(slow, GroupState.of(slow, fleet(1)), Trigger.setLimits(4, 40))))
                .containsExactly(
                        AT + "capacity set",
                        "  scale out by 3 to 4: capacity 1 is below the minimum 4",
                        "  limits 0..40 become 4..40",
                        "  launch 2 x ecs.c5.large in h ON_DEMAND at 0.18",
                        "  leave 1 instances to the next activity: one may do at most 2");
    }

    @Test
    void howInstancesLeaveIsTold() {
        ScalingGroup group =
                ruled().reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE)).build();
        GroupState state = GroupState.of(group, fleet(3));
        Trigger detach = new Trigger.Remove(List.of("i-2"), Trigger.Remove.Wish.DETACH, true, false);

        assertThat(told(plan(group, state, Trigger.execute("drop"))))
                .contains("  stop i-1, ecs.c5.large in h, joined 2026-01-02T18:00:00Z");
        assertThat(told(plan(group, state, detach)))
                .containsExactly(
                        AT + "instances to remove i-2", "  let go i-2, ecs.c5.large in h, joined 2026-01-03T18:00:00Z");
        assertThat(told(plan(group, state, Trigger.remove("i-3"))))
                .contains("  remove i-3, ecs.c5.large in h, joined 2026-01-04T18:00:00Z");
    }

    @Test
    void ofManyThatLeaveTenAreNamed() {
        ScalingGroup group = ruled().build();

        assertThat(told(plan(group, GroupState.of(group, fleet(11)), Trigger.setLimits(0, 1))))
                .filteredOn(line -> line.startsWith("  remove"))
                .hasSize(10)
                .noneMatch(line -> line.contains("more"));
        assertThat(told(plan(group, GroupState.of(group, fleet(13)), Trigger.setLimits(0, 1))))
                .filteredOn(line -> line.startsWith("  remove"))
                .hasSize(11)
                .endsWith("  remove 2 more");
    }

    @Test
    void startsAttachmentsAndReplacementsAreTold() {
        ScalingGroup group = plain(0, 40)
                .lifetime(Duration.ofDays(2))
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .rule(ScalingRule.change("add", 2))
                .build();
        GroupState stopped = GroupState.of(group, fleet(2)).stopped(List.of("i-1"), NOW.minusSeconds(60));
        Instance other = Instance.builder("own")
                .offering(CATALOG.offerings().get(0))
                .joinedAt(Instant.EPOCH)
                .build();

        assertThat(told(plan(group, stopped, Trigger.execute("add"))))
                .containsExactly(
                        AT + "execution of rule add",
                        "  the rule wants 3 units: adds",
                        "  scale out by 2 to 3: capacity 1 is below the wanted 3",
                        "  start i-1",
                        "  launch 1 x ecs.c5.large in h ON_DEMAND at 0.18");
        assertThat(told(plan(group, GroupState.of(group, fleet(1)), Trigger.attach(other))))
                .containsExactly(AT + "instances to attach", "  attach own, ecs.c5.large in h");
        assertThat(told(plan(group, GroupState.of(group, fleet(3)), Trigger.lifetimeCheck())))
                .containsExactly(
                        AT + "lifetime check",
                        "  launch 1 x ecs.c5.large in h ON_DEMAND at 0.18",
                        "  once everything launched is in service:",
                        "  remove i-1, ecs.c5.large in h, joined 2026-01-02T18:00:00Z");
    }

    @Test
    void whatWasPassedOverIsNamed() {
        Catalog two = Catalog.builder()
                .offering(LARGE, H, PurchaseOption.ON_DEMAND, Price.perHour("0.18"))
                .offering(LARGE, I, PurchaseOption.ON_DEMAND, Price.perHour("0.18"))
                .build();
        Market soldOut =
                Market.builder(two).stock(LARGE, H, PurchaseOption.ON_DEMAND, 0).build();
        ScalingGroup group = ScalingGroup.builder("web")
                .capacity(1, 9)
                .zones(H, I)
                .type(LARGE)
                .build();

        ScalingPlan plan =
                new Autoscaler(group, two).plan(GroupState.of(group, Fleet.empty()), soldOut, Trigger.check(), NOW);

        assertThat(told(plan))
                .contains("  launch 1 x ecs.c5.large in i ON_DEMAND at 0.18")
                .anyMatch(line -> line.startsWith("  passed over ecs.c5.large in h ON_DEMAND at 0.18: "));
    }

    @Test
    void suspendedProcessesHoldBack() {
        ScalingGroup group = ruled().build();
        GroupState held = GroupState.of(group, fleet(3))
                .withSuspension(ProcessSuspension.of(ScalingProcess.SCALE_OUT, ScalingProcess.HEALTH_CHECK));

        assertThat(told(plan(group, held, Trigger.setLimits(4, 5))))
                .containsExactly(
                        AT + "capacity set",
                        "  scale out by 1 to 4: capacity 3 is below the minimum 4",
                        "  held back, for these processes are suspended: [ScaleOut, HealthCheck]",
                        "  limits 0..40 become 4..5");
        assertThat(told(plan(group, held, Trigger.setLimits(0, 2))))
                .as("scaling in goes on")
                .noneMatch(line -> line.contains("held back"));
        assertThat(told(plan(group, held, Trigger.check())))
                .as("nothing to hold back")
                .noneMatch(line -> line.contains("held back"));
    }

    /** Holding, a rule's wish is what capacity is compared with; of a weighted group a little too much stays. */
    @Test
    void whatCapacityIsComparedWithIsTold() {
        ScalingGroup heavy =
                weighted(0, 99).rule(ScalingRule.targetTracking("cpu", 50)).build();
        Fleet five = Fleet.of(Instance.builder("i-1")
                .offering(CATALOG.offerings().get(1))
                .weight(5)
                .joinedAt(NOW.minusSeconds(86_400))
                .build());
        ScalingGroup light = ruled().build();

        assertThat(plan(heavy, GroupState.of(heavy, five).withDesired(4), Trigger.check())
                        .explain())
                .endsWith("hold: capacity 5 is above the desired 4, by less than the largest weight 8");
        assertThat(plan(light, GroupState.of(light, fleet(3)), Trigger.alarm("cpu", 49))
                        .explain())
                .contains("the rule wants 3 units: metric within margin")
                .contains("hold: capacity 3 is within the limits 0..40");
        assertThat(plan(light, GroupState.of(light, fleet(3)).withDesired(3), Trigger.alarm("cpu", 49))
                        .explain())
                .endsWith("hold: capacity 3 is the desired 3");
        assertThat(plan(
                                light,
                                GroupState.of(light, Fleet.of(fleet(3).get(0).withState(LifecycleState.PENDING))),
                                Trigger.check())
                        .explain())
                .endsWith("hold: capacity 1 is within the limits 0..40");
    }
}
