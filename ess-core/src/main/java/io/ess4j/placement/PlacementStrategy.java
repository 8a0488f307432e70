package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * By which rule a group chooses what to launch and where. {@link Priority}, {@link Balanced}, {@link CostOptimized} and
 * {@link Composable} are the documented rules of the guide and give exactly the documented answer (guide 1.5, 1.4, 4.1,
 * contract section 4).
 *
 * <p>Common to the documented rules: the {@link SpotMix} divides the missing units; the on-demand part is placed first,
 * then the spot part, then what spot could not deliver is placed on-demand if the mix compensates. Within a part, pools
 * are filled one after the other: a pool takes {@code ceil(missing / weight)} instances or its whole stock.
 */
public sealed interface PlacementStrategy {
    /**
     * Zones in the order of the group, within a zone types in the order of the group; custom priorities come before
     * both.
     *
     * @param mix how much is on-demand and how much spot
     * @param first type and zone pairs to try before all others, in order
     */
    record Priority(SpotMix mix, List<CustomPriority> first) implements PlacementStrategy {
        public Priority {
            requireNonNull(mix, "mix");
            first = List.copyOf(first);
        }
    }

    /**
     * Every instance goes to the zone with the fewest, ties to the zone that the group names first; within a zone types
     * in the order of the group (guide 1.4). With a single zone this is {@link Priority}.
     *
     * @param mix how much is on-demand and how much spot
     * @param mode what happens when a zone has no stock
     */
    record Balanced(SpotMix mix, BalanceMode mode) implements PlacementStrategy {
        public Balanced {
            requireNonNull(mix, "mix");
            requireNonNull(mode, "mode");
        }
    }

    /**
     * Cheapest instance type first. A plan is an instance type under a purchase option; plans are ordered by unit
     * price, and each is tried in every zone, in the order of the group, before the next. All spot plans come before
     * all on-demand plans (ruling C8). The price of a plan is the lowest among the group's zones that can deliver it;
     * ties go to the type that the group names first (guide 4.1 and 1.6).
     *
     * @param mix how much is on-demand and how much spot
     * @param comparison what prices are divided by; if empty, by the weight in a group with weights other than 1, else
     *     by vCPUs (ruling C20)
     */
    record CostOptimized(SpotMix mix, Optional<PriceComparison> comparison) implements PlacementStrategy {
        public CostOptimized {
            requireNonNull(mix, "mix");
            requireNonNull(comparison, "comparison");
        }
    }

    /**
     * Zone choice, on-demand order and spot order, each chosen freely. {@link Balanced} is the special case of balance
     * with priority order, {@link Priority} the one without balance.
     *
     * @param balance how zones are balanced; if empty, they are not, and zones are tried in the order of the group
     * @param onDemand in which order types are tried for the on-demand part
     * @param spot in which order types are tried for the spot part
     * @param mix how much is on-demand and how much spot
     * @param comparison as in {@link CostOptimized}
     */
    record Composable(
            Optional<BalanceMode> balance,
            AllocationOrder onDemand,
            AllocationOrder spot,
            SpotMix mix,
            Optional<PriceComparison> comparison)
            implements PlacementStrategy {
        public Composable {
            requireNonNull(balance, "balance");
            requireNonNull(onDemand, "onDemand");
            requireNonNull(spot, "spot");
            requireNonNull(mix, "mix");
            requireNonNull(comparison, "comparison");
        }
    }

    /**
     * Zones and types in the order of the group.
     *
     * @param mix how much is on-demand and how much spot
     * @return the strategy
     */
    static Priority priority(SpotMix mix) {
        return new Priority(mix, List.of());
    }

    /**
     * Zones level, types in the order of the group; a zone without stock is replaced by the next.
     *
     * @param mix how much is on-demand and how much spot
     * @return the strategy
     */
    static Balanced balanced(SpotMix mix) {
        return new Balanced(mix, BalanceMode.BEST_EFFORT);
    }

    /**
     * Cheapest unit price first, compared as ruling C20 says.
     *
     * @param mix how much is on-demand and how much spot
     * @return the strategy
     */
    static CostOptimized costOptimized(SpotMix mix) {
        return new CostOptimized(mix, Optional.empty());
    }
}
