package io.ess4j.bench;

import io.ess4j.capacity.CoverProblem;
import io.ess4j.capacity.CoverSolution;
import io.ess4j.capacity.CoverWorkspace;
import io.ess4j.capacity.ExactCover;
import io.ess4j.capacity.UnitPriceOrder;
import java.util.Arrays;
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

    /** The kind of problem. */
    @Param({"REALISTIC", "TRAP"})
    public CoverProblems.Kind kind;

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
        CoverProblems source = new CoverProblems(kind, scale);
        demand = source.demand();
        price = new long[PROBLEMS][];
        weight = new int[PROBLEMS][];
        stock = new int[PROBLEMS][];
        problems = new CoverProblem[PROBLEMS];
        for (int q = 0; q < PROBLEMS; q++) {
            CoverProblems.Pools pools = source.next();
            price[q] = pools.price();
            weight[q] = pools.weight();
            stock[q] = pools.stock();
            problems[q] = pools.problem(demand);
            CoverSolution exact = ExactCover.solve(problems[q]);
            if (!exact.isProven() || exact.cost() > greedy(q)) {
                throw new AssertionError(problems[q] + ": " + exact);
            }
        }
        boolean small = price[0].length == 100 && demand <= 10_001;
        if (small && ExactCover.solve(problems[0]).cost() != textbook(0)) {
            throw new AssertionError("not the optimum");
        }
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
