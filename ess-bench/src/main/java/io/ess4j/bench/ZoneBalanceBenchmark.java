package io.ess4j.bench;

import io.ess4j.balance.ZoneBalancer;
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
 * Spreading instances over zones that hold some already: the water level, one instance at a time over a stream, and the
 * floor of reading both arrays once.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar ZoneBalance -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class ZoneBalanceBenchmark {
    /** How many zones there are. */
    @Param({"3", "10", "1000"})
    public int zones;

    /** How many instances are added. */
    @Param({"100", "10000"})
    public int amount;

    private int[] counts;
    private int[] room;
    private int[] gains;

    /** Makes the zones, and checks that both ways agree. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        counts = IntStream.range(0, zones).map(j -> random.nextInt(100)).toArray();
        room = IntStream.range(0, zones).map(j -> random.nextInt(20_000)).toArray();
        gains = new int[zones];
        level();
        if (!Arrays.equals(gains, oneByOne())) {
            throw new AssertionError(Arrays.toString(gains));
        }
    }

    /**
     * The water level, into an array that is used again.
     *
     * @return how many were placed
     */
    @Benchmark
    public long level() {
        return ZoneBalancer.additions(counts, room, amount, gains);
    }

    /**
     * The documented rule with a stream for each instance.
     *
     * @return the gains
     */
    @Benchmark
    public int[] oneByOne() {
        int[] added = new int[zones];
        for (int i = 0; i < amount; i++) {
            IntStream.range(0, zones)
                    .filter(j -> added[j] < room[j])
                    .boxed()
                    .min(Comparator.comparingInt(j -> counts[j] + added[j]))
                    .ifPresent(j -> added[j]++);
        }
        return added;
    }

    /**
     * The floor: one pass over what must be read.
     *
     * @return a sum
     */
    @Benchmark
    public long floor() {
        long sum = 0;
        for (int j = 0; j < zones; j++) {
            sum += counts[j] + (long) room[j];
        }
        return sum;
    }
}
