package io.ess4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.Launch;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.PoolAllocation;
import io.ess4j.placement.SpotMix;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A group that lives through random triggers, failures and time, beside a slow model that keeps its own books: one
 * entry for each instance, changed by what a plan says is to be done, never by the state that the library computes.
 */
final class GroupMachine {
    private static final Zone[] ZONES = {Zone.of("h"), Zone.of("i"), Zone.of("j")};
    private static final InstanceType SMALL = InstanceType.of("ecs.c5.large", 2, 4096);
    private static final InstanceType BIG = InstanceType.of("ecs.c5.2xlarge", 8, 16_384);

    /** What the model knows of an instance. */
    private record Book(LifecycleState state, int weight, PurchaseOption option) {
        Book in(LifecycleState next) {
            return new Book(next, weight, option);
        }
    }

    /** An activity that has begun: who is still to join, and who is still to leave. */
    private record Open(RunningActivity activity, List<String> joining, List<String> started, List<Exit> leaving) {}

    private final SplittableRandom random;
    private final Catalog catalog;
    private final ScalingGroup group;
    private final Autoscaler autoscaler;
    private final int largest;
    private final Map<String, Book> books = new LinkedHashMap<>();
    private final List<Open> open = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Market market;
    private GroupState state;
    private Instant now = Groups.NOW;
    private int made;

    GroupMachine(long seed) {
        random = new SplittableRandom(seed);
        boolean weighted = random.nextBoolean();
        largest = weighted ? 4 : 1;
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
                .placement(placement())
                .rule(ScalingRule.change("add", 1 + random.nextInt(4)))
                .rule(ScalingRule.change("drop", -1 - random.nextInt(4)))
                .rule(ScalingRule.exactly("set", random.nextInt(max)))
                .rule(ScalingRule.targetTracking("cpu", 50))
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

    private PlacementStrategy placement() {
        SpotMix mix = SpotMix.builder()
                .onDemandBase(random.nextInt(3))
                .onDemandPercentAboveBase(random.nextInt(101))
                .replaceExcessOnDemand(true)
                .build();
        return switch (random.nextInt(6)) {
            case 0 -> new PlacementStrategy.Priority(mix, List.of());
            case 1 -> new PlacementStrategy.Balanced(mix, BalanceMode.BEST_EFFORT);
            case 2 -> new PlacementStrategy.Balanced(mix, BalanceMode.BALANCED_ONLY);
            case 3 -> PlacementStrategy.exact(mix);
            case 4 -> PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, mix);
            default -> PlacementStrategy.costOptimized(mix);
        };
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
            compareBooks();
        }
    }

    private Trigger trigger() {
        return switch (random.nextInt(18)) {
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
            default -> Trigger.lifetimeCheck();
        };
    }

    private String someId() {
        List<String> ids = new ArrayList<>(books.keySet());
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
                .build();
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
        checkExits(plan);
        long before = used();
        List<String> ids = new ArrayList<>();
        List<String> joining = new ArrayList<>(plan.starts());
        for (Launch launch : plan.launches()) {
            for (int i = 0; i < launch.count(); i++) {
                String id = "i-" + made++;
                ids.add(id);
                books.put(
                        id,
                        new Book(
                                LifecycleState.PENDING,
                                launch.weight(),
                                launch.offering().purchaseOption()));
            }
        }
        joining.addAll(ids);
        for (Instance attached : plan.attached()) {
            books.put(attached.id(), new Book(LifecycleState.PENDING, attached.weight(), attached.purchaseOption()));
            joining.add(attached.id());
        }
        plan.starts().forEach(id -> books.computeIfPresent(id, (k, b) -> b.in(LifecycleState.PENDING)));
        if (!plan.removesOnceReplaced()) {
            plan.exits()
                    .forEach(e -> books.computeIfPresent(e.instance().id(), (k, b) -> b.in(LifecycleState.REMOVING)));
        }
        plan.hostNames()
                .ifPresent(given -> given.names()
                        .forEach(name -> assertThat(names.add(name)).as(name).isTrue()));
        state = plan.after(ids);
        plan.activity().ifPresent(a -> open.add(new Open(a, joining, plan.starts(), new ArrayList<>(plan.exits()))));
        checkLimits(plan, before);
        checkReplacement(plan);
    }

    /** What replaces brings as much as leaves, unless the provider takes it anyway. */
    private static void checkReplacement(ScalingPlan plan) {
        if (plan.removesOnceReplaced() && !(plan.trigger() instanceof Trigger.SpotNotice)) {
            long brought = plan.launches().stream().mapToLong(Launch::units).sum();
            long leaving = plan.removals().stream().mapToLong(Instance::weight).sum();
            assertThat(brought).isGreaterThanOrEqualTo(leaving);
        }
    }

    /** Nobody who is protected or set aside leaves, unless somebody names and forces it; nobody leaves twice. */
    private void checkExits(ScalingPlan plan) {
        Set<String> leaving = new HashSet<>();
        for (Exit exit : plan.exits()) {
            String id = exit.instance().id();
            assertThat(leaving.add(id)).as(id).isTrue();
            Book book = requireNonNull(books.get(id), id);
            LifecycleState was = book.state();
            boolean byHand = plan.trigger() instanceof Trigger.Remove;
            boolean forced = plan.trigger() instanceof Trigger.Remove remove && remove.evenProtected();
            boolean taken = plan.trigger() instanceof Trigger.SpotNotice;
            assertThat(was == LifecycleState.PROTECTED && !forced && !taken)
                    .as(id)
                    .isFalse();
            assertThat(was == LifecycleState.STANDBY && !byHand && !taken)
                    .as(id)
                    .isFalse();
            assertThat(was == LifecycleState.REMOVING).as(id).isFalse();
        }
    }

    private long used() {
        return books.values().stream()
                .filter(b -> b.state() != LifecycleState.REMOVING)
                .mapToLong(Book::weight)
                .sum();
    }

    /**
     * In service and stopped together grow beyond the maximum by less than the largest weight, or by what is replaced.
     */
    private void checkLimits(ScalingPlan plan, long before) {
        assertThat(state.desired().orElse(state.limits().min()))
                .isBetween(state.limits().min(), state.limits().max());
        long replaced = plan.removesOnceReplaced()
                ? plan.removals().stream().mapToLong(Instance::weight).sum() + largest - 1
                : 0;
        assertThat(used())
                .as(plan.explain())
                .isLessThanOrEqualTo(Math.max(before, state.limits().max() + largest - 1L) + replaced);
    }

    private void progress() {
        if (open.isEmpty()) {
            return;
        }
        Open activity = open.get(random.nextInt(open.size()));
        if (!activity.joining().isEmpty()) {
            String id =
                    activity.joining().remove(random.nextInt(activity.joining().size()));
            boolean joins = random.nextInt(8) > 0;
            if (joins) {
                state = state.joined(List.of(id), now);
                books.computeIfPresent(id, (k, b) -> b.in(LifecycleState.IN_SERVICE));
            } else if (activity.started().contains(id)) {
                replaceStart(activity, id);
            } else {
                state = state.gone(List.of(id));
                books.remove(id);
            }
        } else if (!activity.leaving().isEmpty()) {
            Exit exit = activity.leaving().remove(0);
            String id = exit.instance().id();
            if (exit.way() == Way.STOP) {
                state = state.stopped(List.of(id), now);
                books.computeIfPresent(id, (k, b) -> b.in(LifecycleState.STOPPED));
            } else {
                state = state.gone(List.of(id));
                books.remove(id);
            }
        }
        if (activity.joining().isEmpty() && activity.leaving().isEmpty()) {
            state = state.finished(activity.activity(), Optional.of(now));
            open.remove(activity);
        }
    }

    /** A start that failed is replaced within its activity. */
    private void replaceStart(Open activity, String id) {
        ScalingPlan plan = autoscaler.plan(state, market, new Trigger.StartsFailed(List.of(id)), now);
        assertThat(plan.isRejected()).isFalse();
        assertThat(plan.activity()).isEmpty();
        List<String> ids = new ArrayList<>();
        for (Launch launch : plan.launches()) {
            for (int i = 0; i < launch.count(); i++) {
                String made = "i-" + this.made++;
                ids.add(made);
                books.put(
                        made,
                        new Book(
                                LifecycleState.PENDING,
                                launch.weight(),
                                launch.offering().purchaseOption()));
            }
        }
        plan.hostNames().ifPresent(given -> names.addAll(given.names()));
        activity.joining().addAll(ids);
        activity.joining().addAll(plan.starts());
        plan.starts().forEach(s -> books.computeIfPresent(s, (k, b) -> b.in(LifecycleState.PENDING)));
        state = plan.after(ids).left(plan.exits(), now);
        books.remove(id);
    }

    /** Somebody protects, sets aside, takes back or makes unhealthy one instance that no activity is about. */
    private void touch() {
        String id = someId();
        Book book = books.get(id);
        if (book == null || !book.state().isStable() || isExpectedToLeave(id)) {
            return;
        }
        Instance instance = state.fleet().find(id).orElseThrow();
        LifecycleState next = switch (random.nextInt(4)) {
            case 0 -> LifecycleState.PROTECTED;
            case 1 -> LifecycleState.STANDBY;
            default -> LifecycleState.IN_SERVICE;
        };
        books.put(id, book.in(next));
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

    private void compareBooks() {
        Iterator<Instance> rows = state.fleet().iterator();
        assertThat(state.fleet()).hasSize(books.size());
        Set<String> seen = new HashSet<>();
        while (rows.hasNext()) {
            Instance instance = rows.next();
            assertThat(seen.add(instance.id())).as(instance.id()).isTrue();
            Book book = books.get(instance.id());
            assertThat(book).as(instance.id()).isNotNull();
            assertThat(new Book(instance.state(), instance.weight(), instance.purchaseOption()))
                    .as(instance.id())
                    .isEqualTo(book);
        }
        assertThat(state.running()).hasSize(open.size());
        assertThat(state.fleet().capacity())
                .isEqualTo(books.values().stream()
                        .filter(b -> b.state().countsTowardsCapacity())
                        .mapToLong(Book::weight)
                        .sum());
    }
}
