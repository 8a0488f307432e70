package io.ess4j.capacity;

/**
 * Finds the cheapest way to cover a demand, and proves it. Ten units from weights 2, 4 and 8 at 0.18, 0.34 and 0.64 an
 * hour: the documented rule buys twice the largest for 1.28 (guide 1.6), the optimum is one of the largest and one of
 * the smallest for 0.82.
 *
 * <p>How: weights and prices are divided by their greatest common divisors. Pools are sorted by exact unit price. The
 * linear relaxation fills them in that order and gives the lower bound; keeping a few instances less of the pool at
 * which the demand breaks and completing the rest from one other pool gives a first solution. If the two meet, that is
 * the optimum. Otherwise most counts are fixed: a pool may leave its bound only as far as its reduced cost fits between
 * the bounds, and never by more than {@code 2 * maxWeight + 1} (proximity of integer and linear optimum). What remains
 * is a small dynamic programme in which pools of equal weight form one class.
 *
 * <p>Work is limited by a number of steps, cells of those tables, and never by time: the same input takes the same
 * steps on every machine. If the limit is too low for a proof, the search runs on a narrower neighbourhood and the
 * solution carries a gap. Demand may go up to {@link Long#MAX_VALUE}: numbers too large for the exact tables also end
 * in an honest gap, never in overflow.
 *
 * <p>If all stock together does not cover the demand, the solution buys everything and states the shortfall. Of several
 * optima the same one comes out every time; instances that could be dropped again (free ones) are not bought.
 *
 * <p>Cost: O(n log n) plus the steps reported; typically tens of microseconds for 100 pools and a demand of 10,000.
 * Sources: guide 1.6; F. Eisenbrand and R. Weismantel, "Proximity results and faster algorithms for integer programming
 * using the Steinitz lemma" (2019), for the proximity bound.
 */
public final class ExactCover {
    /** The limit used when none is given: some ten milliseconds of work. */
    public static final long DEFAULT_STEP_LIMIT = 20_000_000;

    private ExactCover() {}

    /**
     * Solves with the {@linkplain #DEFAULT_STEP_LIMIT default limit}.
     *
     * @param problem what to cover
     * @return the solution
     * @throws ArithmeticException if the cost does not fit a {@code long}
     */
    public static CoverSolution solve(CoverProblem problem) {
        return solve(problem, DEFAULT_STEP_LIMIT, new CoverWorkspace());
    }

    /**
     * Solves within a limit.
     *
     * @param problem what to cover
     * @param stepLimit the most cells that the search may fill, at least 0; 0 gives the first solution and its gap
     * @param workspace tables to use again
     * @return the solution
     * @throws IllegalArgumentException if the limit is negative
     * @throws ArithmeticException if the cost does not fit a {@code long}
     */
    public static CoverSolution solve(CoverProblem problem, long stepLimit, CoverWorkspace workspace) {
        if (stepLimit < 0) {
            throw new IllegalArgumentException("stepLimit (" + stepLimit + ") must be >= 0");
        }
        CoverRelaxation relaxation = new CoverRelaxation(problem);
        if (relaxation.shortfall > 0) {
            int[] all = problem.stock.clone();
            long cost = problem.cost(all);
            return new CoverSolution(all, cost, problem.units(all), cost, relaxation.shortfall, 0);
        }
        if (relaxation.isClosed()) {
            return finish(problem, relaxation, relaxation.incumbent, relaxation.lowerBound, 0);
        }
        CoverCore core = CoverCore.of(relaxation, stepLimit);
        if (core.steps > stepLimit) {
            return finish(problem, relaxation, relaxation.incumbent, relaxation.lowerBound, 0);
        }
        int[] better = core.search(workspace);
        long proven = core.isComplete() ? Long.MAX_VALUE : relaxation.lowerBound;
        return finish(problem, relaxation, better, proven, core.steps);
    }

    /** Drops what is not needed and goes back from sorted, scaled pools to those of the problem. */
    private static CoverSolution finish(
            CoverProblem problem, CoverRelaxation relaxation, int[] sortedCounts, long scaledBound, long steps) {
        int[] counts = new int[problem.pools()];
        for (int k = 0; k < relaxation.size; k++) {
            counts[relaxation.pool[k]] = sortedCounts[k];
        }
        long surplus = problem.units(counts) - problem.demand;
        for (int k = relaxation.size - 1; k >= 0 && surplus > 0; k--) {
            int i = relaxation.pool[k];
            int drop = (int) Math.min(counts[i], surplus / problem.weight[i]);
            counts[i] -= drop;
            surplus -= (long) drop * problem.weight[i];
        }
        long cost = problem.cost(counts);
        boolean scales = scaledBound < Long.MAX_VALUE / relaxation.priceUnit;
        long bound = scales ? Math.min(cost, scaledBound * relaxation.priceUnit) : cost;
        return new CoverSolution(counts, cost, problem.units(counts), bound, 0, steps);
    }
}
