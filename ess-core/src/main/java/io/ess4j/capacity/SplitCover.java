package io.ess4j.capacity;

import com.google.common.math.LongMath;
import java.util.Arrays;

/**
 * Covers a demand at the least cost when part of it must come from some of the pools: 100 units, at least 30 of them
 * on-demand.
 *
 * <p>In symbols: as {@link ExactCover}, and the units from base pools are at least {@code baseDemand}. For a given
 * number {@code t} of base units the two sides are independent covers of {@code t} and {@code demand - t}. What both
 * cost as linear relaxations is a convex function of {@code t}, so the search starts at its minimum, walks outwards in
 * both directions, solves the two covers exactly, and stops where the relaxation alone is no cheaper than the best
 * solution. The result is proven unless the step limit ends the walk; then the relaxation where it ended is the bound.
 *
 * <p>Cost: two exact covers for each {@code t} visited, in practice a handful.
 */
public final class SplitCover {
    private final CoverProblem problem;
    private final int[] basePools;
    private final int[] otherPools;
    private final CoverProblem base;
    private final CoverProblem others;
    private final long stepLimit;
    private final CoverWorkspace workspace;

    private int[] bestCounts = new int[0];
    private long bestCost = Long.MAX_VALUE;
    private long bound = Long.MAX_VALUE;
    private long steps;
    private long lastUnits;

    private SplitCover(CoverProblem problem, boolean[] isBase, long stepLimit, CoverWorkspace workspace) {
        this.problem = problem;
        this.basePools = positions(isBase, true);
        this.otherPools = positions(isBase, false);
        this.base = problem.part(basePools);
        this.others = problem.part(otherPools);
        this.stepLimit = stepLimit;
        this.workspace = workspace;
    }

    /**
     * Solves a cover with a base.
     *
     * <p>If base stock does not cover the base demand, all of it is bought and the rest of the demand is covered by the
     * other pools; nothing stands in for the base.
     *
     * @param problem what to cover
     * @param isBase which pools are base pools, one entry a pool
     * @param baseDemand the units that must come from base pools, 0 to the demand
     * @param compensate whether base pools may stand in for other pools; if not, they bring the cheapest cover of the
     *     base demand and no more
     * @param stepLimit the most cells to fill, at least 0
     * @param workspace tables to use again
     * @return the solution; its shortfall counts both sides
     * @throws IllegalArgumentException if the lengths differ or a number is out of range
     * @throws ArithmeticException if the cost does not fit a {@code long}
     */
    public static CoverSolution solve(
            CoverProblem problem,
            boolean[] isBase,
            long baseDemand,
            boolean compensate,
            long stepLimit,
            CoverWorkspace workspace) {
        check(problem, isBase, baseDemand, stepLimit);
        return new SplitCover(problem, isBase, stepLimit, workspace).solve(baseDemand, compensate);
    }

    static void check(CoverProblem problem, boolean[] isBase, long baseDemand, long stepLimit) {
        if (isBase.length != problem.pools()) {
            throw new IllegalArgumentException(
                    "isBase (" + isBase.length + " pools) must have as many pools as price (" + problem.pools() + ")");
        }
        if (baseDemand < 0 || baseDemand > problem.demand) {
            throw new IllegalArgumentException(
                    "baseDemand (" + baseDemand + ") must be >= 0 and <= demand (" + problem.demand + ")");
        }
        if (stepLimit < 0) {
            throw new IllegalArgumentException("stepLimit (" + stepLimit + ") must be >= 0");
        }
    }

    private CoverSolution solve(long baseDemand, boolean compensate) {
        long demand = problem.demand;
        long baseStock = base.allUnits();
        long otherStock = others.allUnits();
        long least = Math.max(baseDemand, demand - Math.min(demand, otherStock));
        long most = Math.min(demand, baseStock);
        if (!compensate) {
            most = Math.min(most, baseDemand);
        }
        if (least > most) {
            return bestEffort(baseDemand, compensate);
        }
        LinearCover baseLine = new LinearCover(base);
        LinearCover otherLine = new LinearCover(others);
        long start = cheapestSplit(baseLine, otherLine, least, most);
        // Upwards an exact base cover answers for all demands up to the units it brings.
        for (long t = start; t <= most; t = Math.max(t, lastUnits) + 1) {
            if (!visit(t, baseLine, otherLine)) {
                break;
            }
        }
        for (long t = start - 1; t >= least; t--) {
            if (!visit(t, baseLine, otherLine)) {
                break;
            }
        }
        return solution(Math.min(bound, bestCost), 0);
    }

    /** Where the unit that base pools would cover next costs no less than the one that it would replace. */
    private long cheapestSplit(LinearCover baseLine, LinearCover otherLine, long least, long most) {
        long low = least;
        long high = most;
        while (low < high) {
            long t = low + ((high - low) >>> 1);
            if (baseLine.compareUnit(t + 1, otherLine, problem.demand - t) >= 0) {
                high = t;
            } else {
                low = t + 1;
            }
        }
        return low;
    }

    /** Solves both sides for t base units; false if neither this t nor any beyond it can help. */
    private boolean visit(long t, LinearCover baseLine, LinearCover otherLine) {
        long relaxed = LongMath.saturatedAdd(baseLine.costBelow(t), otherLine.costBelow(problem.demand - t));
        // A relaxation that does not fit is tried if nothing else is known, so that the exact cover reports it.
        if (relaxed >= bestCost && bestCost < Long.MAX_VALUE) {
            return false;
        }
        if (steps > stepLimit) {
            bound = Math.min(bound, relaxed);
            return false;
        }
        CoverSolution baseSide = ExactCover.solve(base.withDemand(t), stepLimit, workspace);
        lastUnits = baseSide.units();
        CoverSolution otherSide = ExactCover.solve(
                others.withDemand(Math.max(0, problem.demand - baseSide.units())), stepLimit, workspace);
        steps += baseSide.steps() + otherSide.steps() + problem.pools();
        bound = Math.min(bound, LongMath.saturatedAdd(baseSide.lowerBound(), otherSide.lowerBound()));
        long cost = LongMath.saturatedAdd(baseSide.cost(), otherSide.cost());
        if (cost < bestCost) {
            bestCost = cost;
            bestCounts = joined(baseSide, otherSide);
        }
        return true;
    }

    /** Stock is short on one side or both: buy what can be had there, and the cheapest cover on the other. */
    private CoverSolution bestEffort(long baseDemand, boolean compensate) {
        boolean baseShort = base.allUnits() < baseDemand;
        long basePart = compensate && !baseShort ? problem.demand : baseDemand;
        CoverSolution baseSide = ExactCover.solve(base.withDemand(basePart), stepLimit, workspace);
        // Nothing stands in for a base that is short; a base that overshoots leaves less to cover.
        long covered = baseShort ? baseDemand : baseSide.units();
        CoverSolution otherSide =
                ExactCover.solve(others.withDemand(Math.max(0, problem.demand - covered)), stepLimit, workspace);
        steps = baseSide.steps() + otherSide.steps();
        bestCounts = joined(baseSide, otherSide);
        long missing = baseShort
                ? baseSide.shortfall() + otherSide.shortfall()
                : Math.max(0, problem.demand - problem.units(bestCounts));
        return solution(LongMath.saturatedAdd(baseSide.lowerBound(), otherSide.lowerBound()), missing);
    }

    private CoverSolution solution(long lowerBound, long shortfall) {
        long cost = problem.cost(bestCounts);
        return new CoverSolution(
                bestCounts, cost, problem.units(bestCounts), Math.min(cost, lowerBound), shortfall, steps);
    }

    private int[] joined(CoverSolution baseSide, CoverSolution otherSide) {
        int[] counts = new int[problem.pools()];
        for (int k = 0; k < basePools.length; k++) {
            counts[basePools[k]] = baseSide.count(k);
        }
        for (int k = 0; k < otherPools.length; k++) {
            counts[otherPools[k]] = otherSide.count(k);
        }
        return counts;
    }

    /** The pools that are base pools, or those that are not. */
    static int[] positions(boolean[] isBase, boolean wanted) {
        int found = 0;
        int[] positions = new int[isBase.length];
        for (int i = 0; i < isBase.length; i++) {
            if (isBase[i] == wanted) {
                positions[found++] = i;
            }
        }
        return Arrays.copyOf(positions, found);
    }
}
