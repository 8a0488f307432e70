package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Covers under caps against trying everything, and what is known when the work ends early. */
class CappedCoverProperties {
    private final CoverWorkspace workspace = new CoverWorkspace();

    /** One pool: its price, weight, stock, whether it is a base pool, and the sets that it is in, as bits. */
    record Pool(long price, int weight, int stock, boolean base, int sets) {}

    @Provide
    Arbitrary<List<Pool>> pools() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(1, true), net.jqwik.api.Tuple.of(3, false)),
                        Arbitraries.integers().between(0, 7))
                .as(Pool::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 1000)
    void noPlanIsBetter(
            @ForAll("pools") List<Pool> pools,
            @ForAll @IntRange(max = 14) int demand,
            @ForAll @IntRange(max = 14) int base,
            @ForAll @IntRange(max = 8) int cap0,
            @ForAll @IntRange(max = 8) int cap1,
            @ForAll @IntRange(max = 8) int cap2) {
        long[] caps = {cap0, cap1, cap2};
        int baseDemand = Math.min(base, demand);

        CoverSolution solution = solve(pools, demand, baseDemand, true, caps, ExactCover.DEFAULT_STEP_LIMIT);

        long[] best = bruteForce(pools, demand, baseDemand, caps);
        assertThat(solution.shortfall()).isEqualTo(best[0]);
        assertThat(solution.cost()).isEqualTo(best[1]);
        assertThat(solution.isProven()).isTrue();
        assertThat(isAllowed(pools, caps, solution.counts())).isTrue();
    }

    @Property(tries = 300)
    void withoutWorkThePlanKeepsItsCapsAndItsBound(
            @ForAll("pools") List<Pool> pools,
            @ForAll @IntRange(max = 14) int demand,
            @ForAll @IntRange(max = 8) int cap0,
            @ForAll @IntRange(max = 8) int cap1,
            @ForAll @IntRange(max = 6) int base,
            @ForAll boolean compensate) {
        long[] caps = {cap0, cap1, 100};
        int baseDemand = Math.min(base, demand);

        CoverSolution early = solve(pools, demand, baseDemand, compensate, caps, 0);
        CoverSolution late = solve(pools, demand, baseDemand, compensate, caps, ExactCover.DEFAULT_STEP_LIMIT);

        assertThat(isAllowed(pools, caps, early.counts())).isTrue();
        assertThat(early.shortfall()).isGreaterThanOrEqualTo(late.shortfall());
        if (early.shortfall() == late.shortfall()) {
            assertThat(late.cost()).isBetween(early.lowerBound(), early.cost());
        }
    }

    /**
     * Four of five units are the base: its cheapest cover is two of the second, though one more unit would do for all.
     */
    @Example
    void aBaseThatNothingStandsInForIsCoveredForItself() {
        List<Pool> pools = List.of(new Pool(2, 1, 1, false, 0), new Pool(4, 2, 2, true, 0), new Pool(5, 3, 1, true, 0));

        CoverSolution proven = solve(pools, 5, 4, false, new long[] {0, 0, 100}, ExactCover.DEFAULT_STEP_LIMIT);

        assertThat(proven.counts()).containsExactly(1, 2, 0);
        assertThat(proven.cost()).isEqualTo(10);
        assertThat(solve(pools, 5, 4, true, new long[] {0, 0, 100}, ExactCover.DEFAULT_STEP_LIMIT)
                        .cost())
                .isEqualTo(9);
    }

    /** Without caps it is the split cover, and with a cap on each pool one with less stock. */
    @Property(tries = 300)
    void capsOfSinglePoolsAreStock(
            @ForAll("pools") List<Pool> pools, @ForAll @IntRange(max = 14) int demand, @ForAll boolean compensate) {
        CoverProblem problem = problem(pools, demand);

        CoverSolution free = CappedCover.solve(
                problem, base(pools), 0, compensate, List.of(), new long[0], ExactCover.DEFAULT_STEP_LIMIT, workspace);

        CoverSolution split =
                SplitCover.solve(problem, base(pools), 0, compensate, ExactCover.DEFAULT_STEP_LIMIT, workspace);
        assertThat(free.cost()).isEqualTo(split.cost());
        assertThat(free.shortfall()).isEqualTo(split.shortfall());
    }

    /**
     * Without work the plan is filled cheapest unit first as far as the caps allow: four of the first two pools
     * together, three units of the third, and what is missing from the last, a base pool, if it may stand in.
     */
    @Example
    void withoutWorkPoolsAreFilledInTheOrderOfTheirUnitPrices() {
        List<Pool> pools = List.of(
                new Pool(1, 1, 3, false, 1),
                new Pool(2, 1, 10, false, 1),
                new Pool(9, 3, 10, false, 2),
                new Pool(5, 1, 10, true, 0));
        long[] caps = {4, 5, 0};

        CoverSolution filled = solve(pools, 9, 1, true, caps, 0);
        CoverSolution withoutStandIn = solve(pools, 9, 0, false, caps, 0);
        CoverSolution withBaseOnly = solve(pools, 9, 1, false, caps, 0);

        assertThat(filled.counts()).containsExactly(3, 1, 1, 2);
        assertThat(filled.shortfall()).isZero();
        assertThat(filled.lowerBound()).isEqualTo(filled.cost()).isEqualTo(3 + 2 + 9 + 10);
        assertThat(filled.steps()).isGreaterThanOrEqualTo(10_000);
        assertThat(withoutStandIn.counts()).containsExactly(3, 1, 1, 0);
        assertThat(withoutStandIn.shortfall()).isEqualTo(2);
        assertThat(withoutStandIn.lowerBound()).isEqualTo(withoutStandIn.cost()).isEqualTo(3 + 2 + 9);
        assertThat(withBaseOnly.counts()).containsExactly(3, 1, 1, 1);
        assertThat(withBaseOnly.shortfall()).isEqualTo(1);
    }

    /** The caps hold the cheap pools back, which is known without work: 13 and not 7 times the cheapest. */
    @Example
    void theBoundKnowsTheCaps() {
        List<Pool> pools = List.of(new Pool(1, 1, 10, false, 1), new Pool(9, 3, 10, false, 2));

        CoverSolution early = solve(pools, 7, 0, false, new long[] {4, 5, 0}, 0);

        assertThat(early.counts()).containsExactly(4, 1);
        assertThat(early.lowerBound()).isEqualTo(13);
    }

    /** What is filled in the end is not more than needed, and a pool of two sets keeps both caps. */
    @Example
    void withoutWorkNoMoreIsFilledThanNeeded() {
        List<Pool> pools =
                List.of(new Pool(1, 2, 9, false, 3), new Pool(3, 2, 9, false, 1), new Pool(4, 2, 9, false, 0));

        CoverSolution filled = solve(pools, 11, 0, true, new long[] {6, 3, 0}, 0);

        assertThat(filled.counts()).containsExactly(1, 2, 3);
    }

    @Example
    void wrongCapsAreNamed() {
        CoverProblem problem = CoverProblem.of(new long[] {1, 2}, new int[] {1, 1}, new int[] {9, 9}, 3);
        boolean[] isBase = {true, false};
        assertThatThrownBy(() ->
                        CappedCover.solve(problem, isBase, 0, true, List.of(new int[] {1}), new long[0], 0, workspace))
                .hasMessage("members (1 caps) must be as many as most (0 caps)");
        assertThatThrownBy(() -> CappedCover.solve(
                        problem, isBase, 0, true, List.of(new int[] {1}), new long[] {-1}, 0, workspace))
                .hasMessage("most (-1) must be >= 0");
        assertThatThrownBy(() -> CappedCover.solve(
                        problem, isBase, 0, true, List.of(new int[] {0}), new long[] {1}, 0, workspace))
                .hasMessage("pool 0 must not be capped, it is a base pool");
    }

    private CoverSolution solve(
            List<Pool> pools, int demand, int baseDemand, boolean compensate, long[] caps, long limit) {
        List<int[]> members = new ArrayList<>();
        for (int c = 0; c < caps.length; c++) {
            int cap = c;
            members.add(java.util.stream.IntStream.range(0, pools.size())
                    .filter(i -> !pools.get(i).base() && (pools.get(i).sets() >> cap & 1) == 1)
                    .toArray());
        }
        return CappedCover.solve(
                problem(pools, demand), base(pools), baseDemand, compensate, members, caps, limit, workspace);
    }

    private static CoverProblem problem(List<Pool> pools, int demand) {
        return CoverProblem.of(
                pools.stream().mapToLong(Pool::price).toArray(),
                pools.stream().mapToInt(Pool::weight).toArray(),
                pools.stream().mapToInt(Pool::stock).toArray(),
                demand);
    }

    private static boolean[] base(List<Pool> pools) {
        boolean[] base = new boolean[pools.size()];
        for (int i = 0; i < base.length; i++) {
            base[i] = pools.get(i).base();
        }
        return base;
    }

    private static boolean isAllowed(List<Pool> pools, long[] caps, int[] counts) {
        for (int c = 0; c < caps.length; c++) {
            long units = 0;
            for (int i = 0; i < counts.length; i++) {
                Pool pool = pools.get(i);
                units += !pool.base() && (pool.sets() >> c & 1) == 1 ? (long) counts[i] * pool.weight() : 0;
            }
            if (units > caps[c]) {
                return false;
            }
        }
        return true;
    }

    /** The least shortfall and the least cost at it, over all counts. */
    private static long[] bruteForce(List<Pool> pools, int demand, int baseDemand, long[] caps) {
        long baseStock = pools.stream()
                .filter(Pool::base)
                .mapToLong(p -> (long) p.weight() * p.stock())
                .sum();
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE};
        int[] counts = new int[pools.size()];
        while (true) {
            if (isAllowed(pools, caps, counts)) {
                long base = 0;
                long others = 0;
                long cost = 0;
                for (int i = 0; i < counts.length; i++) {
                    long units = (long) counts[i] * pools.get(i).weight();
                    base += pools.get(i).base() ? units : 0;
                    others += pools.get(i).base() ? 0 : units;
                    cost += counts[i] * pools.get(i).price();
                }
                boolean isShort = baseStock < baseDemand;
                long shortfall = isShort
                        ? baseDemand - base + Math.max(0, demand - baseDemand - others)
                        : Math.max(0, demand - base - others);
                boolean valid = isShort || base >= baseDemand;
                if (valid && (shortfall < best[0] || (shortfall == best[0] && cost < best[1]))) {
                    best = new long[] {shortfall, cost};
                }
            }
            int digit = 0;
            while (digit < counts.length && counts[digit] == pools.get(digit).stock()) {
                counts[digit++] = 0;
            }
            if (digit == counts.length) {
                return best;
            }
            counts[digit]++;
        }
    }
}
