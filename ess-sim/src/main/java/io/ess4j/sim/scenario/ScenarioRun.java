package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.cloud.Provider;
import io.ess4j.sim.cloud.SimulatedCloud;
import io.ess4j.sim.cloud.SimulatedCloud.BestOffer;
import io.ess4j.sim.control.CapacityPolicy;
import io.ess4j.sim.control.GroupController;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.Simulation;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.workload.ArrivalProcess;
import io.ess4j.sim.workload.ServiceModel;
import io.ess4j.sim.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
 *
 * <p>In a run of several groups the observer is told their sum, with the groups inside it, and the activities of all.
 * What is replaced by the {@code with} methods is that of the first group.
 */
public final class ScenarioRun {
    private final Scenario scenario;
    private final RunObserver observer;
    private final Simulation simulation = new Simulation();
    private final SimulatedCloud cloud;
    private final List<GroupRun> groups = new ArrayList<>();
    private long activities;

    /**
     * Prepares a run.
     *
     * @param scenario what to simulate
     * @param observer is told every period and activity
     */
    public ScenarioRun(Scenario scenario, RunObserver observer) {
        this(scenario, observer, Optional.empty(), Function.identity());
    }

    /**
     * Prepares a run with parts of your own.
     *
     * @param scenario what to simulate
     * @param observer is told every period and activity
     * @param policy decides for the first group in place of its rules, if present
     * @param provider makes the provider of the first group out of the simulated one, which it may replace or wrap
     */
    public ScenarioRun(
            Scenario scenario,
            RunObserver observer,
            Optional<CapacityPolicy> policy,
            Function<Provider, Provider> provider) {
        this.scenario = requireNonNull(scenario, "scenario");
        this.observer = requireNonNull(observer, "observer");
        this.cloud = new SimulatedCloud(
                simulation, scenario.market(), scenario.pools(), scenario.cloud(), new RandomStreams(scenario.seed()));
        for (Scenario.Member member : scenario.groups()) {
            boolean isFirst = groups.isEmpty();
            groups.add(new GroupRun(
                    scenario,
                    member,
                    simulation,
                    isFirst ? provider.apply(cloud.account()) : cloud.account(),
                    isFirst ? policy : Optional.empty(),
                    activity -> log(member, activity)));
            groups.get(groups.size() - 1).controller().watch(observer::decision);
        }
    }

    /**
     * Replaces the scenario's load.
     *
     * @param load the load; its requests arrive evenly, so bring your own chance
     * @return this run
     */
    public ScenarioRun withWorkload(Workload load) {
        groups.get(0).replaceArrivals(ArrivalProcess.even(load));
        return this;
    }

    /**
     * Replaces the scenario's service.
     *
     * @param model the service
     * @return this run
     */
    public ScenarioRun withService(ServiceModel model) {
        groups.get(0).replaceService(requireNonNull(model, "model"));
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
        groups.forEach(group -> group.controller().close());
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
     * The simulated provider, which sells to all groups.
     *
     * @return the live cloud
     */
    public SimulatedCloud cloud() {
        return cloud;
    }

    /**
     * The first group's account with its provider.
     *
     * @return the live account
     */
    public Provider provider() {
        return groups.get(0).provider();
    }

    /**
     * The controllers of all groups.
     *
     * @return the live controllers, in the order of the groups
     */
    public List<GroupController> controllers() {
        return groups.stream().map(GroupRun::controller).toList();
    }

    /**
     * The controller of the first group.
     *
     * @return the live controller
     */
    public GroupController controller() {
        return groups.get(0).controller();
    }

    /** Activities of several groups are numbered together and tell their group. */
    private void log(Scenario.Member member, Activity activity) {
        observer.activity(scenario.groups().size() == 1 ? activity : activity.ofGroup(++activities, member.name()));
    }

    private void endPeriod(long from, long to) {
        List<BestOffer> best = cloud.bestOffers(to - from);
        List<Period> periods = new ArrayList<>(groups.size());
        for (GroupRun group : groups) {
            periods.add(group.measure(from, to, best));
        }
        observer.period(periods.size() == 1 ? periods.get(0) : PeriodSum.of(scenario, periods));
        groups.forEach(GroupRun::decide);
    }
}
