package io.ess4j.bench;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.removal.RemovalGoal;
import io.ess4j.removal.RemovalPlan;
import io.ess4j.removal.RemovalPlanner;
import io.ess4j.removal.RemovalPolicy;
import io.ess4j.removal.RemovalRequest;
import io.ess4j.removal.RemovalScope;
import java.util.List;
import java.util.TreeSet;
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
 * Removing k of n instances by zone balance, oldest configuration and oldest instance: the planner, the version that a
 * user would write with sorted streams, and the floor: one pass over the columns that have to be read.
 *
 * <p>{@code java -jar ess-bench/target/benchmarks.jar RemovalBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-Xmx6g")
public class RemovalBenchmark {
    private static final RemovalPolicy POLICY = RemovalPolicy.DEFAULT;

    /** How many instances. */
    @Param({"1000", "100000", "1000000"})
    public int size;

    /** How many of them leave, in per cent. */
    @Param({"1", "10"})
    public int percent;

    private List<Instance> rows = List.of();
    private Fleet fleet = Fleet.empty();
    private int count;
    private long[] joined = new long[0];
    private int[] source = new int[0];
    private char[] zone = new char[0];
    private short[] packed = new short[0];

    /** Makes the fleet, and checks that planner and streams agree. */
    @Setup
    public void prepare() {
        rows = Fleets.instances(size, 7);
        fleet = Fleet.of(rows);
        count = size / 100 * percent;
        joined = new long[size];
        source = new int[size];
        zone = new char[size];
        packed = new short[size];
        for (int i = 0; i < size; i++) {
            joined[i] = rows.get(i).joinedAt().getEpochSecond();
            zone[i] = rows.get(i).zone().id().charAt(5);
        }
        TreeSet<String> planned = new TreeSet<>();
        RemovalPlan plan = planner();
        for (int row = 0; row < size; row++) {
            if (plan.leaves(row)) {
                planned.add(fleet.id(row));
            }
        }
        TreeSet<String> streamed = new TreeSet<>();
        streams().forEach(i -> streamed.add(i.id()));
        if (!planned.equals(streamed)) {
            throw new AssertionError("planner and streams must choose the same instances");
        }
    }

    /**
     * The planner.
     *
     * @return the plan
     */
    @Benchmark
    public RemovalPlan planner() {
        return RemovalPlanner.plan(
                POLICY, RemovalRequest.of(fleet, RemovalGoal.count(count)).within(RemovalScope.LARGEST_ZONES));
    }

    /**
     * Sorted streams per zone, then one removal at a time from the largest.
     *
     * @return the instances that leave
     */
    @Benchmark
    public List<Instance> streams() {
        return StreamRemoval.take(rows, count);
    }

    /**
     * One pass over the same bytes.
     *
     * @return a checksum
     */
    @Benchmark
    public long floor() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += joined[i];
        }
        int ints = 0;
        for (int i = 0; i < size; i++) {
            ints += source[i];
        }
        for (int i = 0; i < size; i++) {
            ints += zone[i];
        }
        for (int i = 0; i < size; i++) {
            ints += packed[i];
        }
        return sum + ints;
    }
}
