package io.ess4j.bench;

import io.ess4j.capacity.CoverProblem;
import io.ess4j.capacity.CoverSolution;
import io.ess4j.capacity.CoverWorkspace;
import io.ess4j.capacity.ExactCover;
import io.ess4j.capacity.UnitPriceOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Covering a demand at the least cost: the exact cover, the documented greedy rule, and the textbook dynamic programme.
 * Pools are instance sizes from 2 to 96 vCPUs in six families and two zones, spot at a quarter to two thirds of the
 * list price and on-demand, with tight stock; the trap has even weights, an odd demand and nearly equal unit prices.
 * Each call solves the next of 64 problems.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar Cover -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class CoverBenchmark {
    private static final int PROBLEMS = 64;
    private static final int[] SIZES = {2, 4, 8, 16, 32, 48, 64, 96};

    /** What kind of pools there are. */
    public enum Kind {
        /** Sizes, families and prices as clouds sell them. */
        REALISTIC,
        /** Nothing can be fixed. */
        TRAP
    }

    /** The kind of problem. */
    @Param({"REALISTIC", "TRAP"})
    public Kind kind;

    /** Pools and demand. */
    @Param({"100x200", "100x10000", "1000x100000"})
    public String scale;

    private long[][] price;
    private int[][] weight;
    private int[][] stock;
    private int demand;
    private int next;
    private CoverProblem[] problems;
    private final CoverWorkspace workspace = new CoverWorkspace();

    /** Makes the problems; checks that the exact cost equals the textbook's on the first and never exceeds greedy. */
    @Setup
    public void setUp() {
        int pools = Integer.parseInt(scale.substring(0, scale.indexOf('x')));
        demand = Integer.parseInt(scale.substring(scale.indexOf('x') + 1)) + (kind == Kind.TRAP ? 1 : 0);
        SplittableRandom random = new SplittableRandom(42);
        price = new long[PROBLEMS][pools];
        weight = new int[PROBLEMS][pools];
        stock = new int[PROBLEMS][pools];
        problems = new CoverProblem[PROBLEMS];
        for (int q = 0; q < PROBLEMS; q++) {
            for (int i = 0; i < pools; i++) {
                fill(random, q, i, pools);
            }
            problems[q] = CoverProblem.of(price[q], weight[q], stock[q], demand);
            CoverSolution exact = ExactCover.solve(problems[q]);
            if (!exact.isProven() || exact.cost() > greedy(q)) {
                throw new AssertionError(problems[q] + ": " + exact);
            }
        }
        if (pools == 100 && demand <= 10_001 && ExactCover.solve(problems[0]).cost() != textbook(0)) {
            throw new AssertionError("not the optimum");
        }
    }

    private void fill(SplittableRandom random, int q, int i, int pools) {
        int w = SIZES[random.nextInt(SIZES.length)];
        long list = 25_000_000L * w * (80 + random.nextInt(60)) / 100;
        boolean onDemand = i % 2 == 0;
        weight[q][i] = kind == Kind.TRAP ? (i == 0 ? 1 : 2 + 2 * random.nextInt(32)) : w;
        price[q][i] = onDemand ? list : list * (25 + random.nextInt(40)) / 100;
        if (kind == Kind.TRAP) {
            price[q][i] = 1000L * weight[q][i] + random.nextInt(20) + (i == 0 ? 100_000 : 0);
        }
        int plenty = demand / weight[q][i] + 1;
        stock[q][i] = onDemand || i == 0 ? plenty : random.nextInt(Math.max(2, 4 * plenty / pools + 2));
    }

    private int following() {
        next = (next + 1) % PROBLEMS;
        return next;
    }

    /**
     * The exact cover.
     *
     * @return the solution
     */
    @Benchmark
    public CoverSolution exact() {
        return ExactCover.solve(problems[following()], ExactCover.DEFAULT_STEP_LIMIT, workspace);
    }

    /**
     * The documented rule on the same problem, ordering included.
     *
     * @return the cost
     */
    @Benchmark
    public long greedy() {
        return greedy(following());
    }

    /**
     * The exact cover, for timing single calls.
     *
     * @return the solution
     */
    @Benchmark
    public CoverSolution exactSampled() {
        return exact();
    }

    /**
     * The documented rule, for timing single calls.
     *
     * @return the cost
     */
    @Benchmark
    public long greedySampled() {
        return greedy(following());
    }

    private long greedy(int q) {
        long missing = demand;
        long cost = 0;
        for (int i : UnitPriceOrder.of(price[q], weight[q])) {
            if (missing <= 0) {
                break;
            }
            long take = Math.min(stock[q][i], (missing + weight[q][i] - 1) / weight[q][i]);
            cost += take * price[q][i];
            missing -= take * weight[q][i];
        }
        return cost;
    }

    /**
     * The textbook dynamic programme; only for the smaller sizes.
     *
     * @return the least cost
     */
    @Benchmark
    public long textbook() {
        return scale.startsWith("1000x") ? 0 : textbook(following());
    }

    private long textbook(int q) {
        long[] cost = new long[demand + 1];
        Arrays.fill(cost, Long.MAX_VALUE / 4);
        cost[0] = 0;
        for (int i = 0; i < price[q].length; i++) {
            long[] with = cost.clone();
            for (int d = 1; d <= demand; d++) {
                for (int c = 1; c <= stock[q][i]; c++) {
                    int before = Math.max(0, d - c * weight[q][i]);
                    with[d] = Math.min(with[d], cost[before] + c * price[q][i]);
                    if (before == 0) {
                        break;
                    }
                }
            }
            cost = with;
        }
        return cost[demand];
    }
}
