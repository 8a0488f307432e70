package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;

import io.ess4j.Autoscaler;
import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.capacity.Weights;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.sim.cloud.SimulatedCloud;
import io.ess4j.sim.control.GroupController;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.SimClock;
import io.ess4j.sim.kernel.Simulation;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.workload.ArrivalProcess;
import io.ess4j.sim.workload.QueueingService;
import io.ess4j.sim.workload.ServiceModel;
import io.ess4j.sim.workload.ServiceOutcome;
import io.ess4j.sim.workload.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One run of a scenario: puts kernel, cloud, load, service and controller together and lets time pass. A run is used
 * once; the same scenario always gives the same run.
 *
 * <pre>{@code
 * var totals = new RunTotals();
 * new ScenarioRun(scenario, totals)
 *     .withService((arrivals, capacity, period) -> myModel.serve(arrivals, capacity, period))
 *     .run();
 * }</pre>
 */
public final class ScenarioRun {
    private final Scenario scenario;
    private final RunObserver observer;
    private final Simulation simulation = new Simulation();
    private final SimClock clock;
    private final SimulatedCloud cloud;
    private final GroupController controller;
    private ArrivalProcess arrivals;
    private ServiceModel service;

    /**
     * Prepares a run.
     *
     * @param scenario what to simulate
     * @param observer is told every period and activity
     */
    public ScenarioRun(Scenario scenario, RunObserver observer) {
        this.scenario = requireNonNull(scenario, "scenario");
        this.observer = requireNonNull(observer, "observer");
        this.clock = new SimClock(scenario.span().start());
        var random = new RandomStreams(scenario.seed());
        this.cloud = new SimulatedCloud(simulation, scenario.market(), scenario.cloud(), random);
        this.arrivals = arrivals(random);
        this.service = new QueueingService(scenario.service());
        ScalingGroup policies = scenario.group().policies();
        GroupState state = GroupState.of(policies, initialFleet());
        OptionalInt desired = scenario.group().desired();
        this.controller = new GroupController(
                simulation,
                clock,
                cloud,
                desired.isPresent() ? state.withDesired(desired.getAsInt()) : state,
                new Autoscaler(policies, scenario.market().catalog()),
                new GroupController.Settings(
                        scenario.group().tasks(),
                        scenario.span().zone(),
                        scenario.group().drain()),
                observer::activity);
        controller.watch(observer::decision);
    }

    private ArrivalProcess arrivals(RandomStreams random) {
        Workload load = Workload.sum(scenario.load().loads().stream()
                .map(part -> part.open(clock, scenario.span().zone(), random))
                .toList());
        return scenario.load().arrivals() == Scenario.Arrivals.EVEN
                ? ArrivalProcess.even(load)
                : ArrivalProcess.poisson(load, random.stream("workload/arrivals"));
    }

    private Fleet initialFleet() {
        List<Instance> instances = new ArrayList<>();
        for (Scenario.Initial initial : scenario.group().initial()) {
            for (int i = 0; i < initial.count(); i++) {
                Offering offering = initial.offering();
                String id = cloud.addRunning(offering)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "initial instances (" + initial.count() + " of " + offering + ") exceed the stock"));
                instances.add(Instance.builder(id)
                        .offering(offering)
                        .weight(weight(offering))
                        .joinedAt(scenario.span().start())
                        .state(initial.isProtected() ? LifecycleState.PROTECTED : LifecycleState.IN_SERVICE)
                        .build());
            }
        }
        return Fleet.of(instances);
    }

    private int weight(Offering offering) {
        return scenario.group().policies().weights().types().stream()
                .filter(t -> t.type().equals(offering.type()))
                .mapToInt(Weights.WeightedType::weight)
                .findFirst()
                .orElse(1);
    }

    /**
     * Replaces the scenario's load.
     *
     * @param load the load; its requests arrive evenly, so bring your own chance
     * @return this run
     */
    public ScenarioRun withWorkload(Workload load) {
        arrivals = ArrivalProcess.even(load);
        return this;
    }

    /**
     * Replaces the scenario's service.
     *
     * @param model the service
     * @return this run
     */
    public ScenarioRun withService(ServiceModel model) {
        service = requireNonNull(model, "model");
        return this;
    }

    /**
     * Lets the whole time of the scenario pass. Periods are whole; a rest shorter than a period is a period of its own.
     */
    public void run() {
        long length = scenario.span().length().toMillis();
        long period = scenario.span().period().toMillis();
        simulation.scheduleEvery(period, period, now -> endPeriod(now - period, now));
        simulation.runUntil(length);
        if (length % period != 0) {
            endPeriod(length - length % period, length);
        }
        controller.close();
    }

    /**
     * The kernel, for events of your own before or during the run.
     *
     * @return the live simulation
     */
    public Simulation simulation() {
        return simulation;
    }

    /**
     * The provider.
     *
     * @return the live cloud
     */
    public SimulatedCloud cloud() {
        return cloud;
    }

    /**
     * The group's controller.
     *
     * @return the live controller
     */
    public GroupController controller() {
        return controller;
    }

    private void endPeriod(long from, long to) {
        double average = controller.meter().read(to);
        long arrived = arrivals.arrivals(from, to);
        ServiceOutcome outcome = service.serve(arrived, average, to - from);
        observer.period(new Period(
                from,
                to,
                traffic(arrived, outcome),
                capacity(average),
                cloud.billing().costUntil(to),
                cloud.billing().instanceMillisUntil(to)));
        // a hundredth of a percent is what a metric service reports
        OptionalDouble metric = average > 0
                ? OptionalDouble.of(Math.rint(outcome.utilisation() * 10_000) / 100)
                : OptionalDouble.empty();
        controller.decide(scenario.group().policies().rules(), metric);
    }

    private Period.Traffic traffic(long arrived, ServiceOutcome outcome) {
        boolean unanswered = outcome.served() == 0 && outcome.waiting() > 0;
        return new Period.Traffic(
                arrived,
                outcome.served(),
                outcome.lost(),
                outcome.waiting(),
                outcome.utilisation(),
                outcome.responseMillis(),
                scenario.slo().isViolated(outcome.lost(), unanswered, outcome.responseMillis()));
    }

    private Period.Capacity capacity(double average) {
        GroupState state = controller.state();
        Fleet fleet = state.fleet();
        List<Integer> zones = new ArrayList<>();
        for (Zone zone : scenario.group().policies().zones()) {
            zones.add(fleet.count(zone));
        }
        Map<PurchaseOption, Integer> options = new EnumMap<>(PurchaseOption.class);
        for (PurchaseOption option : PurchaseOption.values()) {
            options.put(option, (int) cloud.machines(option));
        }
        long pending = fleet.capacity(LifecycleState.PENDING);
        int desired = state.desired().orElse((int) Math.min(Integer.MAX_VALUE, fleet.capacity()));
        return new Period.Capacity(desired, average, controller.meter().units(), pending, zones, options);
    }
}
