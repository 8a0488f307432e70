package io.ess4j.bench.peers.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/** How many instances of one pool are bought: what the solver decides. */
@PlanningEntity
public class PoolCount {
    /** Which pool. */
    @PlanningId
    private int pool;

    /** How many there are. */
    private int stock;

    /** How many are bought. */
    @PlanningVariable
    private @Nullable Integer count;

    /** For the solver, which clones entities. */
    public PoolCount() {}

    /**
     * A pool of which nothing is bought yet.
     *
     * @param pool its position
     * @param stock how many instances there are
     */
    public PoolCount(int pool, int stock) {
        this.pool = pool;
        this.stock = stock;
    }

    /**
     * The choices.
     *
     * @return 0 to the stock
     */
    @ValueRangeProvider
    public CountableValueRange<Integer> counts() {
        return ValueRangeFactory.createIntValueRange(0, stock + 1);
    }

    /**
     * The choice.
     *
     * @return how many are bought, 0 while nothing is decided
     */
    public int chosen() {
        Integer chosen = count;
        return chosen == null ? 0 : chosen;
    }

    /**
     * The pool.
     *
     * @return its position
     */
    public int pool() {
        return pool;
    }

    /**
     * The choice as the solver reads it.
     *
     * @return the count, or null while nothing is decided
     */
    public @Nullable Integer getCount() {
        return count;
    }

    /**
     * The choice as the solver writes it.
     *
     * @param count the count
     */
    public void setCount(@Nullable Integer count) {
        this.count = count;
    }
}
