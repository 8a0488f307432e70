package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Covers;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The cover with a base against trying everything. */
class SplitCoverProperties {
    private final CoverWorkspace workspace = new CoverWorkspace();

    @Provide
    Arbitrary<CoverProblem> small() {
        return Covers.problems(new Covers.Size(1, 5, 9, 4, 40));
    }

    @Provide
    Arbitrary<CoverProblem> nearlyEqual() {
        return Covers.problems(Covers.Kind.NEARLY_EQUAL, new Covers.Size(1, 10, 20, 9, 200));
    }

    private static boolean[] flags(CoverProblem problem, List<Boolean> base) {
        boolean[] isBase = new boolean[problem.pools()];
        for (int i = 0; i < isBase.length; i++) {
            isBase[i] = base.get(i);
        }
        return isBase;
    }

    @Property(tries = 600)
    void equalsBruteForce(
            @ForAll("small") CoverProblem drawn,
            @ForAll @Size(5) List<Boolean> base,
            @ForAll @IntRange(max = 100) int basePercent,
            @ForAll boolean dearBase) {
        boolean[] isBase = flags(drawn, base);
        long[] price = drawn.price.clone();
        for (int i = 0; i < price.length; i++) {
            price[i] += isBase[i] && dearBase ? 2000L * drawn.weight[i] : 0;
        }
        CoverProblem problem = CoverProblem.of(price, drawn.weight, drawn.stock, drawn.demand);
        long demand = problem.demand;
        long baseDemand = demand * basePercent / 100;

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
            @ForAll("nearlyEqual") CoverProblem problem,
            @ForAll @Size(10) List<Boolean> base,
            @ForAll @IntRange(max = 200) int limit) {
        boolean[] isBase = flags(problem, base);
        long baseDemand = problem.demand / 3;

        CoverSolution limited = SplitCover.solve(problem, isBase, baseDemand, true, limit, workspace);
        CoverSolution full =
                SplitCover.solve(problem, isBase, baseDemand, true, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        if (full.shortfall() == 0) {
            assertThat(full.isProven()).isTrue();
            assertThat(full.cost()).isBetween(limited.lowerBound(), limited.cost());
        }
    }

    @Property(tries = 300)
    void withoutCompensationTheOtherPoolsBringTheirPartOrAreShort(
            @ForAll("small") CoverProblem problem, @ForAll @Size(5) List<Boolean> base) {
        boolean[] isBase = flags(problem, base);
        long demand = problem.demand;
        long baseDemand = demand / 2;

        CoverSolution solution =
                SplitCover.solve(problem, isBase, baseDemand, false, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        long baseUnits = baseUnits(problem, isBase, solution.counts());
        assertThat(baseUnits)
                .isLessThan(baseDemand + Arrays.stream(problem.weight).max().orElse(1));
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
