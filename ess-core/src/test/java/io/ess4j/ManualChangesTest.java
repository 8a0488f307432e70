package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.LARGE;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.Decision.Rejected;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.rule.ScalingRule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances that somebody attaches or removes by name. */
class ManualChangesTest {
    private static Instance bought(String id) {
        return Instance.builder(id)
                .offering(CATALOG.offerings().get(0))
                .joinedAt(NOW.minusSeconds(5))
                .build();
    }

    private static Trigger attach(int count) {
        return new Trigger.Attach(
                IntStream.range(0, count).mapToObj(i -> bought("mine-" + i)).toList());
    }

    /** Contract section 13, table: desired 3 and stable 2; what counts at once, and the new desired capacity. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "manual add 4 (D2),                   attach, 6, 7",
        "manual remove 1 (D3),                remove, 1, 2",
        "manual remove 1 that keeps desired,  keep,   1, 3"
    })
    void desiredFollowsWhatIsDoneByHand(String row, String kind, int capacity, int desired) {
        ScalingGroup group = plain(0, 9).build();
        GroupState state = GroupState.of(group, fleet(2)).withDesired(3);
        Trigger trigger = switch (kind) {
            case "attach" -> attach(4);
            case "remove" -> Trigger.remove("i-1");
            default -> new Trigger.Remove(List.of("i-1"), Trigger.Remove.Wish.RELEASE, false, false);
        };

        ScalingPlan plan = plan(group, state, trigger);

        assertThat(plan.decision()).isEqualTo(new Decision.AsRequested());
        assertThat(plan.after().fleet().capacity()).isEqualTo(capacity);
        assertThat(plan.after().desired()).hasValue(desired);
        assertThat(launched(plan)).isZero();
    }

    /** Contract section 13: instances that are added as the group is made raise its desired capacity from 1 to 3. */
    @Test
    void instancesAddedAtTheBeginningRaiseTheDesiredCapacity() {
        ScalingGroup group = plain(0, 9).build();
        GroupState made = GroupState.of(group, Fleet.empty()).withDesired(1);

        assertThat(plan(group, made, attach(2)).after().desired()).hasValue(3);
    }

    /** Contract section 13, parallel example 2: 3, add 1, attach 1 while it runs, ends at 5. */
    @Test
    void attachingBesideARunningRuleAddsUp() {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("one", 1)).build();
        GroupState three = GroupState.of(group, fleet(3)).withDesired(3);

        GroupState four = plan(group, three, Trigger.execute("one")).after();
        ScalingPlan creating = plan(group, four, Trigger.check());
        GroupState five = plan(group, creating.after(), attach(1)).after();

        assertThat(four.desired()).hasValue(4);
        assertThat(launched(creating)).isEqualTo(1);
        assertThat(five.desired()).hasValue(5);
        assertThat(five.fleet().capacity()).isEqualTo(5);
    }

    /** Contract section 13, the other example: an alarm's activity tolerates no manual change beside it. */
    @Test
    void nothingIsAttachedWhileAnAlarmsActivityRuns() {
        ScalingGroup group = plain(0, 9).rule(ScalingRule.change("three", 3)).build();
        GroupState four = plan(group, GroupState.of(group, fleet(1)).withDesired(1), Trigger.alarm("three"))
                .after();

        assertThat(four.desired()).hasValue(4);
        assertThat(plan(group, four, attach(1)).decision()).isEqualTo(new Rejected(Rejection.ACTIVITY_IN_PROGRESS));
    }

    /** Contract section 14: limits refuse what is done by hand, and only what goes beyond them. */
    @Test
    void limitsRefuse() {
        ScalingGroup group = plain(2, 4).build();
        GroupState state = GroupState.of(group, fleet(3));

        assertThat(plan(group, state, attach(2)).decision()).isEqualTo(new Rejected(Rejection.ABOVE_MAXIMUM));
        assertThat(plan(group, state, attach(1)).isRejected()).isFalse();
        assertThat(plan(group, state, Trigger.remove("i-1", "i-2")).decision())
                .isEqualTo(new Rejected(Rejection.BELOW_MINIMUM));
        assertThat(plan(
                                group,
                                state,
                                new Trigger.Remove(List.of("i-1", "i-2"), Trigger.Remove.Wish.DETACH, true, false))
                        .decision())
                .as("detaching as well")
                .isEqualTo(new Rejected(Rejection.BELOW_MINIMUM));
        assertThat(plan(group, state, Trigger.remove("i-2")).removals())
                .extracting(Instance::id)
                .containsExactly("i-2");
    }

    /** Ruling C19: protected instances leave by hand only if that is forced. */
    @Test
    void protectionHoldsUnlessForced() {
        ScalingGroup group = plain(0, 4).build();
        Instance kept = fleet(1).get(0).withState(LifecycleState.PROTECTED);
        GroupState state = GroupState.of(group, Fleet.of(kept));

        assertThat(plan(group, state, Trigger.remove("i-1")).decision()).isEqualTo(new Rejected(Rejection.PROTECTED));
        assertThat(plan(group, state, new Trigger.Remove(List.of("i-1"), Trigger.Remove.Wish.RELEASE, true, true))
                        .removals())
                .containsExactly(kept);
    }

    /** A stopped instance is no capacity: it may go though the group is below its minimum already. */
    @Test
    void removingAStoppedInstanceTakesNoCapacity() {
        ScalingGroup group = plain(2, 9).build();
        Fleet fleet = Fleet.of(fleet(2).get(0), fleet(2).get(1).withState(LifecycleState.STOPPED));

        ScalingPlan plan = plan(group, GroupState.of(group, fleet), Trigger.remove("i-2"));

        assertThat(plan.isRejected()).isFalse();
        assertThat(plan.removals()).extracting(Instance::id).containsExactly("i-2");
        assertThat(plan(group, GroupState.of(group, fleet), Trigger.remove("i-1"))
                        .isRejected())
                .isTrue();
    }

    /** Guide map C-6-3: attaching a stopped instance starts it again, as young as a new one. */
    @Test
    void attachingAStoppedInstanceStartsIt() {
        ScalingGroup group = plain(0, 4).build();
        GroupState state =
                GroupState.of(group, Fleet.of(fleet(2).get(0), fleet(2).get(1).withState(LifecycleState.STOPPED)));

        Fleet after = plan(group, state, Trigger.attach(bought("i-2"))).after().fleet();

        assertThat(after).hasSize(2);
        assertThat(after.get(1).state()).isEqualTo(LifecycleState.PENDING);
        assertThat(after.get(1).joinedAt()).isEqualTo(NOW);
        assertThat(plan(group, state, Trigger.attach(bought("i-1"))).decision())
                .isEqualTo(new Rejected(Rejection.ALREADY_IN_GROUP));
    }

    /** Instances keep who owns them, and take the weight of the group's type or their own where it has none. */
    @Test
    void attachedInstancesKeepTheirOwnerAndTakeTheGroupsWeight() {
        ScalingGroup group = Groups.weighted(0, 99).build();
        GroupState state = GroupState.of(group, Fleet.empty());
        Instance entrusted = draft("a", LARGE).origin(InstanceOrigin.ENTRUSTED).build();
        Instance made =
                draft("b", Groups.XLARGE2).origin(InstanceOrigin.CREATED).build();
        Instance foreign = draft("c", InstanceType.of("other", 1, 1)).weight(5).build();

        assertThat(plan(group, state, Trigger.attach(entrusted, made, foreign)).attached())
                .extracting(i -> i.id() + " " + i.weight() + " " + i.origin() + " " + i.state())
                .containsExactly("a 2 ENTRUSTED PENDING", "b 8 ATTACHED PENDING", "c 5 ATTACHED PENDING");
    }

    private static Instance.Builder draft(String id, InstanceType type) {
        return Instance.builder(id)
                .type(type)
                .zone(Groups.H)
                .price(Groups.CATALOG.offerings().get(0).price())
                .joinedAt(NOW);
    }

    @Test
    void removesOnlyWhatIsThere() {
        ScalingGroup group = plain(0, 4).build();
        Instance leaving = fleet(2).get(1).withState(LifecycleState.REMOVING);
        GroupState state = GroupState.of(group, Fleet.of(fleet(2).get(0), leaving));

        assertThat(plan(group, state, Trigger.remove("i-1", "i-2")).decision())
                .isEqualTo(new Rejected(Rejection.WRONG_STATE));
        assertThat(plan(group, state, Trigger.remove("i-1", "i-9")).decision())
                .isEqualTo(new Rejected(Rejection.NOT_IN_GROUP));
        assertThatThrownBy(Trigger::remove)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids must name at least one instance");
        assertThatThrownBy(() -> Trigger.attach(bought("x"), bought("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instances must name x only once");
    }

    @Test
    void explainsWhoComesAndGoes() {
        ScalingGroup group = plain(0, 4).build();
        GroupState state = GroupState.of(group, fleet(2));

        assertThat(plan(group, state, Trigger.attach(bought("mine"))).explain())
                .contains("instances to attach")
                .contains("attach mine, ecs.c5.large in h");
        assertThat(plan(group, state, Trigger.remove("i-2")).explain())
                .contains("instances to remove i-2")
                .contains("remove i-2, ecs.c5.large in h, joined");
    }
}
