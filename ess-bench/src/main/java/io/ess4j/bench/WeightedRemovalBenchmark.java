package io.ess4j.bench;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.removal.RemovalCriterion;
import io.ess4j.removal.RemovalGoal;
import io.ess4j.removal.RemovalPlan;
import io.ess4j.removal.RemovalPlanner;
import io.ess4j.removal.RemovalPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
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
 * Who leaves a fleet of unequal weights, down to nine tenths of its capacity: an instance that would bring capacity
 * below the goal is passed over, so rows cannot be cut by number. Beside it a sorted stream.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar WeightedRemovalBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class WeightedRemovalBenchmark {
    private static final RemovalPolicy POLICY = RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE);
    private static final int LARGEST = 8;

    /** How many instances. */
    @Param({"1000", "100000"})
    public int size;

    private List<Instance> rows;
    private Fleet fleet;
    private RemovalGoal goal;
    private long capacity;

    /** Makes the fleet, and checks that both ways choose the same instances. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(9);
        rows = new ArrayList<>();
        for (Instance i : Fleets.instances(size, 7)) {
            rows.add(i.withWeight(1 + random.nextInt(LARGEST)));
        }
        fleet = Fleet.of(rows);
        capacity = rows.stream().mapToLong(Instance::weight).sum();
        goal = RemovalGoal.downTo(capacity / 10 * 9, LARGEST);
        RemovalPlan plan = planner();
        TreeSet<String> planned = new TreeSet<>();
        for (int row = 0; row < size; row++) {
            if (plan.leaves(row)) {
                planned.add(fleet.id(row));
            }
        }
        TreeSet<String> streamed = new TreeSet<>();
        streams().forEach(i -> streamed.add(i.id()));
        if (planned.isEmpty() || !planned.equals(streamed)) {
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
        return RemovalPlanner.plan(POLICY, fleet, goal);
    }

    /**
     * All sorted, then taken in turn as long as it fits.
     *
     * @return the instances that leave
     */
    @Benchmark
    public List<Instance> streams() {
        List<Instance> sorted = rows.stream()
                .filter(i -> i.state() == LifecycleState.IN_SERVICE)
                .sorted(Comparator.comparing(Instance::joinedAt).thenComparing(Instance::id))
                .toList();
        List<Instance> gone = new ArrayList<>();
        long left = capacity;
        for (Instance instance : sorted) {
            if (left < goal.whileAtLeast()) {
                break;
            }
            if (left - instance.weight() >= goal.neverBelow()) {
                gone.add(instance);
                left -= instance.weight();
            }
        }
        return gone;
    }
}
