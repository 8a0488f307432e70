package io.ess4j.bench;

import com.google.common.collect.Lists;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.rollout.RollingUpdate;
import io.ess4j.rollout.RollingUpdatePlan;
import io.ess4j.rollout.RollingUpdatePolicy;
import io.ess4j.rollout.UpdateAction;
import io.ess4j.rollout.UpdateCommand;
import io.ess4j.rollout.UpdateEvent;
import io.ess4j.rollout.UpdateSituation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
 * A rolling update in ten batches: who takes part, and the whole task with an answer for each instance. Beside the plan
 * the same with streams.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar RolloutBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class RolloutBenchmark {
    private static final int BATCHES = 10;

    /** How many instances. */
    @Param({"100", "1000"})
    public int size;

    private List<Instance> rows;
    private RollingUpdatePolicy policy;
    private UpdateSituation situation;

    /** Makes the group, and checks that both ways agree and that the task ends. */
    @Setup
    public void setUp() {
        rows = Fleets.instances(size, 7);
        policy =
                RollingUpdatePolicy.of(new UpdateAction.Image("m-linux-2", Optional.of("m-linux-1"), "asc-0"), BATCHES);
        situation = UpdateSituation.atRest(Fleet.of(rows));
        long parts = plan().batches().stream().mapToLong(List::size).sum();
        if (plan().batches().size() != BATCHES
                || parts != planByStreams().stream().mapToLong(List::size).sum()) {
            throw new AssertionError("plan and streams must take the same instances into ten batches");
        }
        if (task().status() != RollingUpdate.Status.SUCCESS) {
            throw new AssertionError("the task must end well");
        }
    }

    /**
     * Who takes part, in which batch, and who does not and why.
     *
     * @return the plan
     */
    @Benchmark
    public RollingUpdatePlan plan() {
        return RollingUpdatePlan.of(policy, situation);
    }

    /**
     * The batches alone, with streams.
     *
     * @return ids by batch
     */
    @Benchmark
    public List<List<String>> planByStreams() {
        List<String> serving = rows.stream()
                .filter(i -> i.state() == LifecycleState.IN_SERVICE)
                .map(Instance::id)
                .toList();
        return Lists.partition(serving, (serving.size() + BATCHES - 1) / BATCHES).stream()
                .map(List::copyOf)
                .toList();
    }

    /**
     * The task from its start to its end: one event for each instance.
     *
     * @return the ended task
     */
    @Benchmark
    public RollingUpdate task() {
        RollingUpdate.Step step = RollingUpdate.start(RollingUpdatePlan.of(policy, situation));
        Deque<UpdateCommand> open = new ArrayDeque<>(step.commands());
        RollingUpdate task = step.next();
        while (!open.isEmpty()) {
            if (open.remove() instanceof UpdateCommand.Update update) {
                RollingUpdate.Step next = task.step(new UpdateEvent.Updated(update.instance()));
                open.addAll(next.commands());
                task = next.next();
            }
        }
        return task;
    }
}
