package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.lifecycle.StepSequence.Way;
import io.ess4j.model.LifecycleState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random events against a world that keeps what the commands have done. */
class InstanceTransitionProperties {
    record Timed(int pause, TransitionEvent event) {}

    private static final List<LifecycleHook> HOOKS = List.of(
            LifecycleHook.of("o1", LifecycleTransition.SCALE_OUT).withTimeout(Duration.ofSeconds(40)),
            LifecycleHook.of("i1", LifecycleTransition.SCALE_IN).withTimeout(Duration.ofSeconds(40)),
            LifecycleHook.of("i2", LifecycleTransition.SCALE_IN).withTimeout(Duration.ofSeconds(50)));

    @Provide
    Arbitrary<List<Timed>> events() {
        Arbitrary<TransitionEvent> hook = Combinators.combine(
                        Arbitraries.of("o1", "i1", "i2"), Arbitraries.of(HookResult.class))
                .as((name, result) -> new TransitionEvent.InHook(HookEvent.answered(name, result)));
        Arbitrary<TransitionEvent> event = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(new TransitionEvent.StepDone())),
                Tuple.of(1, Arbitraries.just(new TransitionEvent.StepFailed())),
                Tuple.of(3, Arbitraries.just(new TransitionEvent.TimePassed())),
                Tuple.of(2, hook));
        return Combinators.combine(Arbitraries.integers().between(0, 40), event)
                .as(Timed::new)
                .list()
                .ofMaxSize(30);
    }

    /** What is true of one instance outside of the machine. */
    private static final class World {
        final Set<String> facts = new TreeSet<>();

        void carryOut(LifecycleStep step) {
            if (step instanceof LifecycleStep.Allow) {
                set("allowed", true);
            } else if (step instanceof LifecycleStep.Revoke) {
                set("allowed", false);
            } else if (step instanceof LifecycleStep.AddBackend) {
                set("backend", true);
            } else if (step instanceof LifecycleStep.RemoveBackend) {
                set("backend", false);
            } else if (step instanceof LifecycleStep.SetWeight weight) {
                set("traffic", weight.to() > 0);
            } else if (step instanceof LifecycleStep.Stop) {
                set("running", false);
            } else if (step == LifecycleStep.Plain.START) {
                set("running", true);
            } else if (step == LifecycleStep.Plain.COUNT_IN) {
                set("counted", true);
            } else if (step == LifecycleStep.Plain.COUNT_OUT) {
                set("counted", false);
            } else if (step == LifecycleStep.Plain.CREATE || step == LifecycleStep.Plain.ENTER_GROUP) {
                set("here", true);
            } else if (step == LifecycleStep.Plain.RELEASE) {
                set("here", false);
                set("running", false);
            } else if (step == LifecycleStep.Plain.LEAVE_GROUP) {
                set("here", false);
            }
        }

        private void set(String fact, boolean value) {
            if (value) {
                facts.add(fact);
            } else {
                facts.remove(fact);
            }
        }
    }

    private static StepSequence sequence(Way way) {
        Bindings bound = Bindings.of(List.of("slb"), List.of("rds"));
        return way.transition() == LifecycleTransition.SCALE_OUT
                ? StepSequence.joining(way, bound, true)
                : StepSequence.leaving(way, bound, true, new LifecycleStep.Stop(false, Optional.empty()), false);
    }

    private static World before(Way way) {
        World world = new World();
        switch (way) {
            case CREATE -> {}
            case START -> world.facts.add("here");
            case ATTACH -> world.facts.add("running");
            case RELEASE, STOP, LEAVE ->
                world.facts.addAll(List.of("allowed", "backend", "counted", "here", "running", "traffic"));
        }
        return world;
    }

    private static List<String> expected(Way way, TransitionResult result) {
        return switch (result) {
            case JOINED, RETURNED -> List.of("allowed", "backend", "counted", "here", "running", "traffic");
            case STOPPED -> List.of("here");
            case LEFT -> way == Way.LEAVE ? List.of("running") : List.of();
            case ROLLED_BACK -> way == Way.ATTACH ? List.of("running") : List.of();
        };
    }

    /** However it ends, what is bound, counted and running fits the result. */
    @Property(tries = 1000)
    void theEndIsConsistent(@ForAll Way way, @ForAll("events") List<Timed> events) {
        World world = before(way);
        List<LifecycleHook> hooks =
                HOOKS.stream().filter(h -> h.transition() == way.transition()).toList();
        Instant now = NOON;
        InstanceTransition.Step step = InstanceTransition.start(
                "i-1", sequence(way), new InstanceTransition.Hooks(hooks, HookLimits.DEFAULT), now);
        List<Timed> all = new ArrayList<>(events);
        for (int i = 0; i < 20; i++) {
            all.add(new Timed(60, new TransitionEvent.StepDone()));
            all.add(new Timed(60, new TransitionEvent.TimePassed()));
        }
        List<LifecycleStep> open = List.of();
        for (Timed timed : all) {
            if (!step.commands().isEmpty()) {
                open = step.commands();
            }
            now = now.plusSeconds(timed.pause());
            Optional<LifecycleState> shown = step.next().state();
            boolean over = step.next().result().isPresent();
            // Counting is the caller's own book-keeping, which does not fail.
            boolean counts =
                    open.contains(LifecycleStep.Plain.COUNT_IN) || open.contains(LifecycleStep.Plain.COUNT_OUT);
            TransitionEvent event = counts && timed.event() instanceof TransitionEvent.StepFailed
                    ? new TransitionEvent.StepDone()
                    : timed.event();
            InstanceTransition.Step next = step.next().step(event, now);
            if (over) {
                assertThat(next.refusal()).contains(EventRefusal.OVER);
                assertThat(next.commands()).isEmpty();
            } else if (next.refusal().isEmpty() && event instanceof TransitionEvent.StepDone) {
                open.forEach(world::carryOut);
            }
            assertFollows(shown, next.next().state());
            if (next.next().result().isPresent() && !over) {
                next.commands().forEach(world::carryOut);
            }
            step = next;
        }

        TransitionResult result = step.next().result().orElseThrow();
        assertThat(world.facts).containsExactlyElementsOf(expected(way, result));
    }

    /** A step may pass through a state within one call, such as PENDING between the hook and service. */
    private static void assertFollows(Optional<LifecycleState> from, Optional<LifecycleState> to) {
        if (from.equals(to) || from.isEmpty()) {
            assertThat(to).isEqualTo(from);
            return;
        }
        Set<LifecycleState> between = EnumSet.of(from.get());
        between.addAll(from.get().successors());
        if (to.isEmpty()) {
            assertThat(between).anyMatch(LifecycleState::canLeave);
        } else {
            assertThat(between).anyMatch(s -> s.canBecome(to.get()));
        }
    }
}
