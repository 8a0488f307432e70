package io.ess4j.sim.control;

import io.ess4j.lifecycle.HookEvent;
import io.ess4j.lifecycle.HookLimits;
import io.ess4j.lifecycle.HookOutcome;
import io.ess4j.lifecycle.HookResult;
import io.ess4j.lifecycle.LifecycleHook;
import io.ess4j.lifecycle.LifecycleTransition;
import io.ess4j.lifecycle.LifecycleWait;
import io.ess4j.sim.kernel.RandomStream;
import io.ess4j.sim.kernel.SimClock;
import io.ess4j.sim.kernel.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets instances wait in the hooks of a group until these are answered or time out. */
final class HookWaits {
    private final Simulation simulation;
    private final SimClock clock;
    private final HookAnswers answers;
    private final RandomStream lost;

    HookWaits(Simulation simulation, SimClock clock, HookAnswers answers, RandomStream lost) {
        this.simulation = simulation;
        this.clock = clock;
        this.answers = answers;
        this.lost = lost;
    }

    /** Holds an instance; the outcome is told at once if no hook applies. */
    void begin(LifecycleTransition transition, Consumer<HookOutcome> then) {
        List<LifecycleHook> hooks = answers.of(transition);
        if (hooks.isEmpty()) {
            then.accept(transition == LifecycleTransition.SCALE_OUT ? HookOutcome.JOINS : HookOutcome.LEAVES);
            return;
        }
        var waiting = new Waiting(
                LifecycleWait.begin(transition, hooks, HookLimits.DEFAULT, clock.instantAt(simulation.now())), then);
        for (LifecycleHook hook : hooks) {
            if (lost.nextDouble() >= answers.lostRatio()) {
                simulation.schedule(
                        simulation.now() + answers.answer().toMillis(),
                        now -> waiting.step(HookEvent.answered(hook.name(), HookResult.CONTINUE)));
            }
        }
        waiting.awaitDeadline();
    }

    private final class Waiting {
        private final Consumer<HookOutcome> then;
        private LifecycleWait wait;
        private boolean isTold;

        Waiting(LifecycleWait wait, Consumer<HookOutcome> then) {
            this.wait = wait;
            this.then = then;
        }

        void step(HookEvent event) {
            if (!isTold) {
                wait = wait.step(event, clock.instantAt(simulation.now())).next();
                Optional<HookOutcome> outcome = wait.outcome();
                isTold = outcome.isPresent();
                outcome.ifPresent(then);
            }
        }

        void awaitDeadline() {
            wait.nextDeadline()
                    .ifPresent(at -> simulation.schedule(clock.millisAt(at), now -> {
                        step(new HookEvent.TimePassed());
                        if (!isTold) {
                            awaitDeadline();
                        }
                    }));
        }
    }
}
