package io.ess4j;

import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.PoolAllocation;
import io.ess4j.placement.SpotMix;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.schedule.ScheduledAction;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Random policies for a group that is fuzzed. */
final class RandomPolicies {
    private RandomPolicies() {}

    static PlacementStrategy placement(RandomGenerator random) {
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

    static Trigger.Adjust adjustment(RandomGenerator random) {
        AdjustmentType type = AdjustmentType.values()[random.nextInt(AdjustmentType.values().length)];
        int value = switch (type) {
            case QUANTITY -> random.nextInt(11) - 5;
            case TOTAL -> random.nextInt(30);
            case PERCENT, PERCENT_TOWARD_ZERO -> random.nextInt(250) - 100;
        };
        boolean percent = type == AdjustmentType.PERCENT || type == AdjustmentType.PERCENT_TOWARD_ZERO;
        OptionalInt least =
                percent && random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(3)) : OptionalInt.empty();
        return new Trigger.Adjust(type, value, least, random.nextBoolean());
    }

    static ScheduledAction sizes(RandomGenerator random) {
        int min = random.nextInt(6);
        int max = min + random.nextInt(20);
        return switch (random.nextInt(4)) {
            case 0 -> ScheduledAction.limits(min, max);
            case 1 -> ScheduledAction.sizes(min, (min + max) / 2, max);
            case 2 -> new ScheduledAction.SetSizes(OptionalInt.of(min), OptionalInt.empty(), OptionalInt.empty());
            default -> new ScheduledAction.SetSizes(OptionalInt.empty(), OptionalInt.of(max), OptionalInt.empty());
        };
    }
}
