package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.draft;
import static io.ess4j.lifecycle.Fixtures.oneOfEachState;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.ScalingProcess;
import io.ess4j.testing.Generators;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Contract section 18 and guide 3.3. */
class HealthCheckTest {
    private static List<String> ids(List<Instance> instances) {
        return instances.stream().map(Instance::id).toList();
    }

    private static Fleet ofOrigins() {
        return Fleet.of(List.of(
                draft("made").origin(InstanceOrigin.CREATED).weight(2).build(),
                draft("entrusted").origin(InstanceOrigin.ENTRUSTED).build(),
                draft("given").origin(InstanceOrigin.ATTACHED).weight(4).build(),
                draft("well").build()));
    }

    @Test
    void whatTheGroupMadeIsReleasedWhatItWasGivenOnlyRemoved() {
        HealthPlan plan = HealthCheck.DEFAULT.plan(
                ofOrigins(), List.of("given", "made", "entrusted", "unknown"), ProcessSuspension.NONE);

        assertThat(ids(plan.released())).containsExactly("entrusted", "made");
        assertThat(ids(plan.removed())).containsExactly("given");
        assertThat(plan.left()).isEmpty();
        assertThat(plan.capacity()).isEqualTo(7);
    }

    /** Contract section 18: the status of standby and protected instances is not updated until they leave the state. */
    @Test
    void onlyInstancesInServiceAreLookedAt() {
        List<HealthSignal> allDown = oneOfEachState().stream()
                .map(i -> HealthSignal.running(i.id(), false))
                .toList();

        Fleet after = HealthCheck.DEFAULT.observe(oneOfEachState(), allDown);

        assertThat(after).filteredOn(i -> !i.healthy()).extracting(Instance::id).containsExactly("IN_SERVICE");
        Instance back = after.find("STANDBY").orElseThrow().withState(LifecycleState.IN_SERVICE);
        Fleet later = HealthCheck.DEFAULT.observe(after.with(List.of(back)), allDown);
        assertThat(ids(HealthCheck.DEFAULT.plan(later, ProcessSuspension.NONE).released()))
                .containsExactly("IN_SERVICE", "STANDBY");
    }

    @Test
    void saysWhyAnUnhealthyInstanceIsLeft() {
        Fleet ill = Fleet.of(
                oneOfEachState().stream().map(i -> i.withHealthy(false)).toList());

        assertThat(HealthCheck.DEFAULT.plan(ill, ProcessSuspension.NONE).left())
                .extracting(l -> l.instance().id() + " " + l.reason())
                .containsExactly(
                        "PENDING ON_ITS_WAY",
                        "PENDING_WAIT ON_ITS_WAY",
                        "PROTECTED PROTECTED",
                        "REMOVING ON_ITS_WAY",
                        "REMOVING_WAIT ON_ITS_WAY",
                        "STANDBY STANDBY",
                        "STOPPED IN_STOP_POOL");
    }

    @Test
    void aSuspendedCheckLeavesEverybody() {
        HealthPlan plan = HealthCheck.DEFAULT.plan(
                ofOrigins(), List.of("made"), ProcessSuspension.of(ScalingProcess.HEALTH_CHECK));

        assertThat(plan.released()).isEmpty();
        assertThat(plan.left())
                .extracting(l -> l.instance().id() + " " + l.reason())
                .containsExactly("made CHECK_SUSPENDED");
        assertThat(ids(HealthCheck.DEFAULT
                        .plan(ofOrigins(), List.of("made"), ProcessSuspension.of(ScalingProcess.SCALE_IN))
                        .released()))
                .containsExactly("made");
    }

    /** Guide 3.3: stopped by hand or by a fault, not by the group, which still shows it as in service. */
    @Test
    void aMachineStoppedByOthersIsUnhealthyAndReleased() {
        Fleet after = HealthCheck.DEFAULT.observe(ofOrigins(), List.of(HealthSignal.running("made", false)));

        assertThat(ids(HealthCheck.DEFAULT.plan(after, ProcessSuspension.NONE).released()))
                .containsExactly("made");
    }

    @Test
    void theTypeSaysWhatIsLookedAt() {
        HealthCheck balancer = new HealthCheck(List.of(HealthCheckType.LOAD_BALANCER, HealthCheckType.LOAD_BALANCER));
        List<HealthSignal> down = List.of(HealthSignal.running("made", false));
        List<HealthSignal> deaf = List.of(new HealthSignal("made", true, Optional.of(false), Optional.empty()));

        assertThat(balancer.types()).containsExactly(HealthCheckType.LOAD_BALANCER);
        assertThat(HealthCheck.DEFAULT.types()).containsExactly(HealthCheckType.ECS);
        assertThat(HealthCheck.OFF.types()).isEmpty();
        assertThat(balancer.observe(ofOrigins(), down)).isEqualTo(ofOrigins());
        assertThat(balancer.observe(ofOrigins(), deaf))
                .filteredOn(i -> !i.healthy())
                .hasSize(1);
        assertThat(HealthCheck.DEFAULT.observe(ofOrigins(), deaf)).isEqualTo(ofOrigins());
        assertThat(HealthCheck.OFF.observe(ofOrigins(), down)).isEqualTo(ofOrigins());
    }

    @Test
    void healthSetByHandWins() {
        List<HealthSignal> saved = List.of(new HealthSignal("made", false, Optional.empty(), Optional.of(true)));
        List<HealthSignal> latest = List.of(HealthSignal.byHand("made", false), HealthSignal.running("made", true));

        assertThat(HealthCheck.DEFAULT.observe(ofOrigins(), saved)).isEqualTo(ofOrigins());
        assertThat(HealthCheck.DEFAULT.observe(ofOrigins(), latest)).isEqualTo(ofOrigins());
        assertThat(HealthCheck.OFF.observe(ofOrigins(), List.of(HealthSignal.byHand("made", false))))
                .filteredOn(i -> !i.healthy())
                .hasSize(1);
    }

    @Provide
    Arbitrary<Fleet> fleets() {
        return Generators.fleets(15);
    }

    /** Each unhealthy instance is released, removed or left, each healthy one is not mentioned. */
    @Property(tries = 300)
    void everyUnhealthyInstanceIsAccountedFor(@ForAll("fleets") Fleet fleet) {
        HealthPlan plan = HealthCheck.DEFAULT.plan(fleet, ProcessSuspension.NONE);
        List<Instance> all = new ArrayList<>(plan.released());
        all.addAll(plan.removed());
        plan.left().forEach(l -> all.add(l.instance()));

        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        fleet.stream().filter(i -> !i.healthy()).toList());
        assertThat(plan.released())
                .allMatch(i -> i.state() == LifecycleState.IN_SERVICE && i.origin() != InstanceOrigin.ATTACHED);
        assertThat(plan.removed())
                .allMatch(i -> i.state() == LifecycleState.IN_SERVICE && i.origin() == InstanceOrigin.ATTACHED);
    }
}
