package io.ess4j.cost;

import io.ess4j.capacity.CoverProblem;
import io.ess4j.capacity.CoverSolution;
import io.ess4j.capacity.ExactCover;
import io.ess4j.model.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What a purchase costs beside the least that any purchase can cost which covers as much, whoever decided it: a rule, a
 * person, another system.
 *
 * <p>Worked example (guide 1.6): 10 units from weights 2, 4 and 8 at 0.18, 0.34 and 0.64. The documented rule buys
 * twice the largest for 1.28; the optimum is one of the largest and one of the smallest for 0.82: 56.10 per cent above.
 *
 * @param cost what the purchase costs
 * @param lowerBound what nothing that covers as much costs less than; the optimum if {@code proven}
 * @param units the capacity units that it brings
 * @param shortfall the units that are missing to the demand, 0 or more; the bound is for the others
 * @param proven whether the bound is the cost of a purchase that exists
 */
public record PlanCost(Price cost, Price lowerBound, long units, long shortfall, boolean proven) {
    private static final int PERCENT_DECIMALS = 2;

    /**
     * A pool and what was bought from it.
     *
     * @param price the price of one instance hour
     * @param weight the capacity units of one instance, 1 or more
     * @param stock how many could be had, 0 or more
     * @param bought how many were bought, 0 to the stock
     */
    public record Bought(Price price, int weight, int stock, int bought) {
        public Bought {
            if (weight < 1) {
                throw new IllegalArgumentException("weight (" + weight + ") must be >= 1");
            }
            if (bought < 0 || bought > stock) {
                throw new IllegalArgumentException("bought (" + bought + ") must lie in 0..stock (" + stock + ")");
            }
        }
    }

    public PlanCost {
        if (lowerBound.compareTo(cost) > 0) {
            throw new IllegalArgumentException("lowerBound (" + lowerBound + ") must be <= cost (" + cost + ")");
        }
        if (units < 0 || shortfall < 0) {
            throw new IllegalArgumentException("units (" + units + ") and shortfall (" + shortfall + ") must be >= 0");
        }
    }

    /**
     * Assesses a purchase. The cost is that of {@link ExactCover}.
     *
     * @param pools everything that could be had, with what was bought
     * @param demand the units that were asked for, 0 or more
     * @return cost and bound
     * @throws IllegalArgumentException if the demand is negative
     * @throws ArithmeticException if the cost or the units do not fit a {@code long}
     */
    public static PlanCost of(List<Bought> pools, long demand) {
        if (demand < 0) {
            throw new IllegalArgumentException("demand (" + demand + ") must be >= 0");
        }
        Price cost = Price.ZERO;
        long units = 0;
        for (Bought pool : pools) {
            cost = cost.plus(pool.price().times(pool.bought()));
            units = Math.addExact(units, (long) pool.weight() * pool.bought());
        }
        CoverSolution best = ExactCover.solve(CoverProblem.of(
                pools.stream().mapToLong(p -> p.price().nanosPerHour()).toArray(),
                pools.stream().mapToInt(Bought::weight).toArray(),
                pools.stream().mapToInt(Bought::stock).toArray(),
                Math.min(demand, units)));
        return new PlanCost(cost, new Price(best.lowerBound()), units, Math.max(demand - units, 0), best.isProven());
    }

    /**
     * By how much the purchase may be dearer than the best one.
     *
     * @return cost minus lower bound
     */
    public Price gap() {
        return new Price(cost.nanosPerHour() - lowerBound.nanosPerHour());
    }

    /**
     * The gap in per cent of the lower bound.
     *
     * @return two decimals, half up; 0.00 if the gap is 0; empty if the bound is 0 and the cost is not
     */
    public Optional<BigDecimal> gapPercent() {
        if (gap().nanosPerHour() == 0) {
            return Optional.of(BigDecimal.ZERO.setScale(PERCENT_DECIMALS, RoundingMode.UNNECESSARY));
        }
        return Ratios.saving(cost.nanosPerHour(), lowerBound.nanosPerHour()).map(BigDecimal::negate);
    }
}
