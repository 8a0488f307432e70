package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import io.ess4j.Exit;
import io.ess4j.GroupState;
import io.ess4j.RunningActivity;
import io.ess4j.ScalingPlan;
import io.ess4j.lifecycle.HookOutcome;
import io.ess4j.lifecycle.LifecycleTransition;
import io.ess4j.lifecycle.StepSequence;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Offering;
import io.ess4j.placement.Launch;
import io.ess4j.sim.cloud.CloudListener;
import io.ess4j.sim.cloud.Provider;
import io.ess4j.sim.kernel.SimClock;
import io.ess4j.sim.kernel.Simulation;
import io.ess4j.sim.metrics.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Carries plans out, and keeps the books of the group: orders, starts, stops and releases machines, lets instances wait
 * in hooks and finish their work, and turns what the provider reports into calls on the {@link GroupState}. An activity
 * ends with the last of its instances; its cooldown then starts.
 */
final class Actuator implements CloudListener {
    private final Simulation simulation;
    private final SimClock clock;
    private final Provider provider;
    private final Duration drain;
    private final HookWaits hooks;
    private final Consumer<Activity> log;
    private final Function<List<String>, ScalingPlan> startsFailed;
    private final ServingInstances serving;
    private final InterruptionLedger interruptions = new InterruptionLedger();
    // looked up by instance id, never walked
    private final Map<String, ActivityProgress> progress = new HashMap<>();
    private final Map<String, Exit> leaving = new HashMap<>();
    private final Set<ActivityProgress> open = new LinkedHashSet<>();
    private GroupState state;
    private long activities;

    Actuator(
            Simulation simulation,
            SimClock clock,
            Provider provider,
            GroupState state,
            Duration drain,
            HookWaits hooks,
            Consumer<Activity> log,
            Function<List<String>, ScalingPlan> startsFailed) {
        this.simulation = simulation;
        this.clock = clock;
        this.provider = provider;
        this.state = state;
        this.drain = drain;
        this.hooks = hooks;
        this.log = log;
        this.startsFailed = startsFailed;
        this.serving = new ServingInstances(state.fleet(), simulation.now());
    }

    GroupState state() {
        return state;
    }

    ServingInstances serving() {
        return serving;
    }

    InterruptionLedger interruptions() {
        return interruptions;
    }

    long nextActivity() {
        return ++activities;
    }

    /** Takes over limits and desired capacity of a plan that changes no instance. */
    void accept(ScalingPlan plan) {
        state = plan.after(List.of());
    }

    void start(ScalingPlan plan, RunningActivity running) {
        var activity = new ActivityProgress(nextActivity(), simulation.now(), plan, running);
        open.add(activity);
        List<String> refused = launch(plan, activity);
        if (!plan.removesOnceReplaced()) {
            plan.exits().forEach(exit -> leave(exit, activity));
        }
        refused.forEach(id -> lost(id, activity));
        advance(activity);
    }

    /** Orders and starts what a plan says; returns the made-up ids of orders that were refused. */
    private List<String> launch(ScalingPlan plan, ActivityProgress activity) {
        List<String> ids = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Launch launch : plan.launches()) {
            for (int i = 0; i < launch.count(); i++) {
                ids.add(order(launch.offering(), refused));
            }
        }
        state = plan.after(ids);
        activity.boots(ids.size() + plan.starts().size());
        ids.forEach(id -> progress.put(id, activity));
        for (String id : plan.starts()) {
            progress.put(id, activity);
            provider.start(id);
        }
        return refused;
    }

    /** Orders a machine; one that is refused gets an id of its own, and leaves the group again at once. */
    private String order(Offering offering, List<String> refused) {
        return provider.order(offering).orElseGet(() -> {
            String id = "refused-" + activities + "-" + simulation.now() + "-" + (refused.size() + 1);
            refused.add(id);
            return id;
        });
    }

    @Override
    public void booted(String id) {
        hooks.begin(LifecycleTransition.SCALE_OUT, outcome -> {
            if (!progress.containsKey(id)) {
                return; // gone while it waited
            }
            if (outcome == HookOutcome.JOINS) {
                join(id);
            } else {
                provider.release(id);
                fail(id);
            }
        });
    }

    private void join(String id) {
        long now = simulation.now();
        state = state.joined(List.of(id), clock.instantAt(now));
        Instance joined = state.fleet().find(id).orElseThrow();
        serving.add(joined, now);
        ActivityProgress activity = progressOf(id);
        activity.joined(joined, now);
        advance(activity);
    }

    @Override
    public void bootFailed(String id) {
        ActivityProgress activity = progress.get(id);
        if (activity == null) {
            return;
        }
        if (provider.release(id)) {
            replaceFailedStart(id, activity);
        } else {
            fail(id);
        }
    }

    /** A stopped instance that does not start is released and replaced in the same activity (guide 3.3). */
    private void replaceFailedStart(String id, ActivityProgress activity) {
        ScalingPlan plan = startsFailed.apply(List.of(id));
        if (plan.isRejected()) {
            fail(id);
            return;
        }
        List<String> refused = launch(plan, activity);
        lost(id, activity);
        refused.forEach(r -> lost(r, activity));
        advance(activity);
    }

    private void fail(String id) {
        ActivityProgress activity = requireNonNull(progress.get(id), id);
        lost(id, activity);
        advance(activity);
    }

    private void lost(String id, ActivityProgress activity) {
        state = state.gone(List.of(id));
        progress.remove(id);
        activity.failed();
    }

    private void leave(Exit exit, ActivityProgress activity) {
        String id = exit.instance().id();
        activity.leaves(1);
        progress.put(id, activity);
        leaving.put(id, exit);
        serving.remove(id, simulation.now());
        if (exit.instance().state() == LifecycleState.STOPPED) {
            simulation.schedule(simulation.now(), now -> depart(exit)); // there is no work to finish
            return;
        }
        provider.leaving(id);
        hooks.begin(LifecycleTransition.SCALE_IN, outcome -> {
            if (!exit.equals(leaving.get(id))) {
                return; // taken back while it waited
            }
            if (outcome == HookOutcome.RETURNS) {
                comeBack(id);
            } else {
                simulation.schedule(simulation.now() + drain.toMillis(), now -> depart(exit));
            }
        });
    }

    private void comeBack(String id) {
        leaving.remove(id);
        state = state.returned(List.of(id));
        serving.add(state.fleet().find(id).orElseThrow(), simulation.now());
        ActivityProgress activity = progressOf(id);
        activity.returned();
        advance(activity);
    }

    private void depart(Exit exit) {
        String id = exit.instance().id();
        if (!exit.equals(leaving.get(id))) {
            return;
        }
        if (exit.way() == StepSequence.Way.STOP) {
            provider.stop(id);
        } else {
            provider.release(id);
        }
        state = state.left(List.of(exit), clock.instantAt(simulation.now()));
        interruptions.left(id);
        gone(exit.instance());
    }

    private void gone(Instance instance) {
        leaving.remove(instance.id());
        ActivityProgress activity = progressOf(instance.id());
        activity.left(instance, simulation.now());
        advance(activity);
    }

    @Override
    public void noticed(String id, long atMillis) {
        interruptions.noticed(id, leaving.containsKey(id));
    }

    /** Where the notice of an instance was answered by a plan, the instance is replaced already or about to be. */
    @Override
    public void reclaimed(String id) {
        Optional<Instance> found = state.fleet().find(id);
        if (found.isEmpty()) {
            return;
        }
        Instance instance = found.get();
        boolean wasServing = serving.remove(id, simulation.now());
        Exit exit = leaving.get(id);
        Optional<ActivityProgress> awaiting =
                open.stream().filter(a -> a.awaits(id)).findFirst();
        boolean isAnswered = exit != null || awaiting.isPresent();
        interruptions.reclaimed(id, isAnswered, wasServing ? instance.weight() : 0);
        state = state.gone(List.of(id));
        ActivityProgress booting = progress.get(id);
        if (exit != null) {
            gone(instance);
        } else if (booting != null) {
            progress.remove(id);
            booting.failed();
            advance(booting);
            log.accept(Notes.takenBack(nextActivity(), simulation.now(), state, instance));
        } else if (awaiting.isPresent()) {
            awaiting.get().note("The provider took back " + id + " before it was replaced");
        } else {
            log.accept(Notes.takenBack(nextActivity(), simulation.now(), state, instance));
        }
    }

    @Override
    public void broke(String id) {
        Optional<Instance> found = state.fleet().find(id);
        if (found.isPresent() && serving.remove(id, simulation.now())) {
            interruptions.broke(found.get().weight());
            state = state.withFleet(state.fleet().with(List.of(found.get().withHealthy(false))));
        }
    }

    private ActivityProgress progressOf(String id) {
        return requireNonNull(progress.remove(id), id);
    }

    /** Lets those leave who are replaced by now, and ends the activity if nothing is left to be done. */
    private void advance(ActivityProgress activity) {
        for (Exit exit : activity.replaced()) {
            Optional<Instance> present = state.fleet().find(exit.instance().id());
            if (present.isPresent() && !leaving.containsKey(exit.instance().id())) {
                leave(exit, activity);
            }
        }
        if (activity.isOver() && open.remove(activity)) {
            Optional<Instant> lastChange =
                    Optional.ofNullable(activity.lastChangeMillis()).map(clock::instantAt);
            state = state.finished(activity.running(), lastChange);
            log.accept(activity.activity(simulation.now()));
        }
    }

    /** Logs the activities that the end of the run cuts off. */
    void close() {
        open.forEach(activity -> log.accept(activity.activity(simulation.now())));
        open.clear();
    }
}
