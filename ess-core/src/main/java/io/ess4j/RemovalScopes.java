package io.ess4j;

import io.ess4j.placement.PlacementStrategy;
import io.ess4j.removal.RemovalScope;

/** The first filter of a removal follows from how the group places its instances (guide 4.2). */
final class RemovalScopes {
    private RemovalScopes() {}

    static RemovalScope of(PlacementStrategy placement) {
        if (placement instanceof PlacementStrategy.Priority) {
            return RemovalScope.ALL;
        }
        if (placement instanceof PlacementStrategy.Balanced) {
            return RemovalScope.LARGEST_ZONES;
        }
        if (placement instanceof PlacementStrategy.CostOptimized) {
            return RemovalScope.DEAREST;
        }
        if (placement instanceof PlacementStrategy.Composable composable) {
            return composable.balance().isPresent() ? RemovalScope.LARGEST_ZONES : RemovalScope.ALL;
        }
        throw new AssertionError(placement);
    }
}
