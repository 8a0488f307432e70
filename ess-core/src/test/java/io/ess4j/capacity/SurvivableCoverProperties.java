package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Covers;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

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
        long optimum = bruteForce(problem, group, new boolean[pools], 0, new int[pools], 0);
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
        long optimum = bruteForce(problem, group, new boolean[5], 0, new int[5], 0);
        assertThat(solution.shortfall() == 0).isEqualTo(optimum < Long.MAX_VALUE);
        if (solution.shortfall() == 0) {
            assertThat(optimum).isBetween(solution.lowerBound(), solution.cost());
        }
    }

    /** Two pools of five are base pools, each pool is a group. */
    @Property(tries = 200)
    void aBaseIsKeptToo(
            @ForAll("fivePools") CoverProblem problem,
            @ForAll @IntRange(max = 100) int basePercent,
            @ForAll boolean compensate) {
        int[] group = {0, 1, 2, 3, 4};
        boolean[] isBase = {true, false, false, true, false};
        long baseDemand = problem.demand * basePercent / 100;

        CoverSolution solution = SurvivableCover.solve(
                problem, group, isBase, baseDemand, compensate, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        check(problem, group, 5, solution);
        if (solution.shortfall() == 0) {
            assertThat(base(problem, isBase, solution.counts())).isGreaterThanOrEqualTo(baseDemand);
            assertThat(solution.isProven()).isTrue();
        }
        if (compensate) {
            long optimum = bruteForce(problem, group, isBase, baseDemand, new int[5], 0);
            assertThat(solution.shortfall() == 0 ? solution.cost() : Long.MAX_VALUE)
                    .isEqualTo(optimum);
        }
    }

    /** A base in groups of several pools. */
    @Property(tries = 200)
    void aBaseIsKeptWhereZonesMayBeLost(
            @ForAll("fivePools") CoverProblem problem,
            @ForAll @IntRange(max = 100) int basePercent,
            @ForAll @LongRange(max = 40) long limit) {
        int[] group = {0, 1, 2, 0, 1};
        boolean[] isBase = {true, false, true, false, true};
        long baseDemand = problem.demand * basePercent / 100;

        CoverSolution solution = SurvivableCover.solve(problem, group, isBase, baseDemand, true, limit, workspace);

        check(problem, group, 3, solution);
        long optimum = bruteForce(problem, group, isBase, baseDemand, new int[5], 0);
        assertThat(solution.shortfall() == 0).isEqualTo(optimum < Long.MAX_VALUE);
        if (solution.shortfall() == 0) {
            assertThat(base(problem, isBase, solution.counts())).isGreaterThanOrEqualTo(baseDemand);
            assertThat(optimum).isBetween(solution.lowerBound(), solution.cost());
        }
    }

    /**
     * The cheapest base pool, at 2, shares a zone with a pool at 1; whoever takes both has to survive that zone, too.
     * The bound must not say that the base comes from there.
     */
    @Example
    void theBoundHoldsWhereABasePoolSharesItsZoneWithACheaperOne() {
        int[] group = {0, 0, 1, 1, 2};
        boolean[] isBase = {true, false, false, true, false};
        for (int dear = 2; dear < 9; dear++) {
            for (int demand = 1; demand < 7; demand++) {
                CoverProblem problem = CoverProblem.of(
                        new long[] {2, 1, 6, dear, 7}, new int[] {1, 1, 1, 1, 1}, new int[] {4, 4, 4, 4, 4}, demand);
                for (int base = 0; base <= demand; base++) {
                    CoverSolution solution = SurvivableCover.solve(problem, group, isBase, base, true, 0, workspace);

                    check(problem, group, 3, solution);
                    long optimum = bruteForce(problem, group, isBase, base, new int[5], 0);
                    assertThat(optimum).isBetween(solution.lowerBound(), solution.cost());
                }
            }
        }
    }

    /**
     * Where the base cannot be had, or all stock cannot be survived, what is left is the most there is, at the least
     * cost.
     */
    @Property(tries = 200)
    void whatCannotBeHadIsMissingAndNoMore(
            @ForAll("fivePools") CoverProblem problem,
            @ForAll @IntRange(max = 100) int basePercent,
            @ForAll boolean zones) {
        int[] group = zones ? new int[] {0, 1, 2, 0, 1} : new int[] {0, 1, 2, 3, 4};
        boolean[] isBase = {true, false, false, true, false};
        long baseDemand = problem.demand * basePercent / 100;
        long base = Math.min(baseDemand, base(problem, isBase, problem.stock));

        CoverSolution solution = SurvivableCover.solve(
                problem, group, isBase, baseDemand, true, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        long most = problem.demand - (baseDemand - base);
        long optimum = Long.MAX_VALUE;
        while (optimum == Long.MAX_VALUE) {
            optimum = bruteForce(problem.withDemand(most), group, isBase, Math.min(base, most), new int[5], 0);
            most = optimum == Long.MAX_VALUE ? most - 1 : most;
        }
        assertThat(solution.shortfall()).isEqualTo(problem.demand - most);
        assertThat(optimum).isBetween(solution.lowerBound(), zones ? solution.cost() : optimum);
        assertThat(solution.cost()).isGreaterThanOrEqualTo(optimum);
        assertThat(zones || solution.cost() == optimum).isTrue();
    }

    @Test
    void aBaseOfTooLittleStockIsBoughtAndTheRestComesFromOthers() {
        // Base 30 of 40 units, but base pools hold 10 and 10: 20 are bought, the other 10 and the reserve from the
        // rest.
        CoverProblem problem =
                CoverProblem.of(new long[] {5, 5, 1, 1}, new int[] {1, 1, 1, 1}, new int[] {10, 10, 50, 50}, 40);
        boolean[] isBase = {true, true, false, false};

        CoverSolution solution = SurvivableCover.solve(
                problem, new int[] {0, 1, 2, 3}, isBase, 30, false, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        assertThat(solution.shortfall()).isEqualTo(10);
        assertThat(solution.counts()).containsExactly(10, 10, 10, 10);
        assertThat(solution.isProven()).isTrue();
    }

    /** Without compensation base pools bring no more than the base, however much stock they have. */
    @Test
    void stockThatMayNotBeUsedDoesNotCount() {
        CoverProblem problem = CoverProblem.of(new long[] {5, 1, 1}, new int[] {1, 1, 1}, new int[] {90, 10, 10}, 60);

        CoverSolution solution = SurvivableCover.solve(
                problem,
                new int[] {0, 1, 2},
                new boolean[] {true, false, false},
                5,
                false,
                ExactCover.DEFAULT_STEP_LIMIT,
                workspace);

        assertThat(solution.counts()).containsExactly(5, 10, 10);
        assertThat(solution.shortfall()).isEqualTo(45);
    }

    /** A unit in each of three zones survives any loss: the base at 5 and two at 1, for no pool may stand in. */
    @Test
    void zonesWithoutCompensationAreProven() {
        CoverProblem problem =
                CoverProblem.of(new long[] {5, 1, 1, 1}, new int[] {1, 1, 1, 1}, new int[] {9, 9, 9, 9}, 2);
        boolean[] isBase = {true, false, false, false};

        CoverSolution solution = SurvivableCover.solve(
                problem, new int[] {0, 0, 1, 2}, isBase, 1, false, ExactCover.DEFAULT_STEP_LIMIT, workspace);

        assertThat(solution.counts()).containsExactly(1, 0, 1, 1);
        assertThat(solution.isProven()).isTrue();
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

    private static long base(CoverProblem problem, boolean[] isBase, int[] counts) {
        long units = 0;
        for (int i = 0; i < counts.length; i++) {
            units += isBase[i] ? (long) counts[i] * problem.weight[i] : 0;
        }
        return units;
    }

    private static long bruteForce(
            CoverProblem p, int[] group, boolean[] isBase, long baseDemand, int[] counts, int pool) {
        if (pool == p.pools()) {
            boolean covers = left(p, group, p.pools(), counts) >= p.demand && base(p, isBase, counts) >= baseDemand;
            return covers ? p.cost(counts) : Long.MAX_VALUE;
        }
        long best = Long.MAX_VALUE;
        for (int count = 0; count <= p.stock[pool]; count++) {
            counts[pool] = count;
            best = Math.min(best, bruteForce(p, group, isBase, baseDemand, counts, pool + 1));
        }
        counts[pool] = 0;
        return best;
    }
}
