package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import io.ess4j.Autoscaler;
import io.ess4j.GroupState;
import io.ess4j.RunningActivity;
import io.ess4j.ScalingPlan;
import io.ess4j.Trigger;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.placement.Launch;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.TargetTrackingRule;
import io.ess4j.sim.cloud.CloudListener;
import io.ess4j.sim.cloud.SimulatedCloud;
import io.ess4j.sim.kernel.SimClock;
import io.ess4j.sim.kernel.Simulation;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Activity.Status;
import io.ess4j.sim.metrics.CapacityMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Runs one group: asks ess-core what to do and does it. This is the reference embedding of the library; a controller of
 * a real group has the same four parts.
 *
 * <ol>
 *   <li>Each period: {@linkplain #decide a question} for every reason there is (capacity check, scheduled tasks,
 *       rules).
 *   <li>A plan that changes instances is carried out: order machines, take machines out of service.
 *   <li>What the provider reports goes back into the {@link GroupState}.
 *   <li>When the last instance of an activity has come or gone, the activity is finished, and its cooldown starts.
 * </ol>
 *
 * <p>A scheduled task that is refused because an activity is running is tried again each period for ten minutes
 * (contract section 11). Alarms that lead to nothing are not logged; of equal failures only the first since the last
 * activity is.
 */
public final class GroupController {
    private static final Duration LAUNCH_EXPIRATION = Duration.ofMinutes(10);

    private final Simulation simulation;
    private final SimClock clock;
    private final SimulatedCloud cloud;
    private final Settings settings;
    private final Autoscaler autoscaler;
    private final Consumer<Activity> log;
    private BiConsumer<ScalingPlan, Market> decisions = (plan, market) -> {};
    private final CapacityMeter meter = new CapacityMeter();
    private final ArrayDeque<DueTask> due = new ArrayDeque<>();
    // looked up by instance id, never walked
    private final Map<String, ActivityProgress> progress = new HashMap<>();
    private final Set<ActivityProgress> open = new LinkedHashSet<>();
    private GroupState state;
    private long activities;
    /** What has been told since the last activity, so that it is told once. */
    private final Set<String> failures = new LinkedHashSet<>();

    /**
     * What the controller is given beside the policies.
     *
     * @param tasks what is asked at fixed times
     * @param zone the time zone of the tasks
     * @param drain how long an instance finishes its work before it is released, 0 or more
     */
    public record Settings(List<DailyTask> tasks, ZoneId zone, Duration drain) {
        public Settings {
            tasks = List.copyOf(tasks);
            requireNonNull(zone, "zone");
            if (drain.isNegative()) {
                throw new IllegalArgumentException("drain (" + drain + ") must not be negative");
            }
        }
    }

    private record DueTask(Trigger trigger, long expiresMillis) {}

    /**
     * Creates a controller and takes over the cloud's reports.
     *
     * @param simulation where its events occur
     * @param clock where in time the run lies
     * @param cloud where it buys
     * @param state the group at the start; its instances must be machines of the cloud
     * @param autoscaler decides; of the group of {@code state}
     * @param settings everything else
     * @param log takes the activities in the order of their ends
     */
    public GroupController(
            Simulation simulation,
            SimClock clock,
            SimulatedCloud cloud,
            GroupState state,
            Autoscaler autoscaler,
            Settings settings,
            Consumer<Activity> log) {
        this.simulation = requireNonNull(simulation, "simulation");
        this.clock = requireNonNull(clock, "clock");
        this.cloud = requireNonNull(cloud, "cloud");
        this.state = requireNonNull(state, "state");
        this.autoscaler = requireNonNull(autoscaler, "autoscaler");
        this.settings = requireNonNull(settings, "settings");
        this.log = requireNonNull(log, "log");
        meter.change(inService(state), simulation.now());
        settings.tasks().forEach(this::scheduleNext);
        cloud.listen(new CloudListener() {
            @Override
            public void booted(String id) {
                join(id);
            }

            @Override
            public void bootFailed(String id) {
                fail(id);
            }
        });
    }

    /**
     * Sets who is told every decision; it replaces the one before.
     *
     * @param watcher takes the plan and the market it was asked with
     */
    public void watch(BiConsumer<ScalingPlan, Market> watcher) {
        decisions = requireNonNull(watcher, "watcher");
    }

    private static long inService(GroupState state) {
        return state.fleet().capacity(LifecycleState.IN_SERVICE) + state.fleet().capacity(LifecycleState.PROTECTED);
    }

    /**
     * The group as it is now.
     *
     * @return the state
     */
    public GroupState state() {
        return state;
    }

    /**
     * Measures the capacity in service.
     *
     * @return the live meter
     */
    public CapacityMeter meter() {
        return meter;
    }

    /**
     * Asks everything that is to be asked at the end of a period.
     *
     * @param rules the rules of the group
     * @param utilisationPercent the metric of the period, or empty if nothing could report it
     */
    public void decide(List<ScalingRule> rules, OptionalDouble utilisationPercent) {
        runDueTasks();
        ask(Trigger.check());
        for (ScalingRule rule : rules) {
            if (rule instanceof TargetTrackingRule) {
                ask(new Trigger.Alarm(rule.name(), utilisationPercent, OptionalDouble.empty()));
            }
        }
    }

    private void scheduleNext(DailyTask task) {
        Instant next = task.next(clock.instantAt(simulation.now()), settings.zone());
        simulation.schedule(clock.millisAt(next), now -> {
            due.add(new DueTask(task.trigger(), now + LAUNCH_EXPIRATION.toMillis()));
            runDueTasks();
            scheduleNext(task);
        });
    }

    private void runDueTasks() {
        for (Iterator<DueTask> tasks = due.iterator(); tasks.hasNext(); ) {
            DueTask task = tasks.next();
            ScalingPlan plan = plan(task.trigger());
            boolean busy = plan.isRejected() && !state.running().isEmpty();
            if (!busy || simulation.now() >= task.expiresMillis()) {
                tasks.remove();
                carryOut(plan, true);
            }
        }
    }

    private void ask(Trigger trigger) {
        carryOut(plan(trigger), false);
    }

    private ScalingPlan plan(Trigger trigger) {
        Market market = cloud.market();
        ScalingPlan plan = autoscaler.plan(state, market, trigger, clock.instantAt(simulation.now()));
        decisions.accept(plan, market);
        return plan;
    }

    private void carryOut(ScalingPlan plan, boolean logAlways) {
        Optional<RunningActivity> running = plan.activity();
        if (running.isPresent()) {
            start(plan, running.get());
            return;
        }
        if (!plan.limits().equals(state.limits()) || !plan.desired().equals(state.desired())) {
            state = plan.after(List.of());
        }
        boolean failure = plan.launch().isPresent() && plan.shortfall() > 0;
        boolean news = failure && failures.add(String.join("\n", PlanWords.notes(plan)));
        if (logAlways || news) {
            log.accept(withoutChange(plan, failure));
        }
    }

    private Activity withoutChange(ScalingPlan plan, boolean failure) {
        long capacity = plan.before().fleet().capacity();
        Status status = plan.isRejected() ? Status.REJECTED : failure ? Status.FAILED : Status.SUCCESSFUL;
        return new Activity(
                ++activities,
                simulation.now(),
                simulation.now(),
                status,
                PlanWords.trigger(plan),
                PlanWords.cause(plan),
                capacity,
                capacity,
                List.of(),
                List.of(),
                PlanWords.notes(plan));
    }

    private void start(ScalingPlan plan, RunningActivity running) {
        failures.clear();
        List<String> ids = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Launch launch : plan.launches()) {
            for (int i = 0; i < launch.count(); i++) {
                ids.add(order(launch.offering(), refused));
            }
        }
        List<Instance> leaving = plan.removals();
        var activity = new ActivityProgress(++activities, simulation.now(), plan, running, ids.size() + leaving.size());
        state = plan.after(ids);
        open.add(activity);
        ids.forEach(id -> progress.put(id, activity));
        for (Instance instance : leaving) {
            progress.put(instance.id(), activity);
            meter.change(-instance.weight(), simulation.now());
            simulation.schedule(simulation.now() + settings.drain().toMillis(), now -> leave(instance));
        }
        refused.forEach(this::fail);
    }

    /** Orders a machine; one that is refused gets an id of its own, and leaves the group again at once. */
    private String order(Offering offering, List<String> refused) {
        return cloud.order(offering).orElseGet(() -> {
            String id = "refused-" + (activities + 1) + "-" + (refused.size() + 1);
            refused.add(id);
            return id;
        });
    }

    private void join(String id) {
        Instance pending = state.fleet().find(id).orElseThrow();
        Instance joined = Instance.builder(id)
                .type(pending.type())
                .zone(pending.zone())
                .purchaseOption(pending.purchaseOption())
                .price(pending.price())
                .weight(pending.weight())
                .joinedAt(clock.instantAt(simulation.now()))
                .build();
        state = state.withFleet(state.fleet().with(List.of(joined)));
        meter.change(joined.weight(), simulation.now());
        ActivityProgress activity = progressOf(id);
        activity.joined(joined, simulation.now());
        finishIfOver(activity);
    }

    private void fail(String id) {
        state = state.withFleet(state.fleet().without(List.of(id)));
        ActivityProgress activity = progressOf(id);
        activity.failed();
        finishIfOver(activity);
    }

    private void leave(Instance instance) {
        cloud.release(instance.id());
        state = state.withFleet(state.fleet().without(List.of(instance.id())));
        ActivityProgress activity = progressOf(instance.id());
        activity.left(instance, simulation.now());
        finishIfOver(activity);
    }

    private ActivityProgress progressOf(String id) {
        return requireNonNull(progress.remove(id), id);
    }

    private void finishIfOver(ActivityProgress activity) {
        if (activity.isOver()) {
            open.remove(activity);
            Optional<Instant> lastChange =
                    Optional.ofNullable(activity.lastChangeMillis()).map(clock::instantAt);
            state = state.finished(activity.running(), lastChange);
            log.accept(activity.activity(simulation.now()));
        }
    }

    /** Logs the activities that the end of the run cuts off. */
    public void close() {
        open.forEach(activity -> log.accept(activity.activity(simulation.now())));
        open.clear();
    }
}
