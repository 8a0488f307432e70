package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Money;
import io.ess4j.placement.AllocationOrder;
import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.PoolAllocation;
import io.ess4j.placement.PriceComparison;
import io.ess4j.placement.SpotMix;
import io.ess4j.placement.SpotPortfolio;
import io.ess4j.placement.Survival;
import io.ess4j.removal.RemovalScope;
import io.ess4j.removal.UnitBasis;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guide 4.2 for the documented strategies, cost or zones for the others; every strategy has an answer. */
class RemovalScopesTest {
    private static Map<PlacementStrategy, RemovalScope> expected() {
        SpotMix mix = SpotMix.onDemandOnly();
        AllocationOrder order = AllocationOrder.LOWEST_PRICE;
        Map<PlacementStrategy, RemovalScope> scopes = new LinkedHashMap<>();
        scopes.put(PlacementStrategy.priority(mix), RemovalScope.ALL);
        scopes.put(PlacementStrategy.balanced(mix), RemovalScope.LARGEST_ZONES);
        scopes.put(PlacementStrategy.costOptimized(mix), RemovalScope.DEAREST);
        scopes.put(
                new PlacementStrategy.Composable(Optional.empty(), order, order, mix, Optional.empty()),
                RemovalScope.ALL);
        scopes.put(
                new PlacementStrategy.Composable(
                        Optional.of(BalanceMode.BEST_EFFORT), order, order, mix, Optional.empty()),
                RemovalScope.LARGEST_ZONES);
        PoolAllocation spot = PoolAllocation.values()[0];
        scopes.put(PlacementStrategy.allocated(spot, mix), RemovalScope.DEAREST);
        scopes.put(
                new PlacementStrategy.PoolAllocated(spot, order, mix, true, Optional.empty()),
                RemovalScope.LARGEST_ZONES);
        scopes.put(PlacementStrategy.exact(mix), RemovalScope.DEAREST);
        scopes.put(PlacementStrategy.exact(mix).withBalancedZones(true), RemovalScope.LARGEST_ZONES);
        scopes.put(new PlacementStrategy.RiskAware(mix, PORTFOLIO), RemovalScope.DEAREST);
        return scopes;
    }

    private static final SpotPortfolio PORTFOLIO = new SpotPortfolio(Money.of("1"), 0, 0, 100);

    @Test
    void everyStrategyHasItsScope() {
        expected()
                .forEach((placement, scope) -> assertThat(RemovalScopes.of(placement))
                        .as("%s", placement)
                        .isEqualTo(scope));
        Set<Class<?>> covered = new HashSet<>();
        expected().keySet().forEach(p -> covered.add(p.getClass()));
        assertThat(covered).containsExactlyInAnyOrder(PlacementStrategy.class.getPermittedSubclasses());
    }

    /** Whatever leaves the cheapest rest may go where neither zones nor survival speak against it. */
    @Test
    void exactGroupsAreFreeUnlessZonesCount() {
        PlacementStrategy.Exact exact = PlacementStrategy.exact(SpotMix.onDemandOnly());

        assertThat(RemovalScopes.isExact(exact)).isTrue();
        assertThat(RemovalScopes.isExact(exact.withBalancedZones(true))).isFalse();
        assertThat(RemovalScopes.isExact(exact.withSurvival(Survival.ANY_ZONE))).isFalse();
        assertThat(RemovalScopes.isExact(exact.withSurvival(Survival.ANY_POOL))).isFalse();
    }

    /** Guide map C-4-5: by weight where weights are set, else by vCPU, unless the placement says by what. */
    @Test
    void pricesAreDividedAsWhenPlacing() {
        SpotMix mix = SpotMix.onDemandOnly();
        AllocationOrder order = AllocationOrder.LOWEST_PRICE;
        PlacementStrategy perUnit = new PlacementStrategy.CostOptimized(mix, Optional.of(PriceComparison.PER_UNIT));
        PlacementStrategy perVcpu = new PlacementStrategy.Composable(
                Optional.empty(), order, order, mix, Optional.of(PriceComparison.PER_VCPU));

        assertThat(RemovalScopes.basis(Groups.plain(0, 9).build())).isEqualTo(UnitBasis.VCPU);
        assertThat(RemovalScopes.basis(Groups.weighted(0, 9).build())).isEqualTo(UnitBasis.WEIGHT);
        assertThat(RemovalScopes.basis(Groups.plain(0, 9).placement(perUnit).build()))
                .isEqualTo(UnitBasis.WEIGHT);
        assertThat(RemovalScopes.basis(Groups.weighted(0, 9).placement(perVcpu).build()))
                .isEqualTo(UnitBasis.VCPU);
    }
}
