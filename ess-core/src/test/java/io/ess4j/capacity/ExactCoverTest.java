package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.testing.EqualsTester;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExactCoverTest {
    static Stream<Arguments> optima() {
        return Stream.of(
                row("guide 1.6, 10 units, optimum of algorithms (a)", longs(180, 340, 640), ints(2, 4, 8), 10, 820),
                row("peers F1: target 10, weights 2 and 8", longs(5, 10), ints(2, 8), 10, 15),
                row("peers A13: 5 missing, weight 12", longs(7), ints(12), 5, 7),
                row("peers A14: 2 missing, weight 5", longs(7), ints(5), 2, 7),
                row("nothing to cover", longs(7), ints(5), 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optima")
    void findsTheOptimum(String name, long[] price, int[] weight, long demand, long optimum) {
        int[] stock = new int[price.length];
        java.util.Arrays.fill(stock, 1000);

        CoverSolution solution = ExactCover.solve(CoverProblem.of(price, weight, stock, demand));

        assertThat(solution.cost()).as(name).isEqualTo(optimum);
        assertThat(solution.isProven()).isTrue();
        assertThat(solution.gap()).isZero();
    }

    @Test
    void buysOneLargeAndOneSmallInGuide16() {
        CoverSolution solution =
                ExactCover.solve(CoverProblem.of(longs(180, 340, 640), ints(2, 4, 8), ints(100, 100, 100), 10));

        assertThat(solution.counts()).containsExactly(1, 0, 1);
        assertThat(solution.count(2)).isEqualTo(1);
        assertThat(solution.units()).isEqualTo(10);
        assertThat(solution).hasToString("[1, 0, 1] for 820, gap 0");
    }

    @Test
    void withoutStepsItGivesAFirstSolutionAndItsGap() {
        CoverProblem problem = CoverProblem.of(longs(50_001, 30_002, 70_005), ints(5, 3, 7), ints(9, 9, 9), 26);

        CoverSolution first = ExactCover.solve(problem, 0, new CoverWorkspace());
        CoverSolution best = ExactCover.solve(problem);

        assertThat(first.steps()).isZero();
        assertThat(first.units()).isGreaterThanOrEqualTo(26);
        assertThat(first.lowerBound()).isLessThanOrEqualTo(best.cost());
        assertThat(best.isProven()).isTrue();
        assertThat(first.cost()).isGreaterThanOrEqualTo(best.cost());
    }

    @Test
    void buysEverythingWhenStockIsShort() {
        CoverSolution solution = ExactCover.solve(CoverProblem.of(longs(3, 5), ints(2, 4), ints(1, 2), 11));

        assertThat(solution.counts()).containsExactly(1, 2);
        assertThat(solution.shortfall()).isEqualTo(1);
        assertThat(solution.cost()).isEqualTo(13);
        assertThat(solution.isProven()).isTrue();
    }

    @Test
    void solutionsAreEqualWhenTheyBuyAndClaimTheSame() {
        new EqualsTester()
                .addEqualityGroup(
                        new CoverSolution(ints(1, 2), 13, 10, 12, 1, 7),
                        new CoverSolution(ints(1, 2), 13, 10, 12, 1, 7))
                .addEqualityGroup(new CoverSolution(ints(2, 1), 13, 10, 12, 1, 7))
                .addEqualityGroup(new CoverSolution(ints(1, 2), 14, 10, 12, 1, 7))
                .addEqualityGroup(new CoverSolution(ints(1, 2), 13, 11, 12, 1, 7))
                .addEqualityGroup(new CoverSolution(ints(1, 2), 13, 10, 11, 1, 7))
                .addEqualityGroup(new CoverSolution(ints(1, 2), 13, 10, 12, 0, 7))
                .addEqualityGroup(new CoverSolution(ints(1, 2), 13, 10, 12, 1, 8))
                .testEquals();
        assertThat(new CoverSolution(ints(1, 2), 13, 10, 12, 1, 7))
                .hasToString("[1, 2] for 13, gap 1, short of 1")
                .doesNotHaveSameHashCodeAs(new CoverSolution(ints(1, 2), 14, 10, 12, 1, 7))
                .doesNotHaveSameHashCodeAs(new CoverSolution(ints(2, 1), 13, 10, 12, 1, 7));
        assertThat(new CoverSolution(ints(1, 2), 13, 10, 12, 1, 7).isProven()).isFalse();
    }

    @Test
    void problemsTellTheirSizeAndDemand() {
        CoverProblem problem = CoverProblem.of(longs(3, 5), ints(2, 4), ints(1, 2), 11);

        assertThat(problem).hasToString("cover 11 units from 2 pools");
        assertThat(problem.demand()).isEqualTo(11);
        assertThat(problem.pools()).isEqualTo(2);
    }

    /** One unit of the first three pools is 30, one of base pools 100: peers as in guide 4.2, 30 of 100 on-demand. */
    static Stream<Arguments> splits() {
        return Stream.of(
                split("base and others", 100, 30, true, 30, 70, 0),
                split("no base asked for", 100, 0, true, 0, 100, 0),
                split("all of it is base", 100, 100, true, 100, 0, 0),
                split("others are short, the base stands in", 150, 30, true, 30, 120, 0),
                split("others are short, the base may not stand in", 150, 10, false, 10, 120, 20),
                split("base is short, nothing stands in for it", 150, 140, true, 130, 10, 10),
                split("both are short", 300, 140, true, 130, 120, 50),
                split("both are short, base in part", 300, 20, true, 130, 120, 50),
                split("nothing asked for", 0, 0, true, 0, 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("splits")
    void splitsBetweenBaseAndOthers(
            String name, long demand, long base, boolean compensate, int baseCount, int otherCount, long shortfall) {
        CoverProblem problem = CoverProblem.of(longs(100, 30), ints(1, 1), ints(130, 120), demand);

        CoverSolution solution =
                SplitCover.solve(problem, new boolean[] {true, false}, base, compensate, 1_000, new CoverWorkspace());

        assertThat(solution.counts()).as(name).containsExactly(baseCount, otherCount);
        assertThat(solution.shortfall()).isEqualTo(shortfall);
        assertThat(solution.isProven()).isTrue();
    }

    private static Arguments split(
            String name, long demand, long base, boolean compensate, int baseCount, int otherCount, long shortfall) {
        return Arguments.of(name, demand, base, compensate, baseCount, otherCount, shortfall);
    }

    /** Ten units must be left when the dearest of three equal groups is lost: 5 from each, not 10 from two. */
    @Test
    void survivesTheLossOfAnyGroupAtTheLeastCost() {
        CoverProblem problem = CoverProblem.of(longs(2, 2, 3), ints(1, 1, 1), ints(99, 99, 99), 10);

        CoverSolution solution = survive(problem, 0, true, 1_000_000);
        CoverSolution withBase = survive(problem, 7, true, 1_000_000);
        CoverSolution early = survive(problem, 0, true, 0);

        assertThat(solution.counts()).containsExactly(5, 5, 5);
        assertThat(solution.isProven()).isTrue();
        assertThat(withBase.count(2)).isEqualTo(7);
        assertThat(withBase.cost()).isEqualTo(21 + 2 * 10);
        assertThat(solution.cost()).isBetween(early.lowerBound(), early.cost());
    }

    @Test
    void survivesWhatStockAllowsAndStatesTheRest() {
        CoverProblem problem = CoverProblem.of(longs(2, 2, 3), ints(1, 1, 1), ints(4, 3, 99), 10);
        CoverProblem oneGroup = CoverProblem.of(longs(2), ints(1), ints(99), 10);

        CoverSolution solution = survive(problem, 0, true, 1_000_000);
        CoverSolution withoutBase = survive(problem, 0, false, 1_000_000);
        CoverSolution nothing =
                SurvivableCover.solve(oneGroup, ints(0), new boolean[1], 0, true, 1_000_000, new CoverWorkspace());

        // Seven are left without the third, so seven must be left without the first.
        assertThat(solution.counts()).containsExactly(4, 3, 4);
        assertThat(solution.shortfall()).isEqualTo(3);
        // The third is a base pool that may not stand in: three units are left if four are lost.
        assertThat(withoutBase.counts()).containsExactly(3, 3, 0);
        assertThat(withoutBase.shortfall()).isEqualTo(7);
        assertThat(nothing.counts()).containsExactly(0);
        assertThat(nothing.shortfall()).isEqualTo(10);
    }

    /** Each pool is a group; the last one is a base pool. */
    private static CoverSolution survive(CoverProblem problem, long baseDemand, boolean compensate, long limit) {
        return SurvivableCover.solve(
                problem,
                ints(0, 1, 2),
                new boolean[] {false, false, true},
                baseDemand,
                compensate,
                limit,
                new CoverWorkspace());
    }

    private static Arguments row(String name, long[] price, int[] weight, long demand, long optimum) {
        return Arguments.of(name, price, weight, demand, optimum);
    }

    private static long[] longs(long... values) {
        return values;
    }

    private static int[] ints(int... values) {
        return values;
    }
}
