package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.draft;
import static io.ess4j.lifecycle.Fixtures.oneOfEachState;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Standby, protection, detaching and removing by hand: contract section 19. */
class RequestsByHandTest {
    private static final Bindings BOUND = Bindings.of(List.of("slb"), List.of("rds"));
    private static final List<String> ALL =
            Arrays.stream(LifecycleState.values()).map(LifecycleState::toString).toList();

    private static List<String> changed(ChangePlan plan) {
        return plan.changes().stream()
                .map(c -> c.after().id() + ">" + c.after().state())
                .toList();
    }

    @Test
    void standbyTakesTheTrafficAwayAndGivesTheWeightOfTheConfigurationBack() {
        ChangePlan enter = Standby.enter(oneOfEachState(), ALL, BOUND);
        ChangePlan exit = Standby.exit(oneOfEachState(), ALL, BOUND);

        assertThat(changed(enter)).containsExactly("IN_SERVICE>STANDBY");
        assertThat(enter.changes().get(0).steps()).containsExactly(new LifecycleStep.SetWeight("slb", 50, 0));
        assertThat(changed(exit)).containsExactly("STANDBY>IN_SERVICE");
        assertThat(exit.changes().get(0).steps()).containsExactly(new LifecycleStep.SetWeight("slb", 0, 50));
        assertThat(Standby.exit(oneOfEachState(), List.of("STANDBY"), BOUND.withWeight(80))
                        .changes()
                        .get(0)
                        .steps())
                .containsExactly(new LifecycleStep.SetWeight("slb", 0, 80));
    }

    @Test
    void protectionDoesNotTouchTheTraffic() {
        ChangePlan on = Protection.protect(oneOfEachState(), ALL);
        ChangePlan off = Protection.unprotect(oneOfEachState(), ALL);

        assertThat(changed(on)).containsExactly("IN_SERVICE>PROTECTED");
        assertThat(on.changes().get(0).steps()).isEmpty();
        assertThat(changed(off)).containsExactly("PROTECTED>IN_SERVICE");
        assertThat(off.changes().get(0).steps()).isEmpty();
    }

    @Test
    void everyRefusalHasItsReason() {
        ChangePlan plan =
                Protection.protect(oneOfEachState(), List.of("IN_SERVICE", "nobody", "IN_SERVICE", "STOPPED"));

        assertThat(plan.isComplete()).isFalse();
        assertThat(plan.refused())
                .extracting(r -> r.id() + " " + r.reason())
                .containsExactly("nobody NOT_IN_GROUP", "IN_SERVICE GIVEN_TWICE", "STOPPED WRONG_STATE");
    }

    /** Contract section 19: one call names at most 20 instances, whatever it asks for. */
    @Test
    void oneCallNamesTwentyInstances() {
        List<Instance> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            rows.add(draft("i-" + i).build());
            ids.add("i-" + i);
        }
        Fleet fleet = Fleet.of(rows);
        Departure departure = new Departure(ReclaimPolicy.DEFAULT, BOUND, false);

        assertThat(Standby.enter(fleet, ids.subList(0, 20), BOUND).isComplete()).isTrue();
        for (ChangePlan plan : List.of(
                Standby.enter(fleet, ids, BOUND),
                Standby.exit(fleet, ids, BOUND),
                Protection.protect(fleet, ids),
                Protection.unprotect(fleet, ids),
                departure.detach(fleet, ids, false),
                departure.remove(fleet, ids, RemovePolicy.RELEASE, false))) {
            assertThat(plan.changes()).isEmpty();
            assertThat(plan.refused()).hasSize(21).allMatch(r -> r.reason() == ChangePlan.Reason.TOO_MANY_IDS);
        }
    }

    @Test
    void removingProtectedInstancesNeedsForce() {
        Departure departure = new Departure(ReclaimPolicy.DEFAULT, BOUND, false);

        ChangePlan plain = departure.remove(oneOfEachState(), ALL, RemovePolicy.RELEASE, false);
        ChangePlan forced = departure.remove(oneOfEachState(), List.of("PROTECTED"), RemovePolicy.RELEASE, true);

        assertThat(changed(plain)).containsExactly("IN_SERVICE>REMOVING", "STANDBY>REMOVING", "STOPPED>STOPPED");
        assertThat(plain.refused())
                .filteredOn(r -> r.id().equals("PROTECTED"))
                .extracting(ChangePlan.Refused::reason)
                .containsExactly(ChangePlan.Reason.PROTECTED);
        assertThat(changed(forced)).containsExactly("PROTECTED>REMOVING");
        assertThat(forced.isComplete()).isTrue();
        assertThat(plain.capacity()).isEqualTo(3);
        assertThat(departure
                        .detach(oneOfEachState(), List.of("PROTECTED"), false)
                        .refused())
                .extracting(ChangePlan.Refused::reason)
                .containsExactly(ChangePlan.Reason.PROTECTED);
    }

    @Test
    void detachingNeverStopsOrReleasesRemovingDoesForWhatTheGroupMade() {
        Fleet fleet = Fleet.of(List.of(
                draft("made").build(),
                draft("given").origin(InstanceOrigin.ATTACHED).build()));
        List<String> both = List.of("made", "given");
        Departure recycle = new Departure(ReclaimPolicy.of(ReclaimMode.RECYCLE), BOUND, false);

        ChangePlan detached = recycle.detach(fleet, both, false);
        ChangePlan stopped = recycle.remove(fleet, both, RemovePolicy.RECYCLE, false);
        ChangePlan released = recycle.remove(fleet, both, RemovePolicy.RELEASE, false);

        assertThat(detached.changes())
                .allSatisfy(c -> assertThat(c.steps())
                        .endsWith(LifecycleStep.Plain.LEAVE_GROUP)
                        .noneMatch(s -> s instanceof LifecycleStep.Stop || s == LifecycleStep.Plain.RELEASE));
        assertThat(stopped.changes().get(0).steps()).contains(LifecycleStep.Plain.PUT_INTO_POOL);
        assertThat(released.changes().get(0).steps()).contains(LifecycleStep.Plain.RELEASE);
        assertThat(stopped.changes().get(1)).isEqualTo(detached.changes().get(1));
        assertThat(released.changes().get(1)).isEqualTo(detached.changes().get(1));
        assertThat(recycle.sequence(fleet.get(0), false).way()).isEqualTo(StepSequence.Way.STOP);
    }

    @Test
    void aStoppedInstanceIsReleasedAndCannotBeDetached() {
        Departure recycle = new Departure(ReclaimPolicy.of(ReclaimMode.RECYCLE), BOUND, true);

        ChangePlan plan = recycle.remove(oneOfEachState(), List.of("STOPPED"), RemovePolicy.RECYCLE, false);

        assertThat(plan.changes().get(0).steps()).containsExactly(LifecycleStep.Plain.RELEASE);
        assertThat(recycle.detach(oneOfEachState(), List.of("STOPPED"), true).refused())
                .extracting(ChangePlan.Refused::reason)
                .containsExactly(ChangePlan.Reason.WRONG_STATE);
    }
}
