package io.ess4j;

import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.attached;
import static io.ess4j.Groups.carriedOut;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static io.ess4j.Groups.states;
import static io.ess4j.Groups.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.Decision.Rejected;
import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.lifecycle.StepSequence.Way;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.ScalingProcess;
import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What befalls a group over its life: enabled, unhealthy, suspended, its instances stopped, started and replaced. */
class GroupLifeTest {
    /** Guide 1.4: min 100 creates 100 at once; guide 2.1: min 1 creates 1; guide 2.2: min 0 nothing, +1 one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "guide 1.4, 100, 200, 100",
        "guide 2.1, 1, 5, 1",
        "guide 2.2, 0, 2, 0",
        "C-1-8 without attaching, 5, 9, 5"
    })
    void enablingCreatesTheMinimum(String source, int min, int max, int created) {
        ScalingGroup group = plain(min, max).rule(ScalingRule.change("one", 1)).build();
        GroupState inactive = GroupState.of(group, Fleet.empty()).withStatus(GroupStatus.INACTIVE);

        for (Trigger trigger : List.of(Trigger.check(), Trigger.execute("one"), Trigger.setLimits(min, max))) {
            assertThat(plan(group, inactive, trigger).decision()).isEqualTo(new Rejected(Rejection.GROUP_INACTIVE));
        }
        GroupState active = inactive.withStatus(GroupStatus.ACTIVE);
        assertThat(launched(plan(group, active, Trigger.check()))).isEqualTo(created);
        assertThat(launched(plan(group, active, Trigger.execute("one")))).isEqualTo(Math.max(1, created));
    }

    /** Guide map C-1-8: min 5, two instances attached when the group is enabled: three are created. */
    @Test
    void attachingWhenEnablingLeavesTheShortage() {
        ScalingGroup group = plain(5, 9).build();
        GroupState empty = GroupState.of(group, Fleet.empty());

        GroupState two = carriedOut(plan(group, empty, Trigger.attach(fleet(2).get(0), fleet(2).get(1))), NOW);

        assertThat(launched(plan(group, two, Trigger.check()))).isEqualTo(3);
    }

    /** Contract section 13, table: an unhealthy one of two leaves, desired stays 3, the check creates two. */
    @Test
    void unhealthyInstancesLeaveAndAreReplaced() {
        ScalingGroup group = plain(2, 9).build();
        Fleet sick = with(fleet(2), fleet(2).get(0).withHealthy(false));
        GroupState state = GroupState.of(group, sick).withDesired(3);

        ScalingPlan plan = plan(group, state, Trigger.healthCheck());
        GroupState after = carriedOut(plan, NOW);

        assertThat(plan.exits())
                .extracting(e -> e.instance().id() + " " + e.way())
                .containsExactly("i-1 RELEASE");
        assertThat(after.fleet().stableCapacity()).as("below the minimum of 2").isEqualTo(1);
        assertThat(after.desired()).hasValue(3);
        assertThat(launched(plan(group, after, Trigger.check()))).isEqualTo(2);
        assertThat(plan(group, after, Trigger.healthCheck()).decision()).isEqualTo(new Rejected(Rejection.ALL_HEALTHY));
        GroupState silent = state.withSuspension(ProcessSuspension.of(ScalingProcess.HEALTH_CHECK));
        assertThat(plan(group, silent, Trigger.healthCheck()).decision())
                .isEqualTo(new Rejected(Rejection.PROCESS_SUSPENDED));
    }

    /** Guide 3.3: a stopped instance that does not start is released and replaced in the same activity. */
    @Test
    void whatDoesNotStartIsReplaced() {
        ScalingGroup group = plain(0, 5)
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .rule(ScalingRule.change("add", 1))
                .build();
        GroupState state = GroupState.of(group, fleet(2)).stopped(List.of("i-1"), NOW);
        GroupState starting = plan(group, state, Trigger.execute("add")).after();

        ScalingPlan plan = plan(group, starting, new Trigger.StartsFailed(List.of("i-1")));

        assertThat(launched(plan)).isEqualTo(1);
        assertThat(plan.exits())
                .extracting(e -> e.instance().id() + " " + e.way())
                .containsExactly("i-1 RELEASE");
        assertThat(plan.activity()).as("it belongs to the activity that runs").isEmpty();
        assertThat(plan.after().running()).isEqualTo(starting.running());
        assertThat(plan(group, starting.withStatus(GroupStatus.INACTIVE), plan.trigger())
                        .isRejected())
                .as("what is running goes on")
                .isFalse();
        assertThat(plan(group, starting, new Trigger.StartsFailed(List.of("i-2")))
                        .decision())
                .isEqualTo(new Rejected(Rejection.WRONG_STATE));
        assertThat(plan(group, starting, new Trigger.StartsFailed(List.of("i-9")))
                        .decision())
                .isEqualTo(new Rejected(Rejection.NOT_IN_GROUP));
    }

    /** Guide map C-6-1: what the group does and what is wished. */
    @ParameterizedTest
    @CsvSource({
        "RECYCLE, RECYCLE, STOP",
        "RECYCLE, RELEASE, RELEASE",
        "RELEASE, RECYCLE, RELEASE",
        "RELEASE, RELEASE, RELEASE",
        "RECYCLE, DETACH, LEAVE"
    })
    void removalByHandFollowsGroupAndWish(ReclaimMode mode, Trigger.Remove.Wish wish, Way way) {
        ScalingGroup group = plain(0, 5).reclaim(ReclaimPolicy.of(mode)).build();
        ScalingPlan plan =
                plan(group, GroupState.of(group, fleet(2)), new Trigger.Remove(List.of("i-1"), wish, true, false));

        assertThat(plan.exits()).extracting(Exit::way).containsExactly(way);
    }

    /** Guide map C-23-1 to C-23-3: which triggers a suspended process stops. */
    @ParameterizedTest(name = "{0} suspended: {1} refused {2}")
    @CsvSource({
        "SCALE_OUT, add, true",
        "SCALE_OUT, drop, false",
        "SCALE_OUT, attach, true",
        "SCALE_OUT, remove, false",
        "SCALE_OUT, alarm, true",
        "SCALE_OUT, scheduled, true",
        "SCALE_IN, alarm, false",
        "SCALE_IN, scheduled, false",
        "ALARM_NOTIFICATION, scheduled, false",
        "SCHEDULED_ACTION, scheduled, true",
        "SCHEDULED_ACTION, alarm, false",
        "SCALE_IN, add, false",
        "SCALE_IN, drop, true",
        "SCALE_IN, attach, false",
        "SCALE_IN, remove, true",
        "ALARM_NOTIFICATION, alarm, true",
        "ALARM_NOTIFICATION, add, false",
        "SCHEDULED_ACTION, add, false",
        "HEALTH_CHECK, add, false"
    })
    void suspendedProcessesRefuse(ScalingProcess process, String trigger, boolean refused) {
        ScalingGroup group = plain(0, 9)
                .rule(ScalingRule.change("add", 1))
                .rule(ScalingRule.change("drop", -1))
                .build();
        GroupState state = GroupState.of(group, fleet(3)).withSuspension(ProcessSuspension.of(process));

        ScalingPlan plan = plan(
                group,
                state,
                switch (trigger) {
                    case "attach" -> Trigger.attach(attached(fleet(9).get(8)));
                    case "remove" -> Trigger.remove("i-1");
                    case "alarm" -> Trigger.alarm("add");
                    case "scheduled" -> new Trigger.Scheduled("evening", ScheduledAction.rule("add"));
                    default -> Trigger.execute(trigger);
                });

        assertThat(plan.isRejected()).isEqualTo(refused);
    }

    /** Guide map C-23-2: a rule still moves the desired capacity, new limits hold, and instances follow on resume. */
    @Test
    void whatWasSuspendedFollowsOnResume() {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("add", 2)).build();
        GroupState state = GroupState.of(group, fleet(3))
                .withDesired(3)
                .withSuspension(ProcessSuspension.of(ScalingProcess.SCALE_OUT));

        GroupState five = plan(group, state, Trigger.execute("add")).after();
        ScalingPlan limits = plan(group, five, Trigger.setLimits(5, 9));

        assertThat(five.desired()).hasValue(5);
        assertThat(plan(group, five, Trigger.check()).decision()).isEqualTo(new Rejected(Rejection.PROCESS_SUSPENDED));
        assertThat(limits.limits().min()).isEqualTo(5);
        assertThat(limits.changesInstances()).isFalse();
        GroupState resumed = limits.after().withSuspension(ProcessSuspension.NONE);
        assertThat(launched(plan(group, resumed, Trigger.check()))).isEqualTo(2);
    }

    /** Guide map C-22-1: too old ones are replaced, created first, a tenth of the group at a time. */
    @Test
    void tooOldInstancesAreReplaced() {
        ScalingGroup group = plain(0, 40).lifetime(Duration.ofDays(10)).build();
        ScalingGroup forever = plain(0, 40).build();
        GroupState state = GroupState.of(group, fleet(20));

        ScalingPlan plan = plan(group, state, Trigger.lifetimeCheck());

        assertThat(launched(plan)).isEqualTo(2);
        assertThat(plan.removals()).extracting(Instance::id).containsExactly("i-1", "i-2");
        assertThat(plan.removesOnceReplaced()).isTrue();
        assertThat(plan(forever, state, Trigger.lifetimeCheck()).decision())
                .isEqualTo(new Rejected(Rejection.NONE_EXPIRED));
    }

    /** What one activity may not launch or name is not replaced, so nobody leaves for it. */
    @Test
    void replacingNeverLosesCapacity() {
        ScalingGroup group = plain(0, 40)
                .lifetime(Duration.ofDays(10))
                .mostInstancesPerActivity(2)
                .build();
        ScalingGroup named = plain(0, 40)
                .lifetime(Duration.ofDays(10))
                .hostNames("n-(AUTO_INCREMENT)[9,1]")
                .build();

        assertThat(plan(group, GroupState.of(group, fleet(40)), Trigger.lifetimeCheck())
                        .removals())
                .hasSize(2);
        ScalingPlan one = plan(named, GroupState.of(named, fleet(40)), Trigger.lifetimeCheck());
        assertThat(launched(one)).isEqualTo(1);
        assertThat(one.removals()).hasSize(1);
        assertThat(one.exitsReplacedBy(1)).hasSize(1);
        assertThat(one.exitsReplacedBy(0)).as("its replacement failed").isEmpty();
        GroupState spent = one.after().finished(one.activity().orElseThrow(), Optional.empty());
        assertThat(plan(named, spent, Trigger.lifetimeCheck()).decision())
                .isEqualTo(new Rejected(Rejection.NOTHING_REPLACEABLE));
    }

    @Test
    void explanationsSayHowInstancesLeaveAndWhatHoldsThemBack() {
        ScalingGroup group = plain(0, 5)
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .rule(ScalingRule.change("drop", -1))
                .build();
        GroupState state = GroupState.of(group, fleet(3));
        GroupState held = state.withSuspension(ProcessSuspension.of(ScalingProcess.SCALE_OUT));

        assertThat(plan(group, state, Trigger.execute("drop")).explain()).contains("stop i-1, ecs.c5.large");
        assertThat(plan(group, held, Trigger.setLimits(4, 5)).explain())
                .contains("scale out by 1 to 4")
                .contains("held back, for these processes are suspended: [ScaleOut]");
    }

    @Test
    void whoLeavesAndWhoComesBack() {
        ScalingGroup group = plain(0, 5)
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .rule(ScalingRule.change("drop", -2))
                .build();
        ScalingPlan plan = plan(group, GroupState.of(group, fleet(3)), Trigger.execute("drop"));

        GroupState half = plan.after().left(plan.exits().subList(0, 1), NOW).returned(List.of("i-2"));

        assertThat(states(half)).containsExactly("i-1 STOPPED", "i-2 IN_SERVICE", "i-3 IN_SERVICE");
        assertThatThrownBy(() -> half.returned(List.of("i-3")))
                .hasMessage("instance (i-3) must be leaving, it is IN_SERVICE");
    }
}
