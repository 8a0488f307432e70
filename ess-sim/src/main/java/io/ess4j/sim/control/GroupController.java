package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import io.ess4j.Autoscaler;
import io.ess4j.GroupState;
import io.ess4j.RunningActivity;
import io.ess4j.ScalingGroup;
import io.ess4j.ScalingPlan;
import io.ess4j.Trigger;
import io.ess4j.model.Market;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.TargetTrackingRule;
import io.ess4j.sim.cloud.Provider;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.SimClock;
import io.ess4j.sim.kernel.Simulation;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Activity.Status;
import io.ess4j.sim.metrics.CapacityMeter;
import io.ess4j.sim.metrics.Interruptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Runs one group: asks ess-core what to do and does it. This is the reference embedding of the library; a controller of
 * a real group has the same four parts.
 *
 * <ol>
 *   <li>Each period: {@linkplain #decide a question} for every reason there is (notices of the provider, scheduled
 *       tasks, broken instances, capacity check, regular checks, alarms and rules).
 *   <li>A plan that changes instances is carried out: order machines, take machines out of service.
 *   <li>What the provider reports goes back into the {@link GroupState}.
 *   <li>When the last instance of an activity has come or gone, the activity is finished, and its cooldown starts.
 * </ol>
 *
 * <p>A scheduled task that is refused because an activity is running is tried again each period for ten minutes (guide
 * map C-11); a notice as long as the instance is there. Alarms that lead to nothing are not logged; of equal failures
 * only the first since the last activity is.
 */
public final class GroupController {
    private static final Duration LAUNCH_EXPIRATION = Duration.ofMinutes(10);

    private final Simulation simulation;
    private final SimClock clock;
    private final Provider provider;
    private final ControlSettings settings;
    private final Autoscaler autoscaler;
    private final Consumer<Activity> log;
    private final Actuator actuator;
    private final Alarms alarms;
    private final Monitoring monitoring;
    private final Optional<Prediction> prediction;
    private final List<ScalingRule> everyPeriod;
    private final ArrayDeque<DueTask> due = new ArrayDeque<>();
    private final RegularQuestions regular;
    private BiConsumer<ScalingPlan, Market> decisions = (plan, market) -> {};
    /** What has been told since the last activity, so that it is told once. */
    private final Set<String> failures = new LinkedHashSet<>();

    private record DueTask(Trigger trigger, long expiresMillis) {}

    /**
     * Creates a controller and takes over the provider's reports.
     *
     * @param simulation where its events occur
     * @param clock where in time the run lies
     * @param provider where it buys
     * @param state the group at the start; its instances must be machines of the provider
     * @param group the policies of the group
     * @param settings everything else
     * @param random the random streams of the run: {@code control/NAME/metrics} and {@code control/NAME/hooks} with the
     *     name of the group
     * @param log takes the activities in the order of their ends
     */
    public GroupController(
            Simulation simulation,
            SimClock clock,
            Provider provider,
            GroupState state,
            ScalingGroup group,
            ControlSettings settings,
            RandomStreams random,
            Consumer<Activity> log) {
        this.simulation = requireNonNull(simulation, "simulation");
        this.clock = requireNonNull(clock, "clock");
        this.provider = requireNonNull(provider, "provider");
        this.settings = requireNonNull(settings, "settings");
        requireNonNull(group, "group");
        this.log = requireNonNull(log, "log");
        this.autoscaler = new Autoscaler(group, provider.market().catalog());
        String name = "control/" + group.name();
        var hooks = new HookWaits(simulation, clock, settings.hooks(), random.stream(name + "/hooks"));
        this.actuator = new Actuator(
                simulation,
                clock,
                provider,
                state,
                settings.drain(),
                hooks,
                log,
                ids -> plan(new Trigger.StartsFailed(ids)));
        this.alarms = new Alarms(settings.alarms());
        this.monitoring = new Monitoring(clock, settings.metrics(), random.stream(name + "/metrics"), alarms.horizon());
        this.prediction = group.prediction().map(rule -> new Prediction(rule, group.limits()));
        this.everyPeriod = settings.policy().isPresent() ? List.of() : everyPeriod(group, settings);
        this.regular = new RegularQuestions(settings.checks());
        settings.tasks().forEach(this::scheduleNext);
        provider.listen(actuator);
    }

    /**
     * Sets who is told every decision; it replaces the one before.
     *
     * @param watcher takes the plan and the market it was asked with
     */
    public void watch(BiConsumer<ScalingPlan, Market> watcher) {
        decisions = requireNonNull(watcher, "watcher");
    }

    /** The rules that no alarm task runs. */
    private static List<ScalingRule> everyPeriod(ScalingGroup group, ControlSettings settings) {
        List<String> tasked = settings.alarms().stream()
                .map(AlarmTask::rules)
                .flatMap(List::stream)
                .toList();
        return group.rules().stream()
                .filter(r -> r instanceof TargetTrackingRule && !tasked.contains(r.name()))
                .toList();
    }

    /**
     * The group as it is now.
     *
     * @return the state
     */
    public GroupState state() {
        return actuator.state();
    }

    /**
     * Measures the capacity in service.
     *
     * @return the live meter
     */
    public CapacityMeter meter() {
        return actuator.serving().meter();
    }

    /**
     * What was interrupted since the start of the run.
     *
     * @return the sums
     */
    public Interruptions interruptions() {
        return actuator.interruptions().totals();
    }

    /**
     * Asks everything that is to be asked at the end of a period.
     *
     * @param measurement what was measured in it; what the rules see of it depends on the metric faults
     */
    public void decide(Measurement measurement) {
        Optional<Measurement> seen = monitoring.measured(measurement);
        answerNotices();
        runDueTasks();
        if (regular.isHealthDue(simulation.now()) && actuator.interruptions().hasBroken()) {
            ask(Trigger.healthCheck());
        }
        ask(Trigger.check());
        regular.due(simulation.now()).forEach(this::ask);
        prediction.flatMap(p -> p.measured(seen, now())).ifPresent(this::ask);
        if (settings.policy().isPresent()) {
            seen.ifPresent(this::askPolicy);
            return;
        }
        alarms.evaluate(monitoring, now()).forEach(this::ask);
        OptionalDouble metric = seen.map(Measurement::utilisationPercent).orElse(OptionalDouble.empty());
        for (ScalingRule rule : everyPeriod) {
            ask(new Trigger.Alarm(rule.name(), metric, OptionalDouble.empty()));
        }
    }

    private Instant now() {
        return clock.instantAt(simulation.now());
    }

    /** A notice is answered by one plan for all instances that have one; while it may not run it is tried again. */
    private void answerNotices() {
        List<String> noticed = actuator.interruptions().unanswered();
        if (!noticed.isEmpty()) {
            ScalingPlan plan = plan(new Trigger.SpotNotice(noticed));
            if (!plan.isRejected()) {
                actuator.interruptions().answered(noticed);
            }
            carryOut(plan, false);
        }
    }

    private void askPolicy(Measurement seen) {
        CapacityPolicy.Input input = new CapacityPolicy.Input(
                now(),
                seen,
                state().fleet().capacity(),
                state().limits(),
                settings.unitRate(),
                settings.targetPercent());
        OptionalInt wanted = settings.policy().orElseThrow().wanted(input);
        if (wanted.isPresent()) {
            int units = state().limits().clamp(wanted.getAsInt());
            if (state().desired().orElse(-1) != units) {
                ask(Trigger.setDesired(units));
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
            boolean busy = plan.isRejected() && !state().running().isEmpty();
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
        Market market = provider.market();
        ScalingPlan plan = autoscaler.plan(state(), market, trigger, now());
        decisions.accept(plan, market);
        return plan;
    }

    private void carryOut(ScalingPlan plan, boolean logAlways) {
        Optional<RunningActivity> running = plan.activity();
        if (running.isPresent()) {
            failures.clear();
            actuator.start(plan, running.get());
            return;
        }
        if (!plan.limits().equals(state().limits()) || !plan.desired().equals(state().desired())) {
            actuator.accept(plan);
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
                actuator.nextActivity(),
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

    /** Logs the activities that the end of the run cuts off. */
    public void close() {
        actuator.close();
    }
}
