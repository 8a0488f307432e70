package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random events against a slow model that goes through time second by second. */
class HookProperties {
    record Timed(int pause, HookEvent event) {}

    private static final HookLimits LIMITS = new HookLimits(10, 100, 2, LifecycleHook.LONGEST);
    private static final List<String> NAMES = List.of("h0", "h1", "h2");

    @Provide
    Arbitrary<List<LifecycleHook>> hooks() {
        Arbitrary<LifecycleHook> hook = Combinators.combine(
                        Arbitraries.integers().between(30, 34),
                        Arbitraries.of(HookResult.CONTINUE, HookResult.ABANDON),
                        Arbitraries.of(HookNotification.NONE, HookNotification.TEMPLATE))
                .as((seconds, result, notification) -> new LifecycleHook(
                        "hook", LifecycleTransition.SCALE_OUT, Duration.ofSeconds(seconds), result, notification, ""));
        return hook.list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Timed>> events() {
        Arbitrary<String> names = Arbitraries.of("h0", "h1", "h2", "unknown");
        Arbitrary<HookEvent> event = Arbitraries.oneOf(
                Combinators.combine(names, Arbitraries.of(HookResult.class).optional())
                        .as(HookEvent.Answered::new),
                Combinators.combine(names, Arbitraries.integers().between(30, 33))
                        .as((n, s) -> new HookEvent.Heartbeat(n, Duration.ofSeconds(s))),
                names.map(HookEvent.Deleted::new),
                Combinators.combine(names, Arbitraries.of(true, false)).as(HookEvent.ExecutionEnded::new),
                Arbitraries.just(new HookEvent.TimePassed()));
        return Combinators.combine(Arbitraries.integers().between(0, 20), event)
                .as(Timed::new)
                .list()
                .ofMaxSize(12);
    }

    private static List<LifecycleHook> named(List<LifecycleHook> hooks, LifecycleTransition transition) {
        List<LifecycleHook> named = new ArrayList<>();
        for (LifecycleHook h : hooks) {
            named.add(new LifecycleHook(
                    NAMES.get(named.size()), transition, h.timeout(), h.defaultResult(), h.notification(), ""));
        }
        return named;
    }

    /** What the documents say, one second and one hook at a time. */
    private static final class Model {
        final LifecycleTransition transition;
        final TreeMap<String, LifecycleHook> waiting = new TreeMap<>();
        final TreeMap<String, Instant> deadlines = new TreeMap<>();
        final TreeMap<String, Integer> beats = new TreeMap<>();
        HookResult last = HookResult.CONTINUE;

        Model(LifecycleTransition transition, List<LifecycleHook> hooks) {
            this.transition = transition;
            for (LifecycleHook hook : hooks) {
                waiting.put(hook.name(), hook);
                deadlines.put(hook.name(), NOON.plus(hook.timeout()));
                beats.put(hook.name(), 0);
            }
        }

        void secondPasses(Instant now) {
            for (String name : List.copyOf(waiting.keySet())) {
                LifecycleHook hook = waiting.get(name);
                if (hook != null && now.equals(deadlines.get(name))) {
                    boolean failedTemplate = hook.notification() == HookNotification.TEMPLATE;
                    HookResult failure =
                            transition == LifecycleTransition.SCALE_OUT ? HookResult.ROLLBACK : HookResult.CONTINUE;
                    end(name, failedTemplate ? failure : hook.defaultResult());
                }
            }
        }

        void end(String name, HookResult result) {
            waiting.remove(name);
            last = result;
            if (transition == LifecycleTransition.SCALE_IN && result != HookResult.CONTINUE) {
                waiting.clear();
            }
        }

        boolean accepts(HookEvent event, Instant now) {
            if (event.concerns().isEmpty()) {
                return true;
            }
            String name = event.concerns().get();
            LifecycleHook hook = waiting.get(name);
            if (hook == null) {
                return false;
            }
            if (event instanceof HookEvent.Heartbeat beat) {
                if (beats.getOrDefault(name, 0) == 2) {
                    return false;
                }
                beats.merge(name, 1, Integer::sum);
                deadlines.put(name, now.plus(beat.timeout()));
            } else if (event instanceof HookEvent.Answered answered) {
                end(name, answered.result().orElse(hook.defaultResult()));
            } else if (event instanceof HookEvent.Deleted) {
                end(name, hook.defaultResult());
            } else if (event instanceof HookEvent.ExecutionEnded ended) {
                if (hook.notification() != HookNotification.TEMPLATE) {
                    return false;
                }
                boolean goesOn = ended.succeeded() || transition == LifecycleTransition.SCALE_IN;
                end(name, goesOn ? HookResult.CONTINUE : HookResult.ROLLBACK);
            }
            return true;
        }
    }

    @Property(tries = 1000)
    void behavesAsTheModel(
            @ForAll("hooks") List<LifecycleHook> hooks,
            @ForAll("events") List<Timed> events,
            @ForAll LifecycleTransition transition) {
        List<LifecycleHook> named = named(hooks, transition);
        LifecycleWait wait = LifecycleWait.begin(transition, named, LIMITS, NOON);
        Model model = new Model(transition, named);
        Instant now = NOON;
        for (Timed timed : events) {
            for (int s = 0; s < timed.pause(); s++) {
                now = now.plusSeconds(1);
                model.secondPasses(now);
            }
            LifecycleWait.Step step = wait.step(timed.event(), now);
            wait = step.next();

            assertThat(step.refusal().isEmpty()).isEqualTo(model.accepts(timed.event(), now));
            assertThat(wait.open()).extracting(o -> o.hook().name()).containsExactlyElementsOf(model.waiting.keySet());
            Optional<HookOutcome> expected =
                    model.waiting.isEmpty() ? Optional.of(HookOutcome.of(transition, model.last)) : Optional.empty();
            assertThat(wait.outcome()).isEqualTo(expected);
        }
    }

    /** Whatever happens, nobody waits longer than six hours. */
    @Property(tries = 300)
    void everyWaitEnds(@ForAll("hooks") List<LifecycleHook> hooks, @ForAll("events") List<Timed> events) {
        List<LifecycleHook> named = named(hooks, LifecycleTransition.SCALE_IN);
        LifecycleWait wait = LifecycleWait.begin(LifecycleTransition.SCALE_IN, named, LIMITS, NOON);
        Instant now = NOON;
        for (Timed timed : events) {
            now = now.plusSeconds(timed.pause());
            wait = wait.step(timed.event(), now).next();
        }
        assertThat(wait.step(new HookEvent.TimePassed(), NOON.plus(LifecycleHook.LONGEST))
                        .next()
                        .isOver())
                .isTrue();
    }
}
