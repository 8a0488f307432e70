package io.ess4j.bench;

import io.ess4j.capacity.UnitPriceOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Sorting pools by exact unit price: radix with repair, a stream with {@code BigDecimal} quotients, and the floor of
 * reading both arrays once.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar UnitPriceOrder -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class UnitPriceOrderBenchmark {
    /** How many pools there are. */
    @Param({"100", "10000"})
    public int pools;

    private long[] prices;
    private int[] weights;

    /** Makes the pools, and checks that both ways agree. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        weights = IntStream.range(0, pools).map(i -> 1 << random.nextInt(8)).toArray();
        prices = IntStream.range(0, pools)
                .mapToLong(i -> weights[i] * (20_000_000L + 10_000L * random.nextInt(5_000)))
                .toArray();
        if (!Arrays.equals(exact(), stream())) {
            throw new AssertionError("orders differ");
        }
    }

    /**
     * The exact order.
     *
     * @return positions, cheapest first
     */
    @Benchmark
    public int[] exact() {
        return UnitPriceOrder.of(prices, weights);
    }

    /**
     * A stream sorted by a decimal quotient.
     *
     * @return positions, cheapest first
     */
    @Benchmark
    public int[] stream() {
        return IntStream.range(0, pools)
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(i -> BigDecimal.valueOf(prices[i])
                                .divide(BigDecimal.valueOf(weights[i]), MathContext.DECIMAL64))
                        .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * The floor: one pass over what must be read.
     *
     * @return a sum
     */
    @Benchmark
    public long floor() {
        long sum = 0;
        for (int i = 0; i < pools; i++) {
            sum += prices[i] + weights[i];
        }
        return sum;
    }
}
