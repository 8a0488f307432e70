package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.ExactCover;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By which rule a group chooses what to launch and where. {@link Priority}, {@link Balanced}, {@link CostOptimized} and
 * {@link Composable} are the documented rules of the guide and give exactly the documented answer (guide 1.5, 1.4 and
 * 4.1).
 *
 * <p>Common to the documented rules: the {@link SpotMix} divides the missing units; the on-demand part is placed first,
 * then the spot part, then what spot could not deliver is placed on-demand if the mix compensates. Within a part, pools
 * are filled one after the other: a pool takes {@code ceil(missing / weight)} instances or its whole stock.
 */
public sealed interface PlacementStrategy {
    /**
     * How much is on-demand and how much spot.
     *
     * @return the mix of this strategy
     */
    SpotMix mix();

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
     * all on-demand plans (guide map G4.1-4). The price of a plan is the lowest among the group's zones that can
     * deliver it; ties go to the type that the group names first (guide 4.1 and 1.6).
     *
     * @param mix how much is on-demand and how much spot
     * @param comparison what prices are divided by; if empty, by the weight in a group with weights other than 1, else
     *     by vCPUs (guide map C-4-5)
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
     * The allocation strategies of EC2 Fleet and EC2 Auto Scaling. Types keep their own pool in each zone, and spot
     * pools are used in the order that {@link PoolAllocation} describes.
     *
     * @param spot how spot pools are ordered
     * @param onDemand how on-demand pools are ordered: by unit price, or by type as the group names them
     * @param mix how much is on-demand and how much spot
     * @param balanceZones whether zones are kept level by count first, as Auto Scaling does and Fleet does not
     * @param maxTotal the most that all launches together may cost per hour, if limited
     */
    record PoolAllocated(
            PoolAllocation spot, AllocationOrder onDemand, SpotMix mix, boolean balanceZones, Optional<Price> maxTotal)
            implements PlacementStrategy {
        public PoolAllocated {
            requireNonNull(spot, "spot");
            requireNonNull(onDemand, "onDemand");
            requireNonNull(mix, "mix");
            requireNonNull(maxTotal, "maxTotal");
        }

        /**
         * This strategy with zones kept level, or not.
         *
         * @param balanced whether zones are kept level by count before the order of pools counts, as EC2 Auto Scaling
         *     does
         * @return a changed copy
         */
        public PoolAllocated withBalancedZones(boolean balanced) {
            return new PoolAllocated(spot, onDemand, mix, balanced, maxTotal);
        }

        /**
         * This strategy with another order of on-demand pools.
         *
         * @param order by unit price, or by type as the group names them
         * @return a changed copy
         */
        public PoolAllocated withOnDemand(AllocationOrder order) {
            return new PoolAllocated(spot, order, mix, balanceZones, maxTotal);
        }

        /**
         * This strategy with a limit on spending.
         *
         * @param most the most that all launches together may cost per hour
         * @return a changed copy
         */
        public PoolAllocated withMaxTotal(Price most) {
            return new PoolAllocated(spot, onDemand, mix, balanceZones, Optional.of(most));
        }
    }

    /**
     * The plan of least cost under the given constraints, with a proof. Other than the documented rules it combines
     * instance types so that hardly more is bought than needed: 10 units cost 0.82 instead of 1.28 in the example of
     * guide 1.6. The plan carries a {@link CostProof} with the documented rule's cost beside its own.
     *
     * <p>At least the on-demand part of the mix is on-demand; on-demand instances take the place of spot ones where
     * that is cheaper or spot is sold out, if the mix compensates. {@code spotPools} of the mix does not apply; use
     * {@code maxSharePercent} to spread. With balanced zones the missing units are first divided over zones as a water
     * level of capacity units, then each zone is covered at the least cost.
     *
     * @param mix how much is on-demand at least
     * @param maxSharePercent the most that one offering may bring, in percent of the units asked for, 1 to 100; a
     *     single instance is always allowed
     * @param balanceZones whether zones are balanced before cost counts; not together with a survival
     * @param survival what loss the launched instances survive. The mix divides the units asked for; what is bought
     *     beyond them as a reserve is the cheapest that the mix allows at all, so it may be spot in a mix that has
     *     spot, and is on-demand in one that has none
     * @param interruptionCost what one interruption costs; with the market's interruption rates it adds to prices
     * @param stepLimit the most work that the search may do, in cells of its tables, 0 or more
     */
    record Exact(
            SpotMix mix,
            int maxSharePercent,
            boolean balanceZones,
            Survival survival,
            Money interruptionCost,
            long stepLimit)
            implements PlacementStrategy {
        public Exact {
            requireNonNull(mix, "mix");
            requireNonNull(survival, "survival");
            requireNonNull(interruptionCost, "interruptionCost");
            List<String> problems = new ArrayList<>();
            if (maxSharePercent < 1 || maxSharePercent > 100) {
                problems.add("maxSharePercent (" + maxSharePercent + ") must be >= 1 and <= 100");
            }
            if (stepLimit < 0) {
                problems.add("stepLimit (" + stepLimit + ") must be >= 0");
            }
            if (balanceZones && survival != Survival.NOTHING) {
                problems.add("balanceZones must be false when survival (" + survival + ") is not NOTHING");
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
        }

        /**
         * This strategy with a cap on the share of one offering.
         *
         * @param percent 1 to 100
         * @return a changed copy
         */
        public Exact withMaxSharePercent(int percent) {
            return new Exact(mix, percent, balanceZones, survival, interruptionCost, stepLimit);
        }

        /**
         * This strategy with zones balanced, or not.
         *
         * @param balanced whether zones are balanced before cost counts
         * @return a changed copy
         */
        public Exact withBalancedZones(boolean balanced) {
            return new Exact(mix, maxSharePercent, balanced, survival, interruptionCost, stepLimit);
        }

        /**
         * This strategy with a reserve against a loss.
         *
         * @param loss what the launched instances survive
         * @return a changed copy
         */
        public Exact withSurvival(Survival loss) {
            return new Exact(mix, maxSharePercent, balanceZones, loss, interruptionCost, stepLimit);
        }

        /**
         * This strategy with interruptions counted as cost.
         *
         * @param cost what one interruption costs
         * @return a changed copy
         */
        public Exact withInterruptionCost(Money cost) {
            return new Exact(mix, maxSharePercent, balanceZones, survival, cost, stepLimit);
        }

        /**
         * This strategy with another limit of work.
         *
         * @param steps cells of tables, 0 or more
         * @return a changed copy
         */
        public Exact withStepLimit(long steps) {
            return new Exact(mix, maxSharePercent, balanceZones, survival, interruptionCost, steps);
        }
    }

    /**
     * Spot instances at the least expected cost, prices plus interruptions, with a cap on what may be lost at once. The
     * on-demand part of the mix is bought at the least cost and never lost; on-demand also takes what the caps leave
     * over if the mix compensates.
     *
     * <p>The plan has the least shortfall that the caps allow and of such plans the least expected cost. It is found by
     * branch and bound over {@link io.ess4j.capacity.CappedCover exact covers}; if the limit of work ends the search,
     * the plan states by how much a cheaper one might cost less. Caps count the instances that the group has.
     *
     * @param mix how much is on-demand at least
     * @param portfolio costs, correlations and the cap
     */
    record RiskAware(SpotMix mix, SpotPortfolio portfolio) implements PlacementStrategy {
        public RiskAware {
            requireNonNull(mix, "mix");
            requireNonNull(portfolio, "portfolio");
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
     * Cheapest unit price first, compared as guide map C-4-5 says.
     *
     * @param mix how much is on-demand and how much spot
     * @return the strategy
     */
    static CostOptimized costOptimized(SpotMix mix) {
        return new CostOptimized(mix, Optional.empty());
    }

    /**
     * The plan of least cost, without caps, balance, reserve or interruption cost.
     *
     * @param mix how much is on-demand at least
     * @return the strategy
     */
    static Exact exact(SpotMix mix) {
        return new Exact(mix, 100, false, Survival.NOTHING, Money.ZERO, ExactCover.DEFAULT_STEP_LIMIT);
    }

    /**
     * An allocation strategy of EC2 Fleet: no zone balance, on-demand by lowest price, no spending limit. Auto Scaling
     * keeps zones level besides: {@link PoolAllocated#withBalancedZones}.
     *
     * @param spot how spot pools are ordered
     * @param mix how much is on-demand and how much spot
     * @return the strategy
     */
    static PoolAllocated allocated(PoolAllocation spot, SpotMix mix) {
        return new PoolAllocated(spot, AllocationOrder.LOWEST_PRICE, mix, false, Optional.empty());
    }
}
