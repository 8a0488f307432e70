package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Covers;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** The exact cover against brute force, the textbook dynamic programme and the documented rule. */
class ExactCoverProperties {
    private final CoverWorkspace workspace = new CoverWorkspace();

    @Provide
    Arbitrary<CoverProblem> small() {
        return Covers.problems(new Covers.Size(1, 5, 9, 4, 40));
    }

    @Provide
    Arbitrary<CoverProblem> medium() {
        Arbitrary<Covers.Size> sizes = Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 30))
                .as((weight, stock) -> new Covers.Size(1, 14, weight, stock, 300));
        return sizes.flatMap(Covers::problems);
    }

    @Provide
    Arbitrary<CoverProblem> manyOfEqualWeight() {
        return Covers.problems(Covers.Kind.NEARLY_EQUAL, new Covers.Size(30, 90, 3, 6, 400));
    }

    @Provide
    Arbitrary<CoverProblem> large() {
        return Covers.problems(new Covers.Size(1, 60, 96, 40, 20_000));
    }

    /** Prices to 2^58, weights to the largest, and demands beyond what an int holds. */
    @Provide
    Arbitrary<CoverProblem> huge() {
        Arbitrary<Long> prices = Arbitraries.integers()
                .between(20, 57)
                .flatMap(bits -> Arbitraries.longs().between(0, (1L << bits) - 1));
        Arbitrary<long[]> pool = Combinators.combine(
                        prices,
                        Arbitraries.longs().between(1, Integer.MAX_VALUE),
                        Arbitraries.longs().between(0, 3))
                .as((price, weight, stock) -> new long[] {price, weight, stock});
        return Combinators.combine(
                        pool.list().ofMinSize(1).ofMaxSize(8),
                        Arbitraries.longs().between(0, 12L * Integer.MAX_VALUE))
                .as((pools, demand) -> CoverProblem.of(
                        pools.stream().mapToLong(p -> p[0]).toArray(),
                        pools.stream().mapToInt(p -> (int) p[1]).toArray(),
                        pools.stream().mapToInt(p -> (int) p[2]).toArray(),
                        demand));
    }

    @Property(tries = 1000)
    void equalsBruteForce(@ForAll("small") CoverProblem problem) {
        CoverSolution solution = solve(problem);

        checkHonest(problem, solution);
        if (solution.shortfall() == 0) {
            assertThat(solution.isProven()).isTrue();
            assertThat(solution.cost()).isEqualTo(CoverOracles.bruteForce(problem));
        }
    }

    @Property(tries = 3000)
    void equalsTheTextbook(@ForAll("medium") CoverProblem problem) {
        CoverSolution solution = solve(problem);

        checkHonest(problem, solution);
        if (solution.shortfall() == 0) {
            assertThat(solution.isProven()).isTrue();
            assertThat(solution.cost()).isEqualTo(CoverOracles.textbook(problem));
        }
    }

    /** Many pools of few weights are folded by convex convolution. */
    @Property(tries = 150)
    void equalsTheTextbookOnManyPoolsOfEqualWeight(@ForAll("manyOfEqualWeight") CoverProblem problem) {
        CoverSolution solution = solve(problem);

        checkHonest(problem, solution);
        if (solution.shortfall() == 0) {
            assertThat(solution.isProven()).isTrue();
            assertThat(solution.cost()).isEqualTo(CoverOracles.textbook(problem));
        }
    }

    /** 35 pools of weight 3 and 35 of weight 4, nearly equal per unit: both are folded by convex convolution. */
    @Example
    void equalsTheTextbookAtEveryDemand() {
        SplittableRandom random = new SplittableRandom(1);
        long[] price = new long[70];
        int[] weight = new int[70];
        int[] stock = new int[70];
        for (int i = 0; i < 70; i++) {
            weight[i] = 3 + i % 2;
            price[i] = 1000L * weight[i] + random.nextInt(90);
            stock[i] = 1 + random.nextInt(2);
        }
        for (int demand = 1; demand < 370; demand += 3) {
            CoverProblem problem = CoverProblem.of(price, weight, stock, demand);
            CoverSolution solution = solve(problem);

            checkHonest(problem, solution);
            assertThat(solution.isProven()).isTrue();
            if (solution.shortfall() == 0) {
                assertThat(solution.cost()).isEqualTo(CoverOracles.textbook(problem));
            }
        }
    }

    @Property(tries = 500)
    void neverCostsMoreThanTheDocumentedRule(
            @ForAll("large") CoverProblem problem, @ForAll @LongRange(max = 100_000) long limit) {
        CoverSolution solution = ExactCover.solve(problem, limit, workspace);

        checkHonest(problem, solution);
        assertThat(solution.cost()).isLessThanOrEqualTo(CoverOracles.greedy(problem));
        assertThat(solution.steps()).isLessThanOrEqualTo(limit);
    }

    @Property(tries = 500)
    void aLimitNeverMovesTheBoundAboveTheOptimum(
            @ForAll("medium") CoverProblem problem, @ForAll @LongRange(max = 3000) long limit) {
        CoverSolution limited = ExactCover.solve(problem, limit, workspace);

        long optimum = solve(problem).cost();
        assertThat(limited.lowerBound()).isLessThanOrEqualTo(optimum);
        assertThat(limited.cost()).isGreaterThanOrEqualTo(optimum);
        checkHonest(problem, limited);
    }

    @Property(tries = 300)
    void hugeNumbersStayHonest(@ForAll("huge") CoverProblem problem) {
        CoverSolution solution = solve(problem);

        checkHonest(problem, solution);
        if (solution.shortfall() == 0 && problem.pools() <= 6) {
            long optimum = CoverOracles.bruteForce(problem);
            assertThat(optimum).isBetween(solution.lowerBound(), solution.cost());
        }
    }

    @Property(tries = 300)
    void theSameWorkspaceGivesTheSameAnswer(@ForAll("large") CoverProblem problem) {
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
