package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Fleet;
import io.ess4j.model.Market;
import io.ess4j.testing.Hostile;
import io.ess4j.testing.Scene;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Hostile groups, fleets, markets and triggers are refused with a reason, or decided about; nothing else happens. */
class HostileProperties {
    @Provide
    Arbitrary<Supplier<ScalingGroup>> groups() {
        return Hostile.groups();
    }

    @Provide
    Arbitrary<Supplier<Fleet>> fleets() {
        return Hostile.fleets();
    }

    @Provide
    Arbitrary<Supplier<Trigger>> triggers() {
        return Hostile.triggers();
    }

    @Provide
    Arbitrary<Optional<Market>> markets() {
        return Hostile.markets();
    }

    /** What the supplier gives, or nothing if it is refused as a wrong argument is to be. */
    private static <T> Optional<T> accepted(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(4000);
            return Optional.empty();
        }
    }

    @Property(tries = 400)
    void aDecisionIsMadeOrTheArgumentIsNamed(
            @ForAll("groups") Supplier<ScalingGroup> group,
            @ForAll("fleets") Supplier<Fleet> fleet,
            @ForAll("markets") Optional<Market> market,
            @ForAll("triggers") Supplier<Trigger> trigger) {
        Optional<ScalingGroup> policies = accepted(group);
        Optional<Fleet> instances = accepted(fleet);
        Optional<Trigger> question = accepted(trigger);
        if (policies.isEmpty() || instances.isEmpty() || question.isEmpty() || market.isEmpty()) {
            return;
        }
        decide(policies.get(), instances.get(), market.get(), question.get());
    }

    /** The groups are valid here, so that every hostile trigger meets one. */
    @Property(tries = 400)
    void hostileTriggersMeetValidGroups(@ForAll("scenes") Scene scene, @ForAll("triggers") Supplier<Trigger> trigger) {
        accepted(trigger)
                .ifPresent(question -> accepted(
                        () -> new Autoscaler(scene.group(), scene.market().catalog())
                                .plan(scene.state(), scene.market(), question, Scene.NOW)
                                .explain()));
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return Scene.any();
    }

    private static void decide(ScalingGroup group, Fleet fleet, Market market, Trigger trigger) {
        accepted(() -> {
            GroupState state = GroupState.of(group, fleet);
            ScalingPlan plan = new Autoscaler(group, market.catalog()).plan(state, market, trigger, Scene.NOW);
            assertThat(plan.explain()).isNotBlank();
            // A group of two thousand million instances is a lawful wish, and a long list.
            long launched =
                    plan.launches().stream().mapToLong(launch -> launch.count()).sum();
            if (launched <= 1000) {
                assertThat((long) plan.after().fleet().size()).isGreaterThanOrEqualTo(launched);
            }
            return plan;
        });
    }
}
