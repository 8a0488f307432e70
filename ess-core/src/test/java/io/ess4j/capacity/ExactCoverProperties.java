package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.CoverOracles.Kind;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The exact cover against brute force, the textbook dynamic programme and the documented rule. */
class ExactCoverProperties {
    private final CoverWorkspace workspace = new CoverWorkspace();

    @Property(tries = 1000)
    void equalsBruteForce(
            @ForAll long seed,
            @ForAll Kind kind,
            @ForAll @IntRange(min = 1, max = 5) int pools,
            @ForAll @IntRange(max = 40) int demand) {
        CoverProblem problem = CoverOracles.random(new SplittableRandom(seed), kind, pools, 9, 4, demand);

        CoverSolution solution = solve(problem);

        checkHonest(problem, solution);
        if (solution.shortfall() == 0) {
            assertThat(solution.isProven()).isTrue();
            assertThat(solution.cost()).isEqualTo(CoverOracles.bruteForce(problem));
        }
    }

    @Property(tries = 3000)
    void equalsTheTextbook(
            @ForAll long seed,
            @ForAll Kind kind,
            @ForAll @IntRange(min = 1, max = 14) int pools,
            @ForAll @IntRange(min = 1, max = 40) int maxWeight,
            @ForAll @IntRange(min = 1, max = 30) int maxStock,
            @ForAll @IntRange(max = 300) int demand) {
        CoverProblem problem =
                CoverOracles.random(new SplittableRandom(seed), kind, pools, maxWeight, maxStock, demand);

        CoverSolution solution = solve(problem);

        checkHonest(problem, solution);
        if (solution.shortfall() == 0) {
            assertThat(solution.isProven()).isTrue();
            assertThat(solution.cost()).isEqualTo(CoverOracles.textbook(problem));
        }
    }

    /** Many pools of few weights are folded by convex convolution. */
    @Property(tries = 150)
    void equalsTheTextbookOnManyPoolsOfEqualWeight(
            @ForAll long seed,
            @ForAll @IntRange(min = 30, max = 90) int pools,
            @ForAll @IntRange(max = 400) int demand) {
        CoverProblem problem = CoverOracles.random(new SplittableRandom(seed), Kind.NEARLY_EQUAL, pools, 3, 6, demand);

        CoverSolution solution = solve(problem);

        checkHonest(problem, solution);
        if (solution.shortfall() == 0) {
            assertThat(solution.isProven()).isTrue();
            assertThat(solution.cost()).isEqualTo(CoverOracles.textbook(problem));
        }
    }

    @Property(tries = 500)
    void neverCostsMoreThanTheDocumentedRule(
            @ForAll long seed,
            @ForAll Kind kind,
            @ForAll @IntRange(min = 1, max = 60) int pools,
            @ForAll @IntRange(max = 20_000) int demand,
            @ForAll @LongRange(max = 100_000) long limit) {
        CoverProblem problem = CoverOracles.random(new SplittableRandom(seed), kind, pools, 96, 40, demand);

        CoverSolution solution = ExactCover.solve(problem, limit, workspace);

        checkHonest(problem, solution);
        assertThat(solution.cost()).isLessThanOrEqualTo(CoverOracles.greedy(problem));
        assertThat(solution.steps()).isLessThanOrEqualTo(limit);
    }

    @Property(tries = 500)
    void aLimitNeverMovesTheBoundAboveTheOptimum(
            @ForAll long seed,
            @ForAll Kind kind,
            @ForAll @IntRange(max = 300) int demand,
            @ForAll @LongRange(max = 3000) long limit) {
        CoverProblem problem = CoverOracles.random(new SplittableRandom(seed), kind, 12, 30, 9, demand);

        CoverSolution limited = ExactCover.solve(problem, limit, workspace);

        long optimum = solve(problem).cost();
        assertThat(limited.lowerBound()).isLessThanOrEqualTo(optimum);
        assertThat(limited.cost()).isGreaterThanOrEqualTo(optimum);
        checkHonest(problem, limited);
    }

    @Property(tries = 200)
    void hugeNumbersStayHonest(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int pools) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] price = new long[pools];
        int[] weight = new int[pools];
        int[] stock = new int[pools];
        for (int i = 0; i < pools; i++) {
            price[i] = random.nextLong(1L << (20 + random.nextInt(38)));
            weight[i] = 1 + random.nextInt(Integer.MAX_VALUE);
            stock[i] = random.nextInt(4);
        }
        CoverProblem problem = CoverProblem.of(price, weight, stock, random.nextLong(12L * Integer.MAX_VALUE));

        CoverSolution solution = solve(problem);

        checkHonest(problem, solution);
        if (solution.shortfall() == 0 && pools <= 6) {
            long optimum = CoverOracles.bruteForce(problem);
            assertThat(optimum).isBetween(solution.lowerBound(), solution.cost());
        }
    }

    @Property(tries = 300)
    void theSameWorkspaceGivesTheSameAnswer(
            @ForAll long seed, @ForAll Kind kind, @ForAll @IntRange(max = 900) int demand) {
        CoverProblem problem = CoverOracles.random(new SplittableRandom(seed), kind, 20, 50, 20, demand);

        assertThat(solve(problem)).isEqualTo(ExactCover.solve(problem));
    }

    private CoverSolution solve(CoverProblem problem) {
        return ExactCover.solve(problem, ExactCover.DEFAULT_STEP_LIMIT, workspace);
    }

    private static void checkHonest(CoverProblem problem, CoverSolution solution) {
        int[] counts = solution.counts();
        for (int i = 0; i < counts.length; i++) {
            assertThat(counts[i]).isBetween(0, problem.stock[i]);
        }
        assertThat(solution.cost()).isEqualTo(problem.cost(counts));
        assertThat(solution.units()).isEqualTo(problem.units(counts));
        assertThat(solution.lowerBound()).isBetween(0L, solution.cost());
        if (solution.shortfall() == 0) {
            assertThat(solution.units()).isGreaterThanOrEqualTo(problem.demand);
            int least = leastWeightBought(problem, counts);
            if (least > 0) {
                assertThat(solution.units() - problem.demand).isLessThan(least);
            }
        } else {
            assertThat(counts).containsExactly(problem.stock);
            assertThat(solution.units()).isEqualTo(problem.demand - solution.shortfall());
        }
    }

    private static int leastWeightBought(CoverProblem problem, int[] counts) {
        int least = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                least = least == 0 ? problem.weight[i] : Math.min(least, problem.weight[i]);
            }
        }
        return least;
    }
}
