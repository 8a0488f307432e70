package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.lifecycle.GroupLifecycle.Refusal;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Contract section 1: inactive, active, being deleted. */
class GroupLifecycleTest {
    private static final GroupLifecycle ACTIVE = new GroupLifecycle(GroupStatus.ACTIVE, false, false);
    private static final Fleet THREE = Fleet.of(List.of(
            instance("made", InstanceOrigin.CREATED),
            instance("given", InstanceOrigin.ATTACHED),
            instance("entrusted", InstanceOrigin.ENTRUSTED)));

    private static GroupLifecycle.Step step(GroupLifecycle group, GroupEvent event) {
        return group.step(event, Fleet.empty(), 0);
    }

    @Test
    void aNewGroupIsInactiveUntilEnabled() {
        GroupLifecycle.Step enabled = step(GroupLifecycle.NEW, new GroupEvent.Enable(true));

        assertThat(GroupLifecycle.NEW.status().acceptsActivities()).isFalse();
        assertThat(enabled.next()).isEqualTo(ACTIVE);
        assertThat(enabled.clearsCooldown()).isTrue();
        assertThat(enabled.next().status().acceptsActivities()).isTrue();
        assertThat(step(ACTIVE, new GroupEvent.Enable(true)).refusal()).contains(Refusal.WRONG_STATUS);
    }

    @Test
    void enablingNeedsAConfigurationSource() {
        GroupLifecycle.Step step = step(GroupLifecycle.NEW, new GroupEvent.Enable(false));

        assertThat(step.refusal()).contains(Refusal.NO_CONFIGURATION_SOURCE);
        assertThat(step.next()).isEqualTo(GroupLifecycle.NEW);
    }

    @Test
    void disablingLetsRunningActivitiesFinish() {
        GroupLifecycle.Step step = ACTIVE.step(new GroupEvent.Disable(), THREE, 2);

        assertThat(step.next().status()).isEqualTo(GroupStatus.INACTIVE);
        assertThat(step.refusal()).isEmpty();
        assertThat(step.next().step(new GroupEvent.Disable(), THREE, 2).refusal())
                .contains(Refusal.WRONG_STATUS);
    }

    @Test
    void deletingWithoutForceNeedsAnEmptyAndQuietGroup() {
        GroupEvent delete = new GroupEvent.Delete(false);

        assertThat(ACTIVE.step(delete, THREE, 0).refusal()).contains(Refusal.INSTANCES_IN_USE);
        assertThat(ACTIVE.step(delete, THREE, 1).refusal()).contains(Refusal.ACTIVITY_IN_PROGRESS);
        assertThat(ACTIVE.step(delete, Fleet.empty(), 1).refusal()).contains(Refusal.ACTIVITY_IN_PROGRESS);
        assertThat(ACTIVE.step(delete, Fleet.empty(), 0).next().status()).isEqualTo(GroupStatus.DELETED);
    }

    @Test
    void deletingWithForceWaitsThenRemovesAllAndReleasesWhatItMade() {
        GroupLifecycle.Step asked = ACTIVE.step(new GroupEvent.Delete(true), THREE, 1);
        GroupLifecycle.Step quiet = asked.next().step(new GroupEvent.SomethingEnded(), THREE, 0);
        Fleet leaving = Fleet.of(
                THREE.stream().map(i -> i.withState(LifecycleState.REMOVING)).toList());
        GroupLifecycle.Step again = quiet.next().step(new GroupEvent.SomethingEnded(), leaving, 0);
        GroupLifecycle.Step back =
                again.next().step(new GroupEvent.SomethingEnded(), leaving.with(List.of(THREE.get(0))), 0);
        GroupLifecycle.Step empty = again.next().step(new GroupEvent.SomethingEnded(), Fleet.empty(), 0);

        assertThat(asked.next().status()).isEqualTo(GroupStatus.DELETING);
        assertThat(asked.next().status().acceptsActivities()).isFalse();
        assertThat(asked.released()).isEmpty();
        assertThat(quiet.released()).containsExactly("made", "entrusted");
        assertThat(quiet.removed()).containsExactly("given");
        assertThat(again.released()).isEmpty();
        assertThat(back.released()).as("one hook sent it back into service").containsExactly("made");
        assertThat(empty.next().status()).isEqualTo(GroupStatus.DELETED);
        assertThat(step(empty.next(), new GroupEvent.Enable(true)).refusal()).contains(Refusal.WRONG_STATUS);
        assertThat(step(asked.next(), new GroupEvent.ProtectFromDeletion(true)).refusal())
                .contains(Refusal.WRONG_STATUS);
    }

    @Test
    void protectionRefusesTheDelete() {
        GroupLifecycle safe =
                step(ACTIVE, new GroupEvent.ProtectFromDeletion(true)).next();

        assertThat(step(safe, new GroupEvent.Delete(true)).refusal()).contains(Refusal.DELETION_PROTECTED);
        assertThat(step(safe, new GroupEvent.Delete(false)).refusal()).contains(Refusal.DELETION_PROTECTED);
        assertThat(step(step(safe, new GroupEvent.ProtectFromDeletion(false)).next(), new GroupEvent.Delete(false))
                        .next()
                        .status())
                .isEqualTo(GroupStatus.DELETED);
    }

    @Test
    void impossibleValuesAreRefused() {
        assertThatThrownBy(() -> new GroupLifecycle(GroupStatus.ACTIVE, false, true))
                .hasMessage("removing (true) must be false in a group that is ACTIVE");
        assertThatThrownBy(() -> ACTIVE.step(new GroupEvent.Disable(), THREE, -1))
                .hasMessage("runningActivities (-1) must be >= 0");
    }

    @Provide
    Arbitrary<List<GroupEvent>> events() {
        return Arbitraries.<GroupEvent>of(
                        new GroupEvent.Enable(true),
                        new GroupEvent.Enable(false),
                        new GroupEvent.Disable(),
                        new GroupEvent.ProtectFromDeletion(true),
                        new GroupEvent.ProtectFromDeletion(false),
                        new GroupEvent.Delete(true),
                        new GroupEvent.Delete(false),
                        new GroupEvent.SomethingEnded())
                .list()
                .ofMaxSize(15);
    }

    /** Instances leave once, only from a group that is being deleted; a deleted group is empty and stays deleted. */
    @Property(tries = 500)
    void instancesAreSentAwayOnceAndOnlyByDeleting(
            @ForAll("events") List<GroupEvent> events, @ForAll @IntRange(max = 3) int activities) {
        GroupLifecycle group = GroupLifecycle.NEW;
        Fleet fleet = THREE;
        int running = activities;
        for (GroupEvent event : events) {
            GroupLifecycle.Step step = group.step(event, fleet, running);
            if (step.refusal().isPresent()) {
                assertThat(step.next()).isEqualTo(group);
            }
            if (!step.released().isEmpty()) {
                assertThat(step.next().status()).isEqualTo(GroupStatus.DELETING);
                assertThat(running).isZero();
                assertThat(step.released().size() + step.removed().size()).isEqualTo(fleet.size());
                fleet = fleet.without(step.released()).without(step.removed());
            }
            if (group.status() == GroupStatus.DELETED) {
                assertThat(step.next().status()).isEqualTo(GroupStatus.DELETED);
            }
            group = step.next();
            running = Math.max(0, running - 1);
        }
        if (group.status() == GroupStatus.DELETED) {
            assertThat(fleet).isEmpty();
        }
    }
}
