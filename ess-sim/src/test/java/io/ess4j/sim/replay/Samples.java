package io.ess4j.sim.replay;

import io.ess4j.Decision;
import io.ess4j.Rejection;
import io.ess4j.Trigger;
import io.ess4j.capacity.CapacityChange;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.capacity.CapacityPlanner;
import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.placement.AllocationOrder;
import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.CustomPriority;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.PoolAllocation;
import io.ess4j.placement.PriceComparison;
import io.ess4j.placement.SpotMix;
import io.ess4j.placement.SpotPortfolio;
import io.ess4j.placement.Survival;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.BandRule;
import io.ess4j.rule.RatioRule;
import io.ess4j.rule.RuleOutcome;
import io.ess4j.rule.RuleReason;
import io.ess4j.rule.SimpleRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.rule.TargetTrackingRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A value of every case of every sealed interface that a decision log holds. */
final class Samples {
    static final InstanceType LARGE = InstanceType.of("ecs.c5.large", 2, 4096);
    static final Zone ZONE = Zone.of("cn-hangzhou-h");
    static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456789Z");
    static final SpotMix MIX = SpotMix.builder()
            .onDemandBase(1)
            .onDemandPercentAboveBase(30)
            .spotPools(2)
            .build();

    private Samples() {}

    static Instance instance(String id) {
        return Instance.builder(id)
                .type(LARGE)
                .zone(ZONE)
                .purchaseOption(PurchaseOption.SPOT)
                .price(Price.perHour("0.045"))
                .weight(2)
                .joinedAt(NOW)
                .source(ConfigurationSource.ofTemplate("lt-1", 3, NOW))
                .state(LifecycleState.PROTECTED)
                .healthy(false)
                .build();
    }

    static List<Object> all() {
        CapacityChange change = CapacityPlanner.converge(3, OptionalInt.of(5), CapacityLimits.of(1, 9), 2);
        return List.of(
                new Trigger.Alarm("cpu", OptionalDouble.of(61.37), OptionalDouble.of(0.1 + 0.2)),
                new Trigger.Alarm("cpu", OptionalDouble.empty(), OptionalDouble.empty()),
                new Trigger.Execute("more"),
                new Trigger.Execute("steps", OptionalDouble.of(-2.5), OptionalDouble.of(80)),
                new Trigger.Adjust(AdjustmentType.PERCENT, -25, OptionalInt.of(2), true),
                new Trigger.Adjust(AdjustmentType.TOTAL, 7, OptionalInt.empty(), false),
                new Trigger.Check(),
                new Trigger.SetCapacity(OptionalInt.of(0), OptionalInt.of(5), OptionalInt.empty()),
                new Trigger.Scheduled("morning", ScheduledAction.rule("more")),
                new Trigger.DesiredMode(OptionalInt.empty()),
                new Trigger.Attach(List.of(instance("i-1"), instance("i-2"))),
                new Trigger.Remove(List.of("i-1"), Trigger.Remove.Wish.DETACH, true, false),
                new Trigger.StartsFailed(List.of("i-1")),
                new Trigger.HealthCheck(),
                new Trigger.LifetimeCheck(),
                new Trigger.SpotNotice(List.of("i-1", "i-2")),
                new Trigger.Rebalance(),
                new Trigger.RestoreMix(),
                new ScheduledAction.RunRule("more"),
                ScheduledAction.sizes(1, 2, 3),
                new SimpleRule(
                        "more", AdjustmentType.PERCENT, -10, OptionalInt.of(2), Optional.of(Duration.ofSeconds(90))),
                StepRule.of("steps", AdjustmentType.QUANTITY, Step.between(0, 12.5, 1), Step.from(12.5, 3)),
                new TargetTrackingRule("cpu", 33.333, 10, true, Duration.ofMinutes(5)),
                RatioRule.of("ratio", 0.7),
                new BandRule("band", 20, 1e6),
                new PlacementStrategy.Priority(MIX, List.of(new CustomPriority(LARGE, ZONE))),
                new PlacementStrategy.Balanced(MIX, BalanceMode.BEST_EFFORT),
                new PlacementStrategy.CostOptimized(SpotMix.onDemandOnly(), Optional.of(PriceComparison.PER_UNIT)),
                new PlacementStrategy.Composable(
                        Optional.empty(),
                        AllocationOrder.PRIORITY,
                        AllocationOrder.LOWEST_PRICE,
                        MIX,
                        Optional.empty()),
                new PlacementStrategy.PoolAllocated(
                        PoolAllocation.DIVERSIFIED,
                        AllocationOrder.LOWEST_PRICE,
                        MIX,
                        true,
                        Optional.of(Price.perHour("7.5"))),
                new PlacementStrategy.Exact(MIX, 50, false, Survival.ANY_POOL, Money.of("0.000000001"), 1_000_000_007L),
                new PlacementStrategy.RiskAware(MIX, new SpotPortfolio(Money.of("1"), 20, 30, 40)),
                HostNamePattern.parse("web"),
                HostNamePattern.parse("web-(AUTO_INCREMENT)[0,3]-x"),
                new HostNamePattern.Ordered("a-", 7, 3, "-b"),
                new HostNamePattern.Extended("a-", 0, 2, 0, 3, "-b"),
                new Decision.Rejected(Rejection.COOLING_DOWN),
                new Decision.Deferred(new RuleOutcome(5, RuleReason.ADDS)),
                new Decision.Compared(Optional.empty(), change),
                new Decision.AsRequested());
    }
}
