package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.CoverOracles.Kind;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The cover with a base against trying everything. */
class SplitCoverProperties {
    private final CoverWorkspace workspace = new CoverWorkspace();

    @Property(tries = 600)
    void equalsBruteForce(
            @ForAll long seed,
            @ForAll Kind kind,
            @ForAll @IntRange(min = 1, max = 5) int pools,
            @ForAll @IntRange(max = 40) int demand,
            @ForAll @IntRange(max = 100) int basePercent,
            @ForAll boolean dearBase) {
        SplittableRandom random = new SplittableRandom(seed);
        CoverProblem problem = CoverOracles.random(random, kind, pools, 9, 4, demand);
        boolean[] isBase = new boolean[pools];
        for (int i = 0; i < pools; i++) {
            isBase[i] = random.nextBoolean();
            problem.price[i] += isBase[i] && dearBase ? 2000L * problem.weight[i] : 0;
        }
        int baseDemand = demand * basePercent / 100;

        CoverSolution solution =
                SplitCover.solve(problem, isBase, baseDemand, true, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        long optimum = bruteForce(problem, isBase, 0, baseDemand, demand);
        int[] counts = solution.counts();
        assertThat(solution.cost()).isEqualTo(problem.cost(counts));
        if (optimum == Long.MAX_VALUE) {
            assertThat(solution.shortfall()).isPositive();
        } else {
            assertThat(solution.shortfall()).isZero();
            assertThat(solution.units()).isGreaterThanOrEqualTo(demand);
            assertThat(baseUnits(problem, isBase, counts)).isGreaterThanOrEqualTo(baseDemand);
            assertThat(solution.cost()).isEqualTo(optimum);
            assertThat(solution.isProven()).isTrue();
        }
    }

    @Property(tries = 300)
    void aLimitNeverMovesTheBoundAboveTheOptimum(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int demand,
            @ForAll @IntRange(max = 200) int limit) {
        SplittableRandom random = new SplittableRandom(seed);
        CoverProblem problem = CoverOracles.random(random, Kind.NEARLY_EQUAL, 10, 20, 9, demand);
        boolean[] isBase = new boolean[10];
        for (int i = 0; i < 10; i += 2) {
            isBase[i] = true;
        }

        CoverSolution limited = SplitCover.solve(problem, isBase, demand / 3, true, limit, workspace);
        CoverSolution full =
                SplitCover.solve(problem, isBase, demand / 3, true, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        if (full.shortfall() == 0) {
            assertThat(full.isProven()).isTrue();
            assertThat(full.cost()).isBetween(limited.lowerBound(), limited.cost());
        }
    }

    @Property(tries = 300)
    void withoutCompensationTheOtherPoolsBringTheirPartOrAreShort(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int demand) {
        SplittableRandom random = new SplittableRandom(seed);
        CoverProblem problem = CoverOracles.random(random, Kind.RANDOM, 6, 9, 5, demand);
        boolean[] isBase = {true, true, true, false, false, false};
        int baseDemand = demand / 2;

        CoverSolution solution =
                SplitCover.solve(problem, isBase, baseDemand, false, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        long baseUnits = baseUnits(problem, isBase, solution.counts());
        assertThat(baseUnits).isLessThan(baseDemand + 9);
        if (solution.shortfall() == 0) {
            assertThat(baseUnits).isGreaterThanOrEqualTo(baseDemand);
            assertThat(solution.units()).isGreaterThanOrEqualTo(demand);
        }
    }

    private static long baseUnits(CoverProblem problem, boolean[] isBase, int[] counts) {
        long units = 0;
        for (int i = 0; i < counts.length; i++) {
            units += isBase[i] ? (long) counts[i] * problem.weight[i] : 0;
        }
        return units;
    }

    private static long bruteForce(CoverProblem p, boolean[] isBase, int pool, long base, long total) {
        if (pool == p.pools()) {
            return base <= 0 && total <= 0 ? 0 : Long.MAX_VALUE;
        }
        long best = Long.MAX_VALUE;
        for (int count = 0; count <= p.stock[pool]; count++) {
            long units = (long) count * p.weight[pool];
            long rest = bruteForce(p, isBase, pool + 1, isBase[pool] ? base - units : base, total - units);
            best = rest == Long.MAX_VALUE ? best : Math.min(best, rest + count * p.price[pool]);
        }
        return best;
    }
}
