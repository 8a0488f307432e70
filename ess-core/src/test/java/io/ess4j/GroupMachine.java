package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.lifecycle.StepSequence.Way;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.ScalingProcess;
import io.ess4j.model.Zone;
import io.ess4j.placement.Launch;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.PredictiveTask;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A group that lives through random triggers, failures, hooks and time, beside {@link GroupBooks} that are kept by what
 * its plans say and what happens.
 */
final class GroupMachine {
    private static final Zone[] ZONES = {Zone.of("h"), Zone.of("i"), Zone.of("j")};
    private static final InstanceType SMALL = InstanceType.of("ecs.c5.large", 2, 4096);
    private static final InstanceType BIG = InstanceType.of("ecs.c5.2xlarge", 8, 16_384);

    /** An activity that has begun: who is still to join, and who is still to leave. */
    private record Open(RunningActivity activity, List<String> joining, List<String> started, List<Exit> leaving) {}

    private final RandomGenerator random;
    private final Catalog catalog;
    private final ScalingGroup group;
    private final Autoscaler autoscaler;
    private final int largest;
    private final GroupBooks books;
    private final List<Open> open = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Market market;
    private GroupState state;
    private Instant now = Groups.NOW;
    private int made;

    GroupMachine(RandomGenerator random) {
        this.random = random;
        boolean weighted = random.nextBoolean();
        largest = weighted ? 4 : 1;
        books = new GroupBooks(largest);
        Catalog.Builder offerings = Catalog.builder();
        for (Zone zone : ZONES) {
            for (InstanceType type : List.of(SMALL, BIG)) {
                for (PurchaseOption option : List.of(PurchaseOption.ON_DEMAND, PurchaseOption.SPOT)) {
                    offerings.offering(type, zone, option, new Price(1 + random.nextLong(1_000_000_000L)));
                }
            }
        }
        catalog = offerings.build();
        market = Market.of(catalog);
        int max = 4 + random.nextInt(30);
        ScalingGroupBuilder builder = ScalingGroup.builder("fuzz")
                .capacity(random.nextInt(3), max)
                .zones(ZONES)
                .type(SMALL, weighted ? 2 : 1)
                .type(BIG, largest)
                .placement(RandomPolicies.placement(random))
                .rule(ScalingRule.change("add", 1 + random.nextInt(4)))
                .rule(ScalingRule.change("drop", -1 - random.nextInt(4)))
                .rule(ScalingRule.exactly("set", random.nextInt(max)))
                .rule(ScalingRule.targetTracking("cpu", 50))
                .rule(StepRule.of(
                        "steps",
                        AdjustmentType.QUANTITY,
                        Step.upTo(-40, -2),
                        Step.between(-40, 0, 0),
                        Step.between(0, 10, 2),
                        Step.from(10, 3)))
                .cooldown(Duration.ofSeconds(random.nextInt(600)))
                .mostInstancesPerActivity(1 + random.nextInt(20));
        if (random.nextBoolean()) {
            builder.reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE));
        }
        if (random.nextBoolean()) {
            builder.hostNames("n-(AUTO_INCREMENT)[0,3]");
        }
        if (random.nextBoolean()) {
            builder.lifetime(Duration.ofDays(1));
        }
        group = builder.build();
        autoscaler = new Autoscaler(group, catalog);
        state = GroupState.of(group, Fleet.empty());
        if (random.nextBoolean()) {
            state = state.withDesired(group.limits().min());
        }
    }

    void run(long steps) {
        for (long i = 0; i < steps; i++) {
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3, 4, 5 -> ask(trigger());
                case 6, 7, 8, 9, 10, 11 -> progress();
                case 12 -> touch();
                case 13 -> changeStock();
                case 14 -> now = now.plusSeconds(random.nextInt(3 * 3600));
                default -> switchSomething();
            }
            books.compare(state);
            assertThat(state.running()).hasSize(open.size());
        }
    }

    private Trigger trigger() {
        return switch (random.nextInt(24)) {
            case 0, 1 -> Trigger.check();
            case 2 -> Trigger.execute("add");
            case 3 -> Trigger.execute("drop");
            case 4 -> Trigger.execute("set");
            case 5 -> Trigger.alarm("add");
            case 6 -> Trigger.alarm("drop");
            case 7, 8 -> Trigger.alarm("cpu", random.nextInt(120));
            case 9 -> {
                int min = random.nextInt(6);
                yield Trigger.setLimits(min, min + random.nextInt(30));
            }
            case 10 -> Trigger.setDesired(random.nextInt(30));
            case 11 -> new Trigger.Attach(List.of(stranger()));
            case 12 ->
                new Trigger.Remove(
                        List.of(someId()),
                        Trigger.Remove.Wish.values()[random.nextInt(3)],
                        random.nextBoolean(),
                        random.nextInt(8) == 0);
            case 13 -> Trigger.healthCheck();
            case 14 -> Trigger.spotNotice(someId());
            case 15 -> Trigger.rebalance();
            case 16 -> Trigger.restoreMix();
            case 17 -> Trigger.alarm("steps", random.nextInt(160), 60);
            case 18 -> Trigger.execute("steps", random.nextInt(160), 60);
            case 19 ->
                new Trigger.Scheduled(
                        "task",
                        ScheduledAction.rule(
                                List.of("add", "drop", "set", "steps").get(random.nextInt(4))));
            case 20 -> new Trigger.Scheduled("task", RandomPolicies.sizes(random));
            case 21 -> {
                int min = random.nextInt(8);
                CapacityLimits limits = CapacityLimits.of(min, min + random.nextInt(20));
                yield Trigger.predicted(new PredictiveTask("predicted", now, now, min, limits), state);
            }
            case 22 -> RandomPolicies.adjustment(random);
            default -> Trigger.lifetimeCheck();
        };
    }

    private String someId() {
        List<String> ids = books.ids();
        return ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
    }

    private Instance stranger() {
        String id = random.nextInt(4) == 0 ? someId() : "a-" + made++;
        Offering offering =
                catalog.offerings().get(random.nextInt(catalog.offerings().size()));
        return Instance.builder(id)
                .offering(offering)
                .weight(offering.type().equals(BIG) ? largest : Math.max(1, largest / 2))
                .joinedAt(now)
                .origin(InstanceOrigin.ATTACHED)
                .build()
                .withHealthy(random.nextInt(6) > 0);
    }

    private void ask(Trigger trigger) {
        ScalingPlan plan = autoscaler.plan(state, market, trigger, now);
        if (random.nextInt(32) == 0) {
            assertThat(autoscaler.plan(state, market, trigger, now)).isEqualTo(plan);
            assertThat(plan.explain()).isNotBlank();
        }
        if (plan.isRejected()) {
            assertThat(plan.after()).isEqualTo(state);
            return;
        }
        books.checkExits(plan);
        books.checkStarts(plan);
        long before = books.used();
        List<String> ids = new ArrayList<>();
        List<String> joining = new ArrayList<>(plan.starts());
        for (Launch launch : plan.launches()) {
            for (int i = 0; i < launch.count(); i++) {
                String id = "i-" + made++;
                ids.add(id);
                books.launched(id, launch);
            }
        }
        joining.addAll(ids);
        for (Instance attached : plan.attached()) {
            books.attached(attached);
            joining.add(attached.id());
        }
        plan.starts().forEach(id -> books.change(id, LifecycleState.PENDING));
        if (!plan.removesOnceReplaced()) {
            plan.exits().forEach(e -> books.change(e.instance().id(), LifecycleState.REMOVING));
        }
        plan.hostNames()
                .ifPresent(given -> given.names()
                        .forEach(name -> assertThat(names.add(name)).as(name).isTrue()));
        state = plan.after(ids);
        plan.activity().ifPresent(a -> open.add(new Open(a, joining, plan.starts(), new ArrayList<>(plan.exits()))));
        books.checkLimits(plan, state, before);
        GroupBooks.checkReplacement(plan);
    }

    private void progress() {
        if (open.isEmpty()) {
            return;
        }
        Open activity = open.get(random.nextInt(open.size()));
        if (!activity.joining().isEmpty()) {
            join(activity);
        } else if (!activity.leaving().isEmpty()) {
            leave(activity);
        }
        if (activity.joining().isEmpty() && activity.leaving().isEmpty()) {
            state = state.finished(activity.activity(), Optional.of(now));
            open.remove(activity);
        }
    }

    private void join(Open activity) {
        String id = activity.joining().get(random.nextInt(activity.joining().size()));
        if (books.state(id) == LifecycleState.PENDING && random.nextInt(5) == 0) {
            move(id, LifecycleState.PENDING_WAIT);
            return;
        }
        activity.joining().remove(id);
        if (random.nextInt(8) > 0) {
            state = state.joined(List.of(id), now);
            books.change(id, LifecycleState.IN_SERVICE);
        } else if (activity.started().contains(id)) {
            replaceStart(activity, id);
        } else {
            state = state.gone(List.of(id));
            books.gone(id);
        }
    }

    private void leave(Open activity) {
        Exit exit = activity.leaving().get(0);
        String id = exit.instance().id();
        if (books.state(id) == LifecycleState.REMOVING && random.nextInt(5) == 0) {
            move(id, LifecycleState.REMOVING_WAIT);
            return;
        }
        activity.leaving().remove(0);
        boolean left = books.state(id) == LifecycleState.REMOVING || books.state(id) == LifecycleState.REMOVING_WAIT;
        if (left && exit.instance().state() != LifecycleState.STOPPED && random.nextInt(8) == 0) {
            state = state.returned(List.of(id));
            books.change(id, LifecycleState.IN_SERVICE);
            return;
        }
        state = state.left(List.of(exit), now);
        if (exit.way() == Way.STOP) {
            books.stopped(id, now);
        } else {
            books.gone(id);
        }
    }

    /** A hook holds an instance. */
    private void move(String id, LifecycleState next) {
        Instance instance = state.fleet().find(id).orElseThrow();
        state = state.withFleet(state.fleet().with(List.of(instance.withState(next))));
        books.change(id, next);
    }

    /** A start that failed is replaced within its activity. */
    private void replaceStart(Open activity, String id) {
        ScalingPlan plan = autoscaler.plan(state, market, new Trigger.StartsFailed(List.of(id)), now);
        assertThat(plan.isRejected()).isFalse();
        assertThat(plan.activity()).isEmpty();
        books.checkStarts(plan);
        List<String> ids = new ArrayList<>();
        for (Launch launch : plan.launches()) {
            for (int i = 0; i < launch.count(); i++) {
                String made = "i-" + this.made++;
                ids.add(made);
                books.launched(made, launch);
            }
        }
        plan.hostNames().ifPresent(given -> names.addAll(given.names()));
        activity.joining().addAll(ids);
        activity.joining().addAll(plan.starts());
        plan.starts().forEach(s -> books.change(s, LifecycleState.PENDING));
        state = plan.after(ids).left(plan.exits(), now);
        books.gone(id);
    }

    /** Somebody protects, sets aside, takes back or makes unhealthy one instance that no activity is about. */
    private void touch() {
        String id = someId();
        GroupBooks.Book book = books.get(id);
        if (book == null || !book.state().isStable() || isExpectedToLeave(id)) {
            return;
        }
        Instance instance = state.fleet().find(id).orElseThrow();
        LifecycleState next = switch (random.nextInt(4)) {
            case 0 -> LifecycleState.PROTECTED;
            case 1 -> LifecycleState.STANDBY;
            default -> LifecycleState.IN_SERVICE;
        };
        books.change(id, next);
        state = state.withFleet(
                state.fleet().with(List.of(instance.withState(next).withHealthy(random.nextInt(3) > 0))));
    }

    private boolean isExpectedToLeave(String id) {
        return open.stream()
                .anyMatch(o ->
                        o.leaving().stream().anyMatch(e -> e.instance().id().equals(id)));
    }

    private void changeStock() {
        Market.Builder builder = Market.builder(catalog);
        for (Offering offering : catalog.offerings()) {
            int stock = switch (random.nextInt(3)) {
                case 0 -> 0;
                case 1 -> random.nextInt(6);
                default -> Market.UNLIMITED;
            };
            builder.stock(offering.type(), offering.zone(), offering.purchaseOption(), stock);
        }
        market = builder.build();
    }

    private void switchSomething() {
        switch (random.nextInt(4)) {
            case 0 -> state = state.withStatus(GroupStatus.INACTIVE);
            case 1 -> state = state.withStatus(GroupStatus.ACTIVE);
            case 2 -> {
                List<ScalingProcess> processes = new ArrayList<>();
                for (ScalingProcess process : ScalingProcess.values()) {
                    if (random.nextInt(6) == 0) {
                        processes.add(process);
                    }
                }
                state = state.withSuspension(new ProcessSuspension(processes));
            }
            default ->
                ask(new Trigger.DesiredMode(
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(20))));
        }
        // Most of the time a group works.
        if (random.nextBoolean()) {
            state = state.withStatus(GroupStatus.ACTIVE).withSuspension(ProcessSuspension.NONE);
        }
    }
}
