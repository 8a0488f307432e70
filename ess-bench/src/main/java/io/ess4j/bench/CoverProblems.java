package io.ess4j.bench;

import io.ess4j.capacity.CoverProblem;
import java.util.SplittableRandom;

/**
 * Seeded covering problems: pools as clouds sell them, or a trap in which no count can be fixed. The same kind, scale
 * and seed give the same problems.
 */
public final class CoverProblems {
    private static final int[] SIZES = {2, 4, 8, 16, 32, 48, 64, 96};

    /** What kind of pools there are. */
    public enum Kind {
        /** Sizes, families and prices as clouds sell them: spot stock is short, on-demand stock is not. */
        REALISTIC,
        /** Unit prices are nearly equal, and an odd demand needs the one dear pool of odd weight. */
        TRAP
    }

    private final Kind kind;
    private final int pools;
    private final int demand;
    private final SplittableRandom random = new SplittableRandom(42);

    /**
     * A source of problems.
     *
     * @param kind the kind of pools
     * @param scale how many pools and units, such as {@code 100x10000}
     */
    public CoverProblems(Kind kind, String scale) {
        this.kind = kind;
        this.pools = Integer.parseInt(scale.substring(0, scale.indexOf('x')));
        this.demand = Integer.parseInt(scale.substring(scale.indexOf('x') + 1)) + (kind == Kind.TRAP ? 1 : 0);
    }

    /**
     * The units to cover.
     *
     * @return the demand of every problem
     */
    public int demand() {
        return demand;
    }

    /**
     * The pools of a problem.
     *
     * @param price price of an instance of each pool
     * @param weight units of an instance of each pool
     * @param stock instances that each pool has
     */
    @SuppressWarnings("ArrayRecordComponent") // columns that solvers are fed with, never compared
    public record Pools(long[] price, int[] weight, int[] stock) {
        /**
         * The problem of covering a demand from these pools.
         *
         * @param demand the units to cover
         * @return the problem
         */
        public CoverProblem problem(int demand) {
            return CoverProblem.of(price, weight, stock, demand);
        }
    }

    /**
     * The next problem's pools.
     *
     * @return new arrays
     */
    public Pools next() {
        Pools made = new Pools(new long[pools], new int[pools], new int[pools]);
        for (int i = 0; i < pools; i++) {
            fill(made, i);
        }
        return made;
    }

    private void fill(Pools made, int i) {
        int w = SIZES[random.nextInt(SIZES.length)];
        long list = 25_000_000L * w * (80 + random.nextInt(60)) / 100;
        boolean onDemand = i % 2 == 0;
        made.weight[i] = kind == Kind.TRAP ? (i == 0 ? 1 : 2 + 2 * random.nextInt(32)) : w;
        made.price[i] = onDemand ? list : list * (25 + random.nextInt(40)) / 100;
        if (kind == Kind.TRAP) {
            made.price[i] = 1000L * made.weight[i] + random.nextInt(20) + (i == 0 ? 100_000 : 0);
        }
        int plenty = demand / made.weight[i] + 1;
        made.stock[i] = onDemand || i == 0 ? plenty : random.nextInt(Math.max(2, 4 * plenty / pools + 2));
    }
}
