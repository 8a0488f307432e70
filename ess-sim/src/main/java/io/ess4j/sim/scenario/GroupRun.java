package io.ess4j.sim.scenario;

import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.capacity.Weights;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.sim.cloud.CostReason;
import io.ess4j.sim.cloud.Provider;
import io.ess4j.sim.cloud.SimulatedCloud.BestOffer;
import io.ess4j.sim.control.CapacityPolicy;
import io.ess4j.sim.control.ControlSettings;
import io.ess4j.sim.control.GroupController;
import io.ess4j.sim.control.Measurement;
import io.ess4j.sim.control.Rival;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.SimClock;
import io.ess4j.sim.kernel.Simulation;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.ClairvoyantBound;
import io.ess4j.sim.metrics.Interruptions;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.workload.ArrivalProcess;
import io.ess4j.sim.workload.QueueingService;
import io.ess4j.sim.workload.RequiredCapacity;
import io.ess4j.sim.workload.ServiceModel;
import io.ess4j.sim.workload.ServiceOutcome;
import io.ess4j.sim.workload.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** One group of a run: its load, its service, its account with the provider, and its controller. */
final class GroupRun {
    private final Scenario.Member member;
    private final ScalingGroup policies;
    private final Provider provider;
    private final GroupController controller;
    private final RequiredCapacity required;
    private final ClairvoyantBound bound = new ClairvoyantBound();
    private final List<Offering> catalog;
    private ArrivalProcess arrivals;
    private ServiceModel service;
    private List<BestOffer> known = List.of();
    private List<ClairvoyantBound.Offer> offers = List.of();
    private long lostUnits;

    GroupRun(
            Scenario scenario,
            Scenario.Member member,
            Simulation simulation,
            Provider provider,
            Optional<CapacityPolicy> own,
            Consumer<Activity> log) {
        this.member = member;
        this.policies = member.group().policies();
        this.provider = provider;
        this.catalog = provider.market().catalog().offerings();
        var clock = new SimClock(scenario.span().start());
        var random = new RandomStreams(scenario.seed());
        this.arrivals = arrivals(scenario, clock, random);
        this.service = new QueueingService(member.service());
        this.required =
                new RequiredCapacity(member.service(), member.slo().response().toMillis());
        GroupState state = GroupState.of(policies, initialFleet(scenario));
        Optional<CapacityPolicy> policy = own.or(() -> member.group().policy().map(r -> r.open()));
        this.controller = new GroupController(
                simulation,
                clock,
                provider,
                desired(policy, state).stream()
                        .mapToObj(state::withDesired)
                        .findFirst()
                        .orElse(state),
                policies,
                settings(scenario, policy),
                random,
                log);
    }

    /** A policy leads its group by the desired capacity. */
    private OptionalInt desired(Optional<CapacityPolicy> policy, GroupState state) {
        OptionalInt stated = member.group().desired();
        return stated.isPresent() || policy.isEmpty()
                ? stated
                : OptionalInt.of(state.limits().clamp(state.fleet().capacity()));
    }

    private ControlSettings settings(Scenario scenario, Optional<CapacityPolicy> policy) {
        Scenario.Group group = member.group();
        return new ControlSettings(
                group.tasks(),
                scenario.span().zone(),
                group.drain(),
                group.alarms(),
                group.checks(),
                group.hooks(),
                group.metrics(),
                policy,
                member.service().workersPerUnit() * 1000 / member.service().serviceMillis(),
                member.group().policy().map(Rival::targetPercent).orElse(60.0));
    }

    private ArrivalProcess arrivals(Scenario scenario, SimClock clock, RandomStreams random) {
        Workload load = Workload.sum(member.load().loads().stream()
                .map(part -> part.open(clock, scenario.span().zone(), random))
                .toList());
        if (member.load().arrivals() == Scenario.Arrivals.EVEN) {
            return ArrivalProcess.even(load);
        }
        // the first group's stream has the name that it had when there was only one
        String name = member.name().equals(scenario.groups().get(0).name())
                ? "workload/arrivals"
                : "workload/" + member.name() + "/arrivals";
        return ArrivalProcess.poisson(load, random.stream(name));
    }

    private Fleet initialFleet(Scenario scenario) {
        List<Instance> instances = new ArrayList<>();
        for (Scenario.Initial initial : member.group().initial()) {
            for (int i = 0; i < initial.count(); i++) {
                Offering offering = initial.offering();
                String id = provider.addRunning(offering)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "initial instances (" + initial.count() + " of " + offering + ") exceed the stock"));
                instances.add(Instance.builder(id)
                        .offering(offering)
                        .weight(weight(offering).orElse(1))
                        .joinedAt(scenario.span().start())
                        .state(initial.isProtected() ? LifecycleState.PROTECTED : LifecycleState.IN_SERVICE)
                        .build());
            }
        }
        return Fleet.of(instances);
    }

    private OptionalInt weight(Offering offering) {
        return policies.weights().types().stream()
                .filter(t -> t.type().equals(offering.type()))
                .mapToInt(Weights.WeightedType::weight)
                .findFirst();
    }

    GroupController controller() {
        return controller;
    }

    Provider provider() {
        return provider;
    }

    void replaceArrivals(ArrivalProcess process) {
        arrivals = process;
    }

    void replaceService(ServiceModel model) {
        service = model;
    }

    /** Measures a period and lets the controller decide afterwards. */
    Period measure(long from, long to, List<BestOffer> best) {
        double average = controller.meter().read(to);
        long arrived = arrivals.arrivals(from, to);
        ServiceOutcome outcome = service.serve(arrived, average, to - from);
        last = new Measurement(
                from,
                to,
                arrived,
                outcome.served(),
                outcome.waiting(),
                average,
                // a hundredth of a percent is what a metric service reports
                average > 0
                        ? OptionalDouble.of(Math.rint(outcome.utilisation() * 10_000) / 100)
                        : OptionalDouble.empty(),
                outcome.responseMillis());
        return new Period(
                from,
                to,
                traffic(arrived, outcome),
                capacity(average),
                provider.billing().costUntil(to),
                provider.billing().instanceMillisUntil(to),
                world(arrived, outcome, to - from, best),
                List.of());
    }

    private Measurement last = new Measurement(0, 1, 0, 0, 0, 0, OptionalDouble.empty(), Double.NaN);

    void decide() {
        controller.decide(last);
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
                member.slo().isViolated(outcome.lost(), unanswered, outcome.responseMillis()));
    }

    private Period.Capacity capacity(double average) {
        GroupState state = controller.state();
        Fleet fleet = state.fleet();
        List<Integer> zones = new ArrayList<>();
        for (Zone zone : policies.zones()) {
            zones.add(fleet.count(zone));
        }
        Map<PurchaseOption, Integer> options = new EnumMap<>(PurchaseOption.class);
        for (PurchaseOption option : PurchaseOption.values()) {
            options.put(option, (int) provider.billing().instances(option));
        }
        long pending = fleet.capacity(LifecycleState.PENDING);
        int desired = state.desired().orElse((int) Math.min(Integer.MAX_VALUE, fleet.capacity()));
        return new Period.Capacity(desired, average, controller.meter().units(), pending, zones, options);
    }

    private Period.World world(long arrived, ServiceOutcome outcome, long millis, List<BestOffer> best) {
        long needed = required.units(arrived, millis);
        if (best != known) {
            known = best;
            offers = offers(best);
        }
        Interruptions interruptions = controller.interruptions();
        long vanished = interruptions.lostUnits() - lostUnits;
        lostUnits = interruptions.lostUnits();
        Map<String, Money> reasons = new LinkedHashMap<>();
        provider.billing()
                .costByReason(last.toMillis())
                .forEach((CostReason reason, Money amount) -> reasons.put(reason.name(), amount));
        return new Period.World(
                needed,
                bound.cost((double) Math.min(needed, policies.limits().max()), offers, millis),
                outcome.responses(),
                interruptions,
                vanished * member.service().workersPerUnit() * outcome.utilisation(),
                reasons);
    }

    private List<ClairvoyantBound.Offer> offers(List<BestOffer> best) {
        List<ClairvoyantBound.Offer> usable = new ArrayList<>();
        for (int row = 0; row < best.size(); row++) {
            Offering offering = catalog.get(row);
            OptionalInt weight = weight(offering);
            if (weight.isPresent() && policies.zones().contains(offering.zone())) {
                BestOffer offer = best.get(row);
                usable.add(
                        new ClairvoyantBound.Offer(offer.price().nanosPerHour(), weight.getAsInt(), offer.machines()));
            }
        }
        return usable;
    }
}
