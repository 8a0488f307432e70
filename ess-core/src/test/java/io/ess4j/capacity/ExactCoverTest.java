package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

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
