package io.ess4j.bench.peers.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import io.ess4j.bench.CoverProblems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A covering problem and its solution: missing units are the hard score, the cost is the soft one. */
@PlanningSolution
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the solver makes empty solutions, and reads and fills fields
public class Purchase {
    @PlanningEntityCollectionProperty
    private List<PoolCount> counts;

    @PlanningScore
    private @Nullable HardSoftLongScore score;

    private CoverProblems.Pools pools;
    private int demand;

    /** For the solver, which clones solutions. */
    public Purchase() {}

    /**
     * A problem without decisions.
     *
     * @param pools the pools
     * @param demand the units to cover
     */
    public Purchase(CoverProblems.Pools pools, int demand) {
        this.pools = pools;
        this.demand = demand;
        this.counts = new ArrayList<>();
        for (int i = 0; i < pools.stock().length; i++) {
            counts.add(new PoolCount(i, pools.stock()[i]));
        }
    }

    /**
     * What is bought costs.
     *
     * @return the sum of the prices
     */
    public long cost() {
        return counts.stream()
                .mapToLong(c -> c.chosen() * pools.price()[c.pool()])
                .sum();
    }

    /**
     * What is not covered.
     *
     * @return units, 0 or more
     */
    public long missing() {
        long units = counts.stream()
                .mapToLong(c -> (long) c.chosen() * pools.weight()[c.pool()])
                .sum();
        return Math.max(0, demand - units);
    }

    /** The whole score anew. */
    public static final class Calculator implements EasyScoreCalculator<Purchase, HardSoftLongScore> {
        @Override
        public HardSoftLongScore calculateScore(Purchase purchase) {
            return HardSoftLongScore.of(-purchase.missing(), -purchase.cost());
        }
    }
}
