package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * How much work the covers take, in steps: the same on every machine and under every JDK, so a change of one of these
 * numbers is a change of speed and must be meant. Each entry is steps, and the gap where one is left. What the plans
 * cost is compared with oracles elsewhere.
 */
class CoverWorkTest {
    private static final long LIMIT = ExactCover.DEFAULT_STEP_LIMIT;

    @Test
    void exactCovers() {
        assertThat(work(p -> ExactCover.solve(p, LIMIT, new CoverWorkspace())))
                .containsExactly("1225", "2100", "0", "3090", "4872", "408", "11890", "6840");
    }

    /** A limit narrows the neighbourhood that is searched, down to nothing. */
    @Test
    void exactCoversUnderALimit() {
        assertThat(work(p -> ExactCover.solve(p, 2_000, new CoverWorkspace())))
                .containsExactly(
                        "1225",
                        "1722 gap 274",
                        "0",
                        "1196 gap 328",
                        "800 gap 454",
                        "408",
                        "1512 gap 944",
                        "970 gap 280");
    }

    @Test
    void splitCovers() {
        assertThat(work(p -> SplitCover.solve(p, everyThird(p), p.demand / 3, true, LIMIT, new CoverWorkspace())))
                .containsExactly("27206", "45457", "12", "4710", "64859", "102961", "431985", "474853");
    }

    @Test
    void splitCoversUnderALimit() {
        assertThat(work(p -> SplitCover.solve(p, everyThird(p), p.demand / 3, true, 2_000, new CoverWorkspace())))
                .containsExactly(
                        "3604 gap 716",
                        "3529 gap 322",
                        "12",
                        "3060 gap 136",
                        "3576 gap 498",
                        "3025 gap 2046",
                        "3021 gap 2035",
                        "4030 gap 368");
    }

    @Test
    void survivingCoversOfSinglePools() {
        assertThat(work(p -> survivable(p, p.pools(), LIMIT)))
                .containsExactly("7699", "34600", "13528", "16823", "14843", "62911", "5376", "22184");
    }

    @Test
    void survivingCoversOfZones() {
        assertThat(work(p -> survivable(p, 3, LIMIT)))
                .containsExactly(
                        "5403 gap 10788",
                        "3022 gap 4900",
                        "4665 gap 1616",
                        "5592 gap 9712",
                        "4983 gap 5018",
                        "3979 gap 2143",
                        "9931 gap 5367",
                        "4076 gap 2884");
    }

    @Test
    void survivingCoversOfZonesUnderALimit() {
        assertThat(work(p -> survivable(p, 3, 1_000)))
                .containsExactly(
                        "1402 gap 11288",
                        "1077 gap 4900",
                        "2263 gap 1616",
                        "1036 gap 9867",
                        "1756 gap 9321",
                        "1014 gap 2143",
                        "1829 gap 7891",
                        "2422 gap 2884");
    }

    @Test
    void cappedCovers() {
        assertThat(work(p -> capped(p, LIMIT / 20)))
                .containsExactly("117949", "84803", "872760", "213381", "63923", "757010", "524476", "1154554");
    }

    @Test
    void cappedCoversUnderALimit() {
        assertThat(work(p -> capped(p, 60_000)))
                .containsExactly(
                        "117949",
                        "70962 gap 106",
                        "70573 gap 7596",
                        "111442 gap 2732",
                        "63923",
                        "70985 gap 1674",
                        "72230 gap 11105",
                        "70229 gap 11666");
    }

    private static List<String> work(Function<CoverProblem, CoverSolution> solver) {
        List<String> work = new ArrayList<>();
        for (int seed = 1; seed <= 8; seed++) {
            CoverSolution solution = solver.apply(problem(seed));
            work.add(solution.steps() + (solution.isProven() ? "" : " gap " + solution.gap()));
        }
        return work;
    }

    /** Twelve pools of nearly equal unit prices, the last four of few weights. */
    private static CoverProblem problem(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int pools = 12;
        long[] price = new long[pools];
        int[] weight = new int[pools];
        int[] stock = new int[pools];
        for (int i = 0; i < pools; i++) {
            weight[i] = i < 8 ? 1 + random.nextInt(40) : 4 << random.nextInt(3);
            price[i] = 1000L * weight[i] + random.nextInt(600);
            stock[i] = random.nextInt(12);
        }
        return CoverProblem.of(price, weight, stock, 100 + random.nextInt(500));
    }

    private static boolean[] everyThird(CoverProblem problem) {
        boolean[] isBase = new boolean[problem.pools()];
        for (int i = 0; i < isBase.length; i += 3) {
            isBase[i] = true;
        }
        return isBase;
    }

    private static CoverSolution survivable(CoverProblem problem, int groups, long limit) {
        int[] group = new int[problem.pools()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i % groups;
        }
        CoverProblem half = problem.withDemand(problem.demand / 2);
        return SurvivableCover.solve(half, group, everyThird(half), half.demand / 4, true, limit, new CoverWorkspace());
    }

    /** Two caps that share a pool. */
    private static CoverSolution capped(CoverProblem problem, long limit) {
        List<int[]> members = List.of(new int[] {1, 2, 4, 5}, new int[] {5, 7, 8, 10});
        long[] most = {problem.demand / 5, problem.demand / 4};
        return CappedCover.solve(
                problem, everyThird(problem), problem.demand / 4, true, members, most, limit, new CoverWorkspace());
    }
}
