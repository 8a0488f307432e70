package io.ess4j.testing;

import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.ScalingGroupBuilder;
import io.ess4j.Trigger;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.lifecycle.StopPool;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.placement.AllocationOrder;
import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.PoolAllocation;
import io.ess4j.placement.PriceComparison;
import io.ess4j.placement.SpotMix;
import io.ess4j.placement.SpotPortfolio;
import io.ess4j.placement.Survival;
import io.ess4j.removal.RemovalCriterion;
import io.ess4j.removal.RemovalPolicy;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Everything that one decision needs: a valid group, its state, a market and a trigger. Ids of triggers name instances
 * of the fleet more often than not.
 *
 * @param group the policies
 * @param bazaar what can be bought, and the instances
 * @param desired the desired capacity, or -1 in a group that is led by its limits
 * @param trigger why the question is asked
 */
public record Scene(ScalingGroup group, Bazaar bazaar, int desired, Trigger trigger) {
    /** When the question is asked: every instance has stayed longer than it may. */
    public static final Instant NOW = Generators.MONDAY.plusSeconds(2 * 86_400);

    private static final List<RemovalPolicy> REMOVALS = List.of(
            RemovalPolicy.DEFAULT,
            RemovalPolicy.of(RemovalCriterion.NEWEST_INSTANCE),
            RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE, RemovalCriterion.OLDEST_CONFIGURATION),
            RemovalPolicy.of(RemovalCriterion.HIGHEST_UNIT_PRICE, RemovalCriterion.NEWEST_INSTANCE));

    /** Scenes of every kind. */
    public static Arbitrary<Scene> any() {
        Arbitrary<Boolean> healthy = Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false));
        Arbitrary<Bazaar> bazaars = Combinators.combine(
                        Bazaar.any(), states().list().ofSize(6), healthy.list().ofSize(7))
                .as((bazaar, states, health) -> bazaar.withStates(states).withHealth(health));
        return Combinators.combine(
                        bazaars,
                        placements(),
                        Arbitraries.of(REMOVALS),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-1, 12),
                        triggers())
                .as(Scene::of);
    }

    private static Scene of(
            Bazaar bazaar,
            PlacementStrategy placement,
            RemovalPolicy removal,
            boolean recycles,
            int desired,
            Trigger trigger) {
        boolean weighted = bazaar.types().stream().anyMatch(t -> t.weight() > 1);
        ScalingGroupBuilder builder = ScalingGroup.builder("web")
                .capacity(0, 12)
                .zones(bazaar.zones())
                .placement(placement)
                .removal(removal)
                .lifetime(Duration.ofDays(1))
                .rule(ScalingRule.change("add", 3))
                .rule(ScalingRule.change("drop", -3))
                .rule(ScalingRule.targetTracking("cpu", 50))
                .rule(StepRule.of("steps", AdjustmentType.QUANTITY, Step.between(0, 10, 2), Step.from(10, 5)));
        bazaar.types().forEach(t -> {
            if (weighted) {
                builder.type(t.type(), t.weight());
            } else {
                builder.type(t.type());
            }
        });
        if (recycles) {
            builder.reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE));
        }
        return new Scene(builder.build(), bazaar, desired, trigger);
    }

    /** States of instances, mostly in service. */
    public static Arbitrary<LifecycleState> states() {
        return Arbitraries.frequency(
                Tuple.of(5, LifecycleState.IN_SERVICE),
                Tuple.of(2, LifecycleState.STOPPED),
                Tuple.of(1, LifecycleState.PENDING),
                Tuple.of(1, LifecycleState.PROTECTED),
                Tuple.of(1, LifecycleState.STANDBY),
                Tuple.of(1, LifecycleState.REMOVING));
    }

    /** Strategies of every kind. */
    public static Arbitrary<PlacementStrategy> placements() {
        Arbitrary<SpotMix> mixes = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(true, false))
                .as((base, percent, pools, both) -> new SpotMix(base, percent, pools, both, both, List.of()));
        return Combinators.combine(mixes, Arbitraries.integers().between(0, 15)).as(Scene::placement);
    }

    private static PlacementStrategy placement(SpotMix mix, int kind) {
        return switch (kind) {
            case 0 -> PlacementStrategy.priority(mix);
            case 1 -> PlacementStrategy.balanced(mix);
            case 2 -> new PlacementStrategy.Balanced(mix, BalanceMode.BALANCED_ONLY);
            case 3 -> PlacementStrategy.costOptimized(mix);
            case 4 -> PlacementStrategy.exact(mix);
            case 5 -> PlacementStrategy.exact(mix).withBalancedZones(true);
            case 6 -> PlacementStrategy.exact(mix).withSurvival(Survival.ANY_POOL);
            case 7 -> PlacementStrategy.exact(mix).withSurvival(Survival.ANY_ZONE);
            case 8 ->
                new PlacementStrategy.Composable(
                        Optional.of(BalanceMode.BEST_EFFORT),
                        AllocationOrder.PRIORITY,
                        AllocationOrder.LOWEST_PRICE,
                        mix,
                        Optional.empty());
            case 9 ->
                new PlacementStrategy.Composable(
                        Optional.empty(),
                        AllocationOrder.LOWEST_PRICE,
                        AllocationOrder.PRIORITY,
                        mix,
                        Optional.of(PriceComparison.PER_VCPU));
            case 10 -> new PlacementStrategy.RiskAware(mix, new SpotPortfolio(Money.of("2"), 50, 25, 60));
            default -> PlacementStrategy.allocated(PoolAllocation.values()[kind - 11], mix);
        };
    }

    /** Triggers of every kind that needs nothing from the group but its rules and ids. */
    public static Arbitrary<Trigger> triggers() {
        Arbitrary<String> ids = Arbitraries.integers().between(0, 7).map(i -> "i-" + (i * 7 + 500) % 1009);
        return Arbitraries.oneOf(
                Arbitraries.of(
                        Trigger.check(),
                        Trigger.execute("add"),
                        Trigger.execute("drop"),
                        Trigger.execute("steps", 95, 80),
                        Trigger.alarm("add"),
                        Trigger.alarm("steps", 85, 80),
                        Trigger.healthCheck(),
                        Trigger.rebalance(),
                        Trigger.restoreMix(),
                        Trigger.lifetimeCheck(),
                        new Trigger.Scheduled("night", ScheduledAction.rule("drop"))),
                Arbitraries.integers().between(0, 200).map(cpu -> Trigger.alarm("cpu", cpu)),
                Arbitraries.integers().between(0, 12).map(Trigger::setDesired),
                Combinators.combine(
                                Arbitraries.integers().between(0, 6),
                                Arbitraries.integers().between(0, 6))
                        .as((min, more) -> Trigger.setLimits(min, min + more)),
                Combinators.combine(Arbitraries.integers().between(-100, 200), Arbitraries.of(true, false))
                        .as((percent, atOnce) ->
                                new Trigger.Adjust(AdjustmentType.PERCENT, percent, OptionalInt.empty(), atOnce)),
                ids.map(id -> Trigger.remove(id)),
                ids.list().ofMinSize(1).ofMaxSize(4).uniqueElements().map(Trigger.SpotNotice::new));
    }

    /** The state of the group, at rest; instances that are stopped stopped one after the other. */
    public GroupState state() {
        List<StopPool.Stopped> stopped = new ArrayList<>();
        for (Instance i : bazaar.running()) {
            if (i.state() == LifecycleState.STOPPED) {
                stopped.add(new StopPool.Stopped(i.id(), i.joinedAt().plusSeconds(600)));
            }
        }
        GroupState state = GroupState.of(group, bazaar.fleet());
        state = desired < 0 ? state : state.withDesired(desired);
        return new GroupState(
                state.fleet(),
                state.limits(),
                state.desired(),
                state.coolingDownUntil(),
                state.running(),
                state.hostNames(),
                state.status(),
                state.suspension(),
                new StopPool(stopped));
    }

    /** Prices and stock. */
    public Market market() {
        return bazaar.market();
    }

    /** The same with catalogue and fleet in another order. */
    public Scene shuffled(Random random) {
        return new Scene(group, bazaar.shuffled(random), desired, trigger);
    }
}
