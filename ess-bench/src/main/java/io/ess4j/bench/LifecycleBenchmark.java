package io.ess4j.bench;

import io.ess4j.lifecycle.HealthCheck;
import io.ess4j.lifecycle.HealthPlan;
import io.ess4j.lifecycle.HealthSignal;
import io.ess4j.lifecycle.InstanceLifetime;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Who goes because of ill health, and who because of age: a look at every machine of a group of which one in a hundred
 * does not run. Beside it the same with streams over the instances.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar LifecycleBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class LifecycleBenchmark {
    private static final Duration LONGEST = Duration.ofDays(29);

    /** How many instances. */
    @Param({"1000", "100000"})
    public int size;

    private List<Instance> rows;
    private Fleet fleet;
    private List<HealthSignal> signals;
    private InstanceLifetime lifetime;

    /** Makes the fleet and what is known of it, and checks that both ways agree. */
    @Setup
    public void setUp() {
        rows = Fleets.instances(size, 7);
        fleet = Fleet.of(rows);
        signals = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            signals.add(HealthSignal.running(rows.get(i).id(), i % 100 != 42));
        }
        lifetime = new InstanceLifetime(LONGEST);
        HealthPlan plan = health();
        List<Instance> gone = new ArrayList<>(plan.released());
        gone.addAll(plan.removed());
        List<String> planned = gone.stream().map(Instance::id).sorted().toList();
        if (planned.isEmpty() || !planned.equals(healthByStreams())) {
            throw new AssertionError("engine and streams must find the same instances ill");
        }
        if (!lifetime().replace().stream().map(Instance::id).toList().equals(lifetimeByStreams())) {
            throw new AssertionError("engine and streams must find the same instances too old");
        }
    }

    /**
     * What is known is noted, and who goes is told with the reasons of those that stay.
     *
     * @return the plan
     */
    @Benchmark
    public HealthPlan health() {
        return HealthCheck.DEFAULT.plan(HealthCheck.DEFAULT.observe(fleet, signals), ProcessSuspension.NONE);
    }

    /**
     * The ids of those that go, with a hash map and streams.
     *
     * @return ids in their order
     */
    @Benchmark
    public List<String> healthByStreams() {
        Map<String, Boolean> running = new HashMap<>();
        signals.forEach(signal -> running.put(signal.instance(), signal.running()));
        return rows.stream()
                .filter(i -> i.state() == LifecycleState.IN_SERVICE)
                .filter(i -> !running.getOrDefault(i.id(), true))
                .map(Instance::id)
                .sorted()
                .toList();
    }

    /**
     * Who has been there for too long.
     *
     * @return the plan
     */
    @Benchmark
    public InstanceLifetime.Plan lifetime() {
        return lifetime.plan(fleet, Fleets.NOW, List.of());
    }

    /**
     * The same with streams.
     *
     * @return ids, the oldest first
     */
    @Benchmark
    public List<String> lifetimeByStreams() {
        return rows.stream()
                .filter(i -> i.state() == LifecycleState.IN_SERVICE)
                .filter(i -> !i.joinedAt().plus(LONGEST).isAfter(Fleets.NOW))
                .sorted(Comparator.comparing(Instance::joinedAt).thenComparing(Instance::id))
                .map(Instance::id)
                .toList();
    }
}
