package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Input that makes a careless cover overflow, loop for ever or ask for gigabytes. */
class ExactCoverAdversarialTest {
    private static final int MAX = Integer.MAX_VALUE;

    @Test
    void demandOfLongMaxIsAShortfall() {
        CoverSolution solution = ExactCover.solve(
                CoverProblem.of(new long[] {5, 3}, new int[] {MAX, 1}, new int[] {MAX, 7}, Long.MAX_VALUE));

        assertThat(solution.shortfall()).isEqualTo(Long.MAX_VALUE - (long) MAX * MAX - 7);
        assertThat(solution.counts()).containsExactly(MAX, 7);
    }

    @Test
    void demandOfLongMaxCanBeCovered() {
        int[] weight = {MAX, MAX, MAX, 1};
        int[] stock = {MAX, MAX, MAX, MAX};

        CoverSolution solution =
                ExactCover.solve(CoverProblem.of(new long[] {2, 2, 2, 3}, weight, stock, Long.MAX_VALUE));

        assertThat(solution.shortfall()).isZero();
        assertThat(solution.lowerBound()).isPositive().isLessThanOrEqualTo(solution.cost());
    }

    @Test
    void freePoolsCostNothingAndAreNotHoarded() {
        CoverSolution solution =
                ExactCover.solve(CoverProblem.of(new long[] {0, 0, 9}, new int[] {4, 3, 1}, new int[] {10, 10, 10}, 5));

        assertThat(solution.cost()).isZero();
        assertThat(solution.units()).isLessThan(5 + 4);
    }

    @Test
    void noPoolsAndNoStockAreShortfalls() {
        assertThat(ExactCover.solve(CoverProblem.of(new long[0], new int[0], new int[0], 3))
                        .shortfall())
                .isEqualTo(3);
        assertThat(ExactCover.solve(CoverProblem.of(new long[] {1}, new int[] {1}, new int[] {0}, 3))
                        .shortfall())
                .isEqualTo(3);
        assertThat(ExactCover.solve(CoverProblem.of(new long[0], new int[0], new int[0], 0))
                        .isProven())
                .isTrue();
    }

    @Test
    void aCostThatDoesNotFitIsAnArithmeticException() {
        CoverProblem dear = CoverProblem.of(new long[] {Long.MAX_VALUE}, new int[] {1}, new int[] {5}, 2);

        assertThatThrownBy(() -> ExactCover.solve(dear)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void pricesNearLongMaxAreComparedExactly() {
        long huge = Long.MAX_VALUE;
        CoverSolution solution =
                ExactCover.solve(CoverProblem.of(new long[] {huge, huge - 1}, new int[] {1, 1}, new int[] {1, 1}, 1));

        assertThat(solution.counts()).containsExactly(0, 1);
        assertThat(solution.isProven()).isTrue();
    }

    /** All weights even but one dear pool, odd demand, nearly equal unit prices: nothing can be fixed. */
    @Test
    void theParityTrapIsProvenOrItsGapIsStated() {
        SplittableRandom random = new SplittableRandom(7);
        long[] price = new long[100];
        int[] weight = new int[100];
        int[] stock = new int[100];
        for (int i = 0; i < 100; i++) {
            weight[i] = i == 0 ? 1 : 2 * (1 + random.nextInt(32));
            price[i] = i == 0 ? 100_000 : 1000L * weight[i] + random.nextInt(20);
            stock[i] = random.nextInt(5) == 0 ? 0 : random.nextInt(201);
        }
        CoverProblem trap = CoverProblem.of(price, weight, stock, 10_001);

        CoverSolution full = ExactCover.solve(trap);
        CoverSolution cut = ExactCover.solve(trap, 100_000, new CoverWorkspace());

        assertThat(full.isProven()).isTrue();
        assertThat(full.steps()).isPositive();
        assertThat(cut.steps()).isLessThanOrEqualTo(100_000);
        assertThat(cut.cost()).isGreaterThanOrEqualTo(full.cost());
        assertThat(cut.lowerBound()).isLessThanOrEqualTo(full.cost());
    }

    /** Four layers of two and a half million cells are too many, though one of them is not. */
    @Test
    void manyLongLayersGiveAGapAndNotGigabytes() {
        int[] weight = {1_000_003, 1_000_001, 999_983, 999_979};
        long[] price = {1_000_103, 1_000_100, 1_000_081, 1_000_078};
        CoverProblem problem = CoverProblem.of(price, weight, new int[] {2, 2, 2, 2}, 2_500_001);

        CoverSolution solution = ExactCover.solve(problem);

        assertThat(CoverOracles.bruteForce(problem)).isBetween(solution.lowerBound(), solution.cost());
        assertThat(solution.steps()).isZero();
    }

    /** The third base instance would cost more than a long holds, but two and the rest from elsewhere do. */
    @Test
    void aCostThatFitsIsFoundBesideOnesThatDoNot() {
        long huge = 1L << 62;
        boolean[] isBase = {true, false};
        CoverProblem problem = CoverProblem.of(new long[] {huge, 3}, new int[] {1, 1}, new int[] {5, 9}, 4);

        CoverSolution split = SplitCover.solve(problem, isBase, 1, true, 1000, new CoverWorkspace());

        assertThat(split.counts()).containsExactly(1, 3);
        assertThat(split.cost()).isEqualTo(huge + 9);
        assertThat(split.isProven()).isTrue();
        assertThatThrownBy(() -> SplitCover.solve(problem, isBase, 2, true, 1000, new CoverWorkspace()))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void survivalKeepsToCostsThatFit() {
        long huge = 1L << 61;
        CoverProblem problem = CoverProblem.of(new long[] {huge, huge, 3}, new int[] {1, 1, 1}, new int[] {9, 9, 9}, 2);
        CoverProblem dear = problem.withDemand(8);
        int[] each = {0, 1, 2};

        CoverSolution solution =
                SurvivableCover.solve(problem, each, new boolean[3], 0, true, 1000, new CoverWorkspace());

        assertThat(solution.counts()).containsExactly(1, 1, 1);
        assertThat(solution.cost()).isEqualTo(2 * huge + 3);
        assertThatThrownBy(() -> SurvivableCover.solve(dear, each, new boolean[3], 0, true, 1000, new CoverWorkspace()))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void survivalOfMoreUnitsThanALongHoldsIsAShortfall() {
        int[] all = {MAX, MAX, MAX, MAX};
        CoverProblem problem = CoverProblem.of(new long[] {0, 0, 0, 0}, all, all, Long.MAX_VALUE);
        int[] pairs = {0, 0, 0, 1};

        CoverSolution solution =
                SurvivableCover.solve(problem, pairs, new boolean[4], 0, true, 1000, new CoverWorkspace());

        assertThat(solution.shortfall()).isGreaterThan(Long.MAX_VALUE / 4);
    }

    @Test
    void weightsTooLargeForTablesGiveAGapAndNotGigabytes() {
        int[] weight = {MAX, MAX - 1, MAX - 2, MAX - 4};
        long[] price = {1_000_003, 1_000_001, 999_999, 1_000_002};
        int[] stock = new int[4];
        Arrays.fill(stock, 1000);

        CoverSolution solution = ExactCover.solve(CoverProblem.of(price, weight, stock, 99L * MAX + 1));

        assertThat(solution.units()).isGreaterThanOrEqualTo(99L * MAX + 1);
        assertThat(solution.gap()).isLessThan(1_000_003);
    }

    @Test
    void wrongArgumentsNameTheValueAndTheRule() {
        assertThatThrownBy(() -> CoverProblem.of(new long[] {1}, new int[0], new int[] {1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight (0 pools) and stock (1 pools) must have as many pools as price (1)");
        assertThatThrownBy(() -> CoverProblem.of(new long[] {1}, new int[] {0}, new int[] {1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "pool 0 (price 1, weight 0, stock 1) must have a price >= 0, a weight >= 1 and a stock >= 0");
        assertThatThrownBy(() -> CoverProblem.of(new long[] {1}, new int[] {1}, new int[] {1}, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("demand (-1) must be >= 0");
        CoverProblem problem = CoverProblem.of(new long[] {1}, new int[] {1}, new int[] {1}, 1);
        assertThatThrownBy(() -> ExactCover.solve(problem, -1, new CoverWorkspace()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stepLimit (-1) must be >= 0");
        assertThatThrownBy(() -> CoverProblem.of(new long[] {1}, new int[] {1}, new int[0], 1))
                .hasMessage("weight (1 pools) and stock (0 pools) must have as many pools as price (1)");
        assertThatThrownBy(() -> CoverProblem.of(new long[] {1, -1}, new int[] {1, 1}, new int[] {1, 1}, 1))
                .hasMessageStartingWith("pool 1 (price -1, weight 1, stock 1) must have a price >= 0");
        assertThatThrownBy(() -> CoverProblem.of(new long[] {1}, new int[] {1}, new int[] {-1}, 1))
                .hasMessageStartingWith("pool 0 (price 1, weight 1, stock -1) must have a price >= 0");
    }

    @Test
    void wrongArgumentsOfASplitNameTheValueAndTheRule() {
        CoverProblem problem = CoverProblem.of(new long[] {1, 2}, new int[] {1, 1}, new int[] {1, 1}, 2);
        CoverWorkspace workspace = new CoverWorkspace();
        assertThatThrownBy(() -> SplitCover.solve(problem, new boolean[1], 0, true, 0, workspace))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("isBase (1 pools) must have as many pools as price (2)");
        assertThatThrownBy(() -> SplitCover.solve(problem, new boolean[2], -1, true, 0, workspace))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("baseDemand (-1) must be >= 0 and <= demand (2)");
        assertThatThrownBy(() -> SplitCover.solve(problem, new boolean[2], 3, true, 0, workspace))
                .hasMessage("baseDemand (3) must be >= 0 and <= demand (2)");
        assertThatThrownBy(() -> SplitCover.solve(problem, new boolean[2], 0, true, -1, workspace))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stepLimit (-1) must be >= 0");
    }

    @Test
    void wrongArgumentsOfSurvivalNameTheValueAndTheRule() {
        CoverProblem problem = CoverProblem.of(new long[] {1, 2}, new int[] {1, 1}, new int[] {1, 1}, 2);
        CoverWorkspace workspace = new CoverWorkspace();
        int[] each = {0, 1};
        assertThatThrownBy(() -> SurvivableCover.solve(problem, new int[1], new boolean[2], 0, true, 0, workspace))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group (1 pools) and isBase (2 pools) must have as many pools as price (2)");
        assertThatThrownBy(() -> SurvivableCover.solve(problem, each, new boolean[3], 0, true, 0, workspace))
                .hasMessage("group (2 pools) and isBase (3 pools) must have as many pools as price (2)");
        assertThatThrownBy(() -> SurvivableCover.solve(problem, each, new boolean[2], -1, true, 0, workspace))
                .hasMessage("baseDemand (-1) must be >= 0 and <= demand (2)");
        assertThatThrownBy(() -> SurvivableCover.solve(problem, each, new boolean[2], 3, true, 0, workspace))
                .hasMessage("baseDemand (3) must be >= 0 and <= demand (2)");
        assertThatThrownBy(() -> SurvivableCover.solve(problem, each, new boolean[2], 0, true, -1, workspace))
                .hasMessage("stepLimit (-1) must be >= 0");
    }
}
