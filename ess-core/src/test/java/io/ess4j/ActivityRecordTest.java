package io.ess4j;

import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static io.ess4j.Groups.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.lifecycle.ActivityStatus;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.lifecycle.StopPool;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the service shows of an activity: its source, and who came and went (guide map C-16-5, C-16-6). */
class ActivityRecordTest {
    private static final Instant END = NOW.plusSeconds(90);

    private static ScalingGroup group(ReclaimMode mode) {
        return plain(0, 40)
                .reclaim(ReclaimPolicy.of(mode))
                .rule(ScalingRule.change("add", 3))
                .rule(ScalingRule.change("drop", -3))
                .build();
    }

    private static ActivityRecord record(ScalingPlan plan, String... reached) {
        return ActivityRecord.of(plan, List.of(reached), END, plan.before());
    }

    /** DescribeScalingActivities: event-triggered tasks are Cms, operations Api, the rest is the service itself. */
    @Test
    void everyTriggerHasTheSourceThatTheServicePrints() {
        Map<Trigger, String> table = new LinkedHashMap<>();
        table.put(Trigger.alarm("add"), "Cms");
        table.put(Trigger.execute("add"), "Api");
        table.put(new Trigger.Adjust(AdjustmentType.QUANTITY, 1, OptionalInt.empty(), true), "Api");
        table.put(Trigger.setDesired(2), "Api");
        table.put(new Trigger.DesiredMode(OptionalInt.of(1)), "Api");
        table.put(Trigger.attach(fleet(1).get(0)), "Api");
        table.put(Trigger.remove("i-1"), "Api");
        table.put(Trigger.rebalance(), "Api");
        table.put(new Trigger.Scheduled("night", ScheduledAction.rule("add")), "Ess");
        table.put(Trigger.check(), "Ess");
        table.put(Trigger.healthCheck(), "Ess");
        table.put(Trigger.lifetimeCheck(), "Ess");
        table.put(Trigger.spotNotice("i-1"), "Ess");
        table.put(Trigger.restoreMix(), "Ess");
        table.put(new Trigger.StartsFailed(List.of("i-1")), "Ess");

        table.forEach((trigger, word) ->
                assertThat(TriggerSource.of(trigger)).as(trigger.toString()).hasToString(word));
        assertThat(table.keySet().stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Trigger.class.getPermittedSubclasses()));
    }

    /** Three are to be added, and one is stopped: it is started, and two are created, of which one fails. */
    @Test
    void scalingOutListsWhoWasStartedAndWhoWasCreated() {
        ScalingGroup group = group(ReclaimMode.RECYCLE);
        Fleet two = Fleet.of(fleet(2).get(0), fleet(2).get(1).withState(LifecycleState.STOPPED));
        GroupState before = GroupState.of(group, two);
        GroupState state = new GroupState(
                before.fleet(),
                before.limits(),
                before.desired(),
                before.coolingDownUntil(),
                before.running(),
                before.hostNames(),
                before.status(),
                before.suspension(),
                new StopPool(List.of(new StopPool.Stopped("i-2", NOW.minusSeconds(60)))));
        ScalingPlan plan = plan(group, state, Trigger.alarm("add"));
        GroupState then = plan.after(List.of("n-1", "n-2"))
                .joined(List.of("i-2", "n-1"), END)
                .gone(List.of("n-2"));

        ActivityRecord record = ActivityRecord.of(plan, List.of("i-2", "n-1", "n-1"), END, then);

        assertThat(record.source()).isEqualTo(TriggerSource.CMS);
        assertThat(record.cause()).startsWith("An alarm task requests to execute scaling rule \"add\"");
        assertThat(record.status()).isEqualTo(ActivityStatus.WARNING);
        assertThat(record.startTime()).isEqualTo(NOW);
        assertThat(record.endTime()).isEqualTo(END);
        assertThat(record.started()).containsExactly("i-2");
        assertThat(record.created()).containsExactly("n-1");
        assertThat(record.scalingInstanceNumber()).isEqualTo(2);
        assertThat(List.of(record.attached(), record.destroyed(), record.stopped(), record.removed()))
                .allSatisfy(list -> assertThat(list).isEmpty());
        assertThat(record.totalCapacity()).isEqualTo(3);
        assertThat(record.autoCreatedCapacity()).isEqualTo(3);
        assertThat(record.attachedCapacity()).isZero();
    }

    /** What a group made is stopped or released as it is set, what it was given only leaves. */
    @Test
    void scalingInListsHowEachLeft() {
        for (ReclaimMode mode : List.of(ReclaimMode.RELEASE, ReclaimMode.RECYCLE)) {
            ScalingGroup group = group(mode);
            ScalingPlan plan = plan(group, GroupState.of(group, mixed()), Trigger.execute("drop"));
            ActivityRecord record = record(plan, "i-3", "i-1", "i-2", "stranger");

            boolean stops = mode == ReclaimMode.RECYCLE;
            assertThat(record.source()).isEqualTo(TriggerSource.API);
            assertThat(record.status()).isEqualTo(ActivityStatus.SUCCESSFUL);
            assertThat(record.stopped()).isEqualTo(stops ? List.of("i-3", "i-1") : List.of());
            assertThat(record.destroyed()).isEqualTo(stops ? List.of() : List.of("i-3", "i-1"));
            assertThat(record.removed()).containsExactly("i-2");
            assertThat(record.created()).isEmpty();
            assertThat(record.scalingInstanceNumber()).isEqualTo(2);
            assertThat(record.attachedCapacity()).isEqualTo(1);
            assertThat(record.autoCreatedCapacity()).isEqualTo(3);
        }
    }

    private static Fleet mixed() {
        List<Instance> rows = new ArrayList<>(fleet(4));
        Instance second = rows.get(1);
        rows.set(
                1,
                Instance.builder(second.id())
                        .type(second.type())
                        .zone(second.zone())
                        .price(second.price())
                        .joinedAt(second.joinedAt())
                        .origin(InstanceOrigin.ATTACHED)
                        .build());
        return Fleet.of(rows);
    }

    /** A plan that replaces creates first; both sides are listed, and the number is of those that joined. */
    @Test
    void aReplacementListsBothSides() {
        ScalingGroup group = plain(0, 9).lifetime(java.time.Duration.ofDays(1)).build();
        ScalingPlan plan = plan(group, GroupState.of(group, fleet(3)), Trigger.lifetimeCheck());
        assertThat(plan.removesOnceReplaced()).isTrue();
        String old = plan.removals().get(0).id();

        ActivityRecord record = record(plan, "n-1", old);

        assertThat(record.created()).containsExactly("n-1");
        assertThat(record.destroyed()).containsExactly(old);
        assertThat(record.scalingInstanceNumber()).isEqualTo(1);
    }

    /** Total, attached and created capacity are weights, so that they add up (ruling C27). */
    @Test
    void capacitiesAreWeighted() {
        ScalingGroup group = weighted(0, 100).build();
        List<Instance> rows = new ArrayList<>();
        mixed().forEach(i -> rows.add(i.withWeight(i.id().equals("i-2") ? 8 : 2)));
        rows.add(rows.get(0).withState(LifecycleState.REMOVING));
        rows.remove(0);
        ScalingPlan plan = plan(group, GroupState.of(group, Fleet.of(rows)), Trigger.remove("i-2"));

        ActivityRecord record = ActivityRecord.of(plan, List.of(), END, plan.before());

        assertThat(record.status()).isEqualTo(ActivityStatus.FAILED);
        assertThat(record.totalCapacity()).isEqualTo(12);
        assertThat(record.attachedCapacity()).isEqualTo(8);
        assertThat(record.autoCreatedCapacity()).isEqualTo(4);
    }

    @Test
    void aRefusalIsRecordedAsSuch() {
        ScalingGroup group = group(ReclaimMode.RELEASE);
        ScalingPlan plan = plan(group, GroupState.of(group, fleet(3)), Trigger.remove("gone"));

        ActivityRecord record = record(plan);

        assertThat(record.status()).isEqualTo(ActivityStatus.REJECTED);
        assertThat(record.scalingInstanceNumber()).isZero();
    }

    @Test
    void refusesWhatCannotHaveHappened() {
        ScalingGroup group = group(ReclaimMode.RELEASE);
        GroupState state = GroupState.of(group, fleet(3));
        ScalingPlan plan = plan(group, state, Trigger.execute("add"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(plan, "a", "b", "c", "d"))
                .withMessage("achieved (4) must be from 0 to planned (3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(plan(group, state, Trigger.check())))
                .withMessage("plan must be refused, or change an instance, to have a record");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivityRecord.of(plan, List.of(), NOW.minusSeconds(1), state))
                .withMessage("endTime (2026-01-05T17:59:59Z) must not be before startTime (2026-01-05T18:00:00Z)");
    }
}
