package io.ess4j.bench;

import io.ess4j.elasticity.PoolConstraint;
import io.ess4j.elasticity.PoolSelection;
import io.ess4j.elasticity.PoolTable;
import io.ess4j.elasticity.ResourcePool;
import io.ess4j.elasticity.StrengthAssessor;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The available ones of 10,000 pools (500 types in 20 zones) under five constraints: from kept bitsets, with building
 * them from rows, and by the stream over objects that a user would write.
 *
 * <p>{@code java -jar ess-bench/target/benchmarks.jar StrengthBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class StrengthBenchmark {
    private static final int TYPES = 500;
    private static final int ZONES = 20;

    private final List<InstanceType> types = new ArrayList<>();
    private final List<Zone> zones = new ArrayList<>();
    private final List<ResourcePool> pools = new ArrayList<>();
    private final byte[] failing = new byte[TYPES * ZONES];
    private PoolTable table = PoolTable.of(List.of(), List.of());
    private PoolSelection group = table.select(List.of(), List.of());

    /** Makes the pools, each constraint failing for one pool in eight, and checks that all versions agree. */
    @Setup
    public void prepare() {
        Random random = new Random(7);
        for (int t = 0; t < TYPES; t++) {
            types.add(InstanceType.of("ecs.f" + t / 10 + ".size" + t % 10, 1, 1));
        }
        for (int z = 0; z < ZONES; z++) {
            zones.add(Zone.of("zone-" + z));
            for (InstanceType type : types) {
                List<PoolConstraint> fails = Arrays.stream(PoolConstraint.values())
                        .filter(c -> random.nextInt(8) == 0)
                        .toList();
                for (PoolConstraint c : fails) {
                    failing[pools.size()] |= c.bit();
                }
                pools.add(new ResourcePool(type, zones.get(z), fails));
            }
        }
        table = PoolTable.ofFailing(types, zones, failing);
        group = table.select(types, zones);
        int expected = streams();
        if (kept() != expected || built() != expected) {
            throw new AssertionError("bitsets and streams must count the same pools");
        }
    }

    /**
     * From bitsets that were built before.
     *
     * @return available pools
     */
    @Benchmark
    public int kept() {
        return StrengthAssessor.available(table, group);
    }

    /**
     * With building table and selection.
     *
     * @return available pools
     */
    @Benchmark
    public int built() {
        PoolTable fresh = PoolTable.ofFailing(types, zones, failing);
        return StrengthAssessor.available(fresh, fresh.select(types, zones));
    }

    /**
     * A stream over pools, each asked for every constraint.
     *
     * @return available pools
     */
    @Benchmark
    public int streams() {
        return (int) pools.stream()
                .filter(pool -> Arrays.stream(PoolConstraint.values())
                        .noneMatch(c -> pool.failing().contains(c)))
                .count();
    }
}
