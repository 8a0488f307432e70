package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.MARKET;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static io.ess4j.Groups.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.Decision.Rejected;
import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoscalerTest {
    /** Contract section 2: the clamps CL1 to CL4. A negative change means removals. */
    @ParameterizedTest(name = "{0}: total {1}, limits {2}..{3}, rule {4} changes {5}")
    @CsvSource({
        "section 2 CL1,   2, 0,  3,  3,  1",
        "section 2 CL2,   3, 2,  9, -5, -1",
        "section 2 CL3,   3, 2,  9, -2, -1",
        "section 2 CL4,   3, 0,  5,  5,  2",
        "not clamped,     3, 0,  9,  4,  4",
        "peers E9 out,    5, 0, 10,  6,  5",
        "peers E9 in,    14, 10, 20, -5, -4"
    })
    void simpleRulesAreClampedToTheLimits(String source, int total, int min, int max, int change, int effect) {
        ScalingGroup group =
                plain(min, max).rule(ScalingRule.change("r", change)).build();

        ScalingPlan plan = plan(group, GroupState.of(group, fleet(total)), Trigger.execute("r"));

        assertThat(launched(plan) - plan.removals().size()).as(source).isEqualTo(effect);
        assertThat(plan.shortfall()).isZero();
    }

    /** Contract section 2: a rule of 50 under a maximum of 45. */
    @Test
    void aTotalBeyondTheMaximumBecomesTheMaximum() {
        ScalingGroup group = plain(0, 45).rule(ScalingRule.exactly("all", 50)).build();

        assertThat(launched(plan(group, GroupState.of(group, Fleet.empty()), Trigger.execute("all"))))
                .isEqualTo(45);
    }

    /** Contract section 9: IncorrectCapacity.NoChange. */
    @Test
    void aRuleThatChangesNothingIsRejected() {
        ScalingGroup group = plain(0, 3)
                .rule(ScalingRule.change("add", 1))
                .rule(ScalingRule.exactly("three", 3))
                .build();
        GroupState full = GroupState.of(group, fleet(3));

        for (Trigger trigger : List.of(Trigger.execute("add"), Trigger.alarm("add"), Trigger.execute("three"))) {
            assertThat(plan(group, full, trigger).decision()).isEqualTo(new Rejected(Rejection.NO_CHANGE));
        }
    }

    /** Guide 1.6: +10 units with c5.2xlarge cheapest per unit buys two of them, 16 units. */
    @Test
    void weightedScaleOutFollowsTheGuidesExample() {
        ScalingGroup group =
                weighted(0, 100).rule(ScalingRule.change("add", 10)).build();

        ScalingPlan plan = plan(group, GroupState.of(group, Fleet.empty()), Trigger.execute("add"));

        assertThat(plan.launches())
                .extracting(l -> l.count() + " x " + l.offering().type())
                .containsExactly("2 x ecs.c5.2xlarge");
        assertThat(plan.launch().orElseThrow().launchedUnits()).isEqualTo(16);
        assertThat(plan.launch().orElseThrow().cost()).isEqualTo(Price.perHour("1.28"));
    }

    /** Contract section 12, examples 1 and 2; the rule's own cooldown beats the group's. */
    @ParameterizedTest
    @CsvSource({"299, true", "300, false", "301, false"})
    void alarmsWaitForTheCooldownAndNothingElseDoes(int secondsAfter, boolean rejected) {
        ScalingGroup group = plain(0, 9)
                .cooldown(Duration.ofHours(1))
                .rule(ScalingRule.change("add", 1).withCooldown(Duration.ofMinutes(5)))
                .build();
        Autoscaler autoscaler = new Autoscaler(group, CATALOG);
        ScalingPlan first = autoscaler.plan(GroupState.of(group, fleet(1)), MARKET, Trigger.alarm("add"), NOW);
        Instant joined = NOW.plusSeconds(90);
        GroupState after = first.after().finished(first.activity().orElseThrow(), Optional.of(joined));
        Instant later = joined.plusSeconds(secondsAfter);

        assertThat(autoscaler.plan(after, MARKET, Trigger.alarm("add"), later).isRejected())
                .isEqualTo(rejected);
        assertThat(autoscaler
                        .plan(after.withoutCooldown(), MARKET, Trigger.alarm("add"), later)
                        .isRejected())
                .isFalse();
        for (Trigger other : List.of(
                Trigger.check(),
                Trigger.setLimits(0, 5),
                Trigger.remove("i-1"),
                Trigger.attach(Groups.fleet(9).get(8)),
                Trigger.healthCheck(),
                new Trigger.Scheduled("night", ScheduledAction.rule("add")))) {
            assertThat(autoscaler.plan(after, MARKET, other, later).decision())
                    .isNotEqualTo(new Rejected(Rejection.COOLING_DOWN));
        }
        GroupState enabledAgain = after.withStatus(GroupStatus.INACTIVE).withStatus(GroupStatus.ACTIVE);
        assertThat(autoscaler
                        .plan(enabledAgain, MARKET, Trigger.alarm("add"), later)
                        .isRejected())
                .isFalse();
        assertThat(after.withStatus(GroupStatus.INACTIVE).coolingDownUntil())
                .as("disabling ends no cooldown")
                .isEqualTo(after.coolingDownUntil())
                .isPresent();
        assertThat(autoscaler.plan(after, MARKET, Trigger.execute("add"), later).isRejected())
                .isFalse();
    }

    /** Contract section 12: an activity that changes no instance starts no cooldown. */
    @Test
    void anActivityWithoutChangeStartsNoCooldown() {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("add", 1)).build();
        ScalingPlan first = plan(group, GroupState.of(group, fleet(1)), Trigger.alarm("add"));

        GroupState after = first.after().finished(first.activity().orElseThrow(), Optional.empty());

        assertThat(after.coolingDownUntil()).isEmpty();
    }

    /** Contract section 13: without a desired capacity every activity is exclusive; with one only alarms are. */
    @Test
    void activitiesExcludeEachOtherAsDocumented() {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("add", 1)).build();
        GroupState plain = plan(group, GroupState.of(group, fleet(1)), Trigger.execute("add"))
                .after();
        assertThat(plan(group, plain, Trigger.check()).decision())
                .isEqualTo(new Rejected(Rejection.ACTIVITY_IN_PROGRESS));

        GroupState checking = plan(group, GroupState.of(group, fleet(1)).withDesired(3), Trigger.check())
                .after();
        assertThat(checking.running()).hasSize(1);
        assertThat(plan(group, checking, Trigger.execute("add")).isRejected()).isFalse();
        assertThat(plan(group, checking, Trigger.alarm("add")).decision())
                .isEqualTo(new Rejected(Rejection.ACTIVITY_IN_PROGRESS));

        GroupState alarmed = plan(group, GroupState.of(group, fleet(1)).withDesired(1), Trigger.alarm("add"))
                .after();
        assertThat(plan(group, alarmed, Trigger.check()).decision())
                .isEqualTo(new Rejected(Rejection.ACTIVITY_IN_PROGRESS));
    }

    /** Contract section 13, table, desired 3 and stable 2: new desired and instances created now. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "manual rule +4, execute, 6, 0",
        "scheduled rule +4, task, 6, 0",
        "alarm rule +4, alarm, 6, 4",
        "desired check, check, 3, 1"
    })
    void desiredCapacityFollowsTheTable(String row, String kind, int desired, int created) {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("add", 4)).build();
        GroupState state = GroupState.of(group, fleet(2)).withDesired(3);
        Trigger trigger = switch (kind) {
            case "execute" -> Trigger.execute("add");
            case "task" -> new Trigger.Scheduled("night", ScheduledAction.rule("add"));
            case "alarm" -> Trigger.alarm("add");
            default -> Trigger.check();
        };

        ScalingPlan plan = plan(group, state, trigger);

        assertThat(plan.desired()).hasValue(desired);
        assertThat(launched(plan)).isEqualTo(created);
    }

    /** Contract section 13, parallel example 1: 3, then +3, then at once +1 counted from the stable 3, ends at 4. */
    @Test
    void executionsInParallelCountFromStableCapacity() {
        ScalingGroup group = plain(0, 9)
                .rule(ScalingRule.change("three", 3))
                .rule(ScalingRule.change("one", 1))
                .build();
        GroupState state = GroupState.of(group, fleet(3)).withDesired(3);

        GroupState six = plan(group, state, Trigger.execute("three")).after();
        GroupState four = plan(group, six, Trigger.execute("one")).after();

        assertThat(six.desired()).hasValue(6);
        assertThat(four.desired()).hasValue(4);
        assertThat(launched(plan(group, four, Trigger.check()))).isEqualTo(1);
    }

    /** Guide 3.4: the merges S1 to S3 that fail, and one that does not. A value of -1 stands for none. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "S1 max 2 min 0 and min 3,            0, 2, -1, 3, -1, -1, true",
        "S2 max 10 min 0 desired 5 and min 6, 0, 10, 5, 6, -1, -1, true",
        "S3 max 5 min 0 desired 3 and desired 6, 0, 5, 3, -1, -1, 6, true",
        "max lowered below desired,           0, 9, 3, -1, 1, -1, true",
        "all three at once,                   0, 5, 3, 6, 9, 7, false"
    })
    void newLimitsMustBeInOrder(
            String row, int min, int max, int desired, int newMin, int newMax, int newDesired, boolean rejected) {
        ScalingGroup group = plain(min, max).build();
        GroupState state = GroupState.of(group, fleet(3));
        GroupState before = desired < 0 ? state.withFleet(fleet(2)) : state.withDesired(desired);
        Trigger trigger = new Trigger.SetCapacity(optional(newMin), optional(newMax), optional(newDesired));

        ScalingPlan plan = plan(group, before, trigger);

        assertThat(plan.isRejected()).as(row).isEqualTo(rejected);
        if (rejected) {
            assertThat(plan.decision()).isEqualTo(new Rejected(Rejection.LIMITS_OUT_OF_ORDER));
            assertThat(plan.after()).isEqualTo(before);
        } else {
            assertThat(plan.after().limits().min()).isEqualTo(newMin);
            assertThat(launched(plan)).isEqualTo(4);
        }
    }

    private static OptionalInt optional(int value) {
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Contract section 14: a lowered maximum removes, a raised minimum adds. */
    @Test
    void changedLimitsTakeEffectAtOnce() {
        ScalingGroup group = plain(0, 9).build();
        GroupState state = GroupState.of(group, fleet(5));

        assertThat(plan(group, state, Trigger.setLimits(0, 3)).removals())
                .extracting(Instance::id)
                .containsExactly("i-1", "i-2");
        assertThat(launched(plan(group, state, Trigger.setLimits(7, 9)))).isEqualTo(2);
        assertThat(plan(group, state, Trigger.setDesired(4)).decision())
                .isEqualTo(new Rejected(Rejection.NO_DESIRED_CAPACITY));
    }

    /** Stopped instances beyond the maximum are released first; the rest of what an activity may do is removals. */
    @ParameterizedTest
    @CsvSource({"1, i-1", "2, 'i-1 i-2'", "3, 'i-1 i-2 i-3'", "9, 'i-1 i-2 i-3 i-4'"})
    void releasingAndRemovingShareWhatOneActivityMayDo(int most, String removed) {
        ScalingGroup group = plain(0, 9)
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .mostInstancesPerActivity(most)
                .build();
        GroupState state = GroupState.of(group, fleet(5)).stopped(List.of("i-1"), NOW.minusSeconds(60));

        ScalingPlan plan = plan(group, state, Trigger.setLimits(0, 1));

        assertThat(plan.removals()).extracting(Instance::id).containsExactly(removed.split(" ", -1));
    }

    @Test
    void stockThatRunsOutIsAShortfallAndNotAnException() {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("add", 5)).build();
        Market scarce = Market.builder(CATALOG)
                .stock(Groups.LARGE, Groups.H, io.ess4j.model.PurchaseOption.ON_DEMAND, 2)
                .build();

        ScalingPlan plan = new Autoscaler(group, CATALOG)
                .plan(GroupState.of(group, Fleet.empty()), scarce, Trigger.execute("add"), NOW);

        assertThat(launched(plan)).isEqualTo(2);
        assertThat(plan.shortfall()).isEqualTo(3);
        assertThat(plan.explain()).contains("short of 3 units");
    }

    /** Contract section 8, ruling C5: names run out, so fewer instances are launched. */
    @Test
    void hostsAreNamedAndNamesThatRunOutAreAShortfall() {
        ScalingGroup group = plain(0, 99)
                .rule(ScalingRule.change("add", 6))
                .hostNames("node-(AUTO_INCREMENT)[0,1]")
                .build();

        ScalingPlan first = plan(group, GroupState.of(group, Fleet.empty()), Trigger.execute("add"));
        assertThat(first.hostNames().orElseThrow().names())
                .containsExactly("node-0", "node-1", "node-2", "node-3", "node-4", "node-5");

        GroupState after = first.after().finished(first.activity().orElseThrow(), Optional.of(NOW));
        ScalingPlan second = plan(group, serving(after), Trigger.execute("add"));
        assertThat(second.hostNames().orElseThrow().names()).containsExactly("node-6", "node-7", "node-8", "node-9");
        assertThat(launched(second)).isEqualTo(4);
        assertThat(second.shortfall()).isEqualTo(2);
        assertThat(second.after().fleet()).hasSize(10);

        GroupState spent = second.after().finished(second.activity().orElseThrow(), Optional.of(NOW));
        ScalingPlan third = plan(group, serving(spent), Trigger.execute("add"));
        assertThat(third.launches()).as("guide 2.3: scaling out stops").isEmpty();
        assertThat(third.shortfall()).isEqualTo(6);
        assertThat(third.activity()).isEmpty();
    }

    private static GroupState serving(GroupState state) {
        return state.withFleet(Fleet.of(state.fleet().stream()
                .map(i -> i.withState(LifecycleState.IN_SERVICE))
                .toList()));
    }

    /** Contract section 2, ruling C17: 500 instances in one activity unless the group says otherwise. */
    @Test
    void oneActivityDoesOnlySoMuch() {
        ScalingGroup documented =
                plain(0, 2000).rule(ScalingRule.exactly("all", 2000)).build();
        ScalingPlan plan = plan(documented, GroupState.of(documented, fleet(900)), Trigger.execute("all"));
        assertThat(launched(plan)).isEqualTo(500);
        assertThat(plan.postponedInstances()).isEqualTo(600);
        assertThat(plan.shortfall()).isZero();
        assertThat(plan.explain()).contains("leave 600 instances to the next activity: one may do at most 500");
        assertThat(plan(documented, GroupState.of(documented, fleet(900)), Trigger.setLimits(0, 100))
                        .removals())
                .hasSize(500);

        ScalingGroup wide = plain(0, 2000)
                .rule(ScalingRule.exactly("all", 2000))
                .mostInstancesPerActivity(1000)
                .build();
        assertThat(launched(plan(wide, GroupState.of(wide, fleet(900)), Trigger.execute("all"))))
                .isEqualTo(1000);

        ScalingGroup careful = plain(0, 99)
                .rule(ScalingRule.change("add", 9))
                .mostInstancesPerActivity(4)
                .hostNames("n-(AUTO_INCREMENT)[7,1]")
                .build();
        ScalingPlan named = plan(careful, GroupState.of(careful, Fleet.empty()), Trigger.execute("add"));
        assertThat(named.hostNames().orElseThrow().names()).containsExactly("n-7", "n-8", "n-9");
        assertThat(launched(named)).isEqualTo(3);
        assertThat(named.shortfall()).as("one of the four allowed has no name").isEqualTo(1);
        assertThat(named.postponedInstances()).isEqualTo(5);
        assertThatThrownBy(() -> plain(0, 9).mostInstancesPerActivity(0).build())
                .hasMessageContaining("mostInstances (0) must be >= 1");
    }
}
