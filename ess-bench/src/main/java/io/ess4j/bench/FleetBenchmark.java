package io.ess4j.bench;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import java.util.List;
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
 * Building a fleet from a list of instances, ids checked for uniqueness.
 *
 * <p>{@code java -jar ess-bench/target/benchmarks.jar FleetBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-Xmx6g")
public class FleetBenchmark {
    /** How many instances. */
    @Param({"1000", "1000000"})
    public int size;

    private List<Instance> rows = List.of();

    /** Makes the list, and checks that a fleet of it is equal. */
    @Setup
    public void prepare() {
        rows = Fleets.instances(size, 1);
        if (!Fleet.of(rows).equals(rows)) {
            throw new AssertionError("a fleet must equal the list that it was made of");
        }
    }

    /**
     * The fleet table.
     *
     * @return the fleet
     */
    @Benchmark
    public Fleet build() {
        return Fleet.of(rows);
    }
}
