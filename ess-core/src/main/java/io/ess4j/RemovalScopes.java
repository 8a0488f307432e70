package io.ess4j;

import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.PriceComparison;
import io.ess4j.placement.Survival;
import io.ess4j.removal.RemovalScope;
import io.ess4j.removal.UnitBasis;
import java.util.Optional;

/**
 * The first filter of a removal follows from how the group places its instances (guide 4.2): what balances zones
 * removes from the largest, what looks for the least cost removes the dearest, everything else removes from all.
 */
final class RemovalScopes {
    private RemovalScopes() {}

    static RemovalScope of(PlacementStrategy placement) {
        if (placement instanceof PlacementStrategy.Priority) {
            return RemovalScope.ALL;
        }
        if (placement instanceof PlacementStrategy.Balanced) {
            return RemovalScope.LARGEST_ZONES;
        }
        if (placement instanceof PlacementStrategy.Composable composable) {
            return balancedOr(composable.balance().isPresent(), RemovalScope.ALL);
        }
        // The strategies that place by cost release by cost, unless zones come first.
        if (placement instanceof PlacementStrategy.CostOptimized || placement instanceof PlacementStrategy.RiskAware) {
            return RemovalScope.DEAREST;
        }
        if (placement instanceof PlacementStrategy.PoolAllocated allocated) {
            return balancedOr(allocated.balanceZones(), RemovalScope.DEAREST);
        }
        if (placement instanceof PlacementStrategy.Exact exact) {
            return balancedOr(exact.balanceZones(), RemovalScope.DEAREST);
        }
        throw new AssertionError(placement);
    }

    /** Whether a group may release whatever leaves the cheapest rest: neither zones nor survival speak against it. */
    static boolean isExact(PlacementStrategy.Exact exact) {
        return !exact.balanceZones() && exact.survival() == Survival.NOTHING;
    }

    private static RemovalScope balancedOr(boolean balanced, RemovalScope otherwise) {
        return balanced ? RemovalScope.LARGEST_ZONES : otherwise;
    }

    /** What a group divides prices by when it places, it divides by when it removes (guide map C-4-5). */
    static UnitBasis basis(ScalingGroup group) {
        Optional<PriceComparison> given = Optional.empty();
        if (group.placement() instanceof PlacementStrategy.CostOptimized cost) {
            given = cost.comparison();
        } else if (group.placement() instanceof PlacementStrategy.Composable composable) {
            given = composable.comparison();
        }
        boolean perUnit = given.map(c -> c == PriceComparison.PER_UNIT)
                .orElse(group.weights().largest() > 1);
        return perUnit ? UnitBasis.WEIGHT : UnitBasis.VCPU;
    }
}
