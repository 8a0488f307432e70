package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Covers;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The cover that survives the loss of a group against trying everything. */
class SurvivableCoverProperties {
    private final CoverWorkspace workspace = new CoverWorkspace();

    @Provide
    Arbitrary<CoverProblem> problems() {
        return Covers.problems(Covers.Kind.RANDOM, new Covers.Size(2, 5, 6, 5, 20));
    }

    @Provide
    Arbitrary<CoverProblem> fivePools() {
        return Covers.problems(Covers.Kind.RANDOM, new Covers.Size(5, 5, 6, 4, 20));
    }

    @Property(tries = 200)
    void anySinglePoolMayBeLost(@ForAll("problems") CoverProblem problem) {
        int pools = problem.pools();
        int[] group = new int[pools];
        for (int i = 0; i < pools; i++) {
            group[i] = i;
        }

        CoverSolution solution = solve(problem, group);

        check(problem, group, pools, solution);
        long optimum = bruteForce(problem, group, new int[pools], 0, problem.demand);
        if (solution.shortfall() == 0) {
            assertThat(solution.isProven()).isTrue();
            assertThat(solution.cost()).isEqualTo(optimum);
        } else {
            assertThat(optimum).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Property(tries = 200)
    void anyZoneMayBeLost(@ForAll("fivePools") CoverProblem problem) {
        int[] group = {0, 1, 2, 0, 1};

        CoverSolution solution = solve(problem, group);

        check(problem, group, 3, solution);
        if (solution.shortfall() == 0) {
            long optimum = bruteForce(problem, group, new int[5], 0, problem.demand);
            assertThat(optimum).isBetween(solution.lowerBound(), solution.cost());
        }
    }

    private CoverSolution solve(CoverProblem problem, int[] group) {
        return SurvivableCover.solve(
                problem, group, new boolean[group.length], 0, true, ExactCover.DEFAULT_STEP_LIMIT, workspace);
    }

    private static void check(CoverProblem problem, int[] group, int groups, CoverSolution solution) {
        int[] counts = solution.counts();
        for (int i = 0; i < counts.length; i++) {
            assertThat(counts[i]).isBetween(0, problem.stock[i]);
        }
        assertThat(solution.cost()).isEqualTo(problem.cost(counts));
        assertThat(left(problem, group, groups, counts)).isGreaterThanOrEqualTo(problem.demand - solution.shortfall());
    }

    private static long left(CoverProblem problem, int[] group, int groups, int[] counts) {
        long[] units = new long[groups];
        for (int i = 0; i < counts.length; i++) {
            units[group[i]] += (long) counts[i] * problem.weight[i];
        }
        return Arrays.stream(units).sum() - Arrays.stream(units).max().orElse(0);
    }

    private static long bruteForce(CoverProblem p, int[] group, int[] counts, int pool, long demand) {
        if (pool == p.pools()) {
            return left(p, group, p.pools(), counts) >= demand ? p.cost(counts) : Long.MAX_VALUE;
        }
        long best = Long.MAX_VALUE;
        for (int count = 0; count <= p.stock[pool]; count++) {
            counts[pool] = count;
            best = Math.min(best, bruteForce(p, group, counts, pool + 1, demand));
        }
        counts[pool] = 0;
        return best;
    }
}
