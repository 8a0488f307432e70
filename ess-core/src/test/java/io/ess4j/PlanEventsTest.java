package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.event.EventType;
import io.ess4j.event.ScalingEvent;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.rule.ScalingRule;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is told of an activity when it begins and when it has ended (guide map G1.8-1 to G1.8-15). */
class PlanEventsTest {
    private static final PlanEvents.Subject SUBJECT =
            new PlanEvents.Subject("cn-hangzhou", "1234", "asg-1", "req-1", "asa-1");

    private static ScalingGroup group(ReclaimMode mode) {
        return plain(0, 40)
                .reclaim(ReclaimPolicy.of(mode))
                .rule(ScalingRule.change("add", 2))
                .rule(ScalingRule.change("drop", -3))
                .build();
    }

    private static ScalingEvent ended(ScalingPlan plan, String... reached) {
        return PlanEvents.ended(plan, SUBJECT, List.of(reached), NOW.plusSeconds(60), plan.after());
    }

    @Test
    void aGroupThatGivesUpItsDesiredCapacityHasACauseToo() {
        ScalingGroup group = group(ReclaimMode.RELEASE);
        GroupState led = GroupState.of(group, fleet(3)).withDesired(3);

        assertThat(PlanEvents.cause(plan(group, led, new Trigger.DesiredMode(OptionalInt.empty()))))
                .isEqualTo("Desired capacity switched on or off, changing the Total Capacity from \"3\" to \"3\".");
    }

    @Test
    void aBeginningSaysHowManyAreAddedOrRemoved() {
        ScalingGroup group = group(ReclaimMode.RELEASE);
        GroupState state = GroupState.of(group, fleet(5));

        ScalingEvent out = PlanEvents.begun(plan(group, state, Trigger.execute("add")), SUBJECT)
                .orElseThrow();
        ScalingEvent in = PlanEvents.begun(plan(group, state, Trigger.execute("drop")), SUBJECT)
                .orElseThrow();
        ScalingEvent refused = PlanEvents.begun(plan(group, state, Trigger.remove("gone")), SUBJECT)
                .orElseThrow();

        assertThat(out.type()).isEqualTo(EventType.SCALE_OUT_START);
        assertThat(out.content().description()).isEqualTo("Add \"2\" ECS instance");
        assertThat(out.content().totalCapacity()).isEqualTo(5);
        assertThat(out.content().expectNum()).isEmpty();
        assertThat(out.groupId()).isEqualTo("asg-1");
        assertThat(in.type()).isEqualTo(EventType.SCALE_IN_START);
        assertThat(in.content().description()).isEqualTo("Remove \"3\" ECS instance");
        assertThat(refused.type()).isEqualTo(EventType.SCALE_REJECT);
        assertThat(refused.content().description()).isEqualTo("Rejected: an instance is not in the group");
        assertThat(PlanEvents.begun(plan(group, state, Trigger.check()), SUBJECT))
                .isEmpty();
    }

    /** Three are to go: how they go depends on the group, and only those of the plan count. */
    @Test
    void anEndSaysHowInstancesLeft() {
        ScalingGroup releases = group(ReclaimMode.RELEASE);
        ScalingGroup keeps = group(ReclaimMode.RECYCLE);
        ScalingPlan plan = plan(releases, GroupState.of(releases, fleet(5)), Trigger.execute("drop"));
        ScalingPlan stops = plan(keeps, GroupState.of(keeps, fleet(5)), Trigger.execute("drop"));

        ScalingEvent all = ended(plan, "i-1", "i-2", "i-3", "i-5");
        assertThat(all.type()).isEqualTo(EventType.SCALE_IN_SUCCESS);
        assertThat(all.content().description()).isEqualTo("\"3\" ECS instances are removed");
        assertThat(all.content().instanceIds()).containsExactly("i-1", "i-2", "i-3");
        assertThat(all.content().expectNum()).hasValue(3);
        assertThat(all.content().endTime()).isEqualTo(NOW.plusSeconds(60));
        assertThat(ended(plan, "i-1").type()).isEqualTo(EventType.SCALE_IN_WARN);
        assertThat(ended(plan, "i-1").content().instanceIds()).isEmpty();
        assertThat(ended(plan).type()).isEqualTo(EventType.SCALE_IN_ERROR);
        assertThat(ended(stops, "i-1", "i-2").content().description())
                .isEqualTo("\"0\" ECS instances are removed.\"2\" ECS instance are stopped");
        ScalingPlan detached = plan(
                keeps,
                GroupState.of(keeps, fleet(5)),
                new Trigger.Remove(List.of("i-1", "i-2"), Trigger.Remove.Wish.DETACH, true, false));
        assertThat(ended(detached, "i-1", "i-2").content().description()).isEqualTo("\"2\" ECS instances are removed");
    }

    @Test
    void anEndSaysHowInstancesCame() {
        ScalingGroup group = group(ReclaimMode.RECYCLE);
        GroupState pooled = GroupState.of(group, fleet(3)).stopped(List.of("i-1"), NOW.minusSeconds(60));
        ScalingPlan started = plan(group, pooled, Trigger.execute("add"));
        Instance own = Instance.builder("own")
                .offering(CATALOG.offerings().get(0))
                .origin(InstanceOrigin.ATTACHED)
                .joinedAt(Instant.EPOCH)
                .build();
        ScalingPlan attached = plan(group, pooled, Trigger.attach(own));

        assertThat(started.starts()).containsExactly("i-1");
        assertThat(ended(started, "i-1", "new-1").type()).isEqualTo(EventType.SCALE_OUT_SUCCESS);
        assertThat(ended(started, "i-1", "new-1").content().description())
                .isEqualTo("\"1\" ECS instances are added.\"1\" ECS instance are started");
        assertThat(ended(attached, "own").content().description()).isEqualTo("\"1\" ECS instances are added");
        assertThat(ended(attached).type()).isEqualTo(EventType.SCALE_OUT_ERROR);
        assertThat(PlanEvents.begun(attached, SUBJECT).orElseThrow().type()).isEqualTo(EventType.SCALE_OUT_START);
    }

    @Test
    void whatDidNotBeginHasNoEnd() {
        ScalingGroup group = group(ReclaimMode.RELEASE);
        ScalingPlan hold = plan(group, GroupState.of(group, fleet(3)), Trigger.check());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ended(hold))
                .withMessage("plan must change an instance to have an activity that ends");
    }
}
