package io.ess4j.bench;

import io.ess4j.Autoscaler;
import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.ScalingPlan;
import io.ess4j.Trigger;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.rule.ScalingRule;
import java.util.ArrayList;
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
 * One whole decision about an alarm of a target-tracking rule: a tenth of the group is added, or a fifth leaves, over
 * six zones that are balanced. Beside it the version that a user would write with streams, for the way in.
 *
 * <p>{@code java -jar ess-bench/target/benchmarks.jar PlanBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-Xmx6g")
public class PlanBenchmark {
    private static final double TARGET = 50;

    /** How many instances. */
    @Param({"100", "100000"})
    public int size;

    private List<Instance> rows = List.of();

    @SuppressWarnings("NullAway.Init")
    private Autoscaler autoscaler;

    @SuppressWarnings("NullAway.Init")
    private GroupState state;

    @SuppressWarnings("NullAway.Init")
    private Market market;

    /** Makes the group, and checks that plan and streams take the same instances out. */
    @Setup
    public void prepare() {
        rows = Fleets.instances(size, 7);
        Catalog.Builder offerings = Catalog.builder();
        List<Zone> zones = new ArrayList<>();
        for (int z = 0; z < 6; z++) {
            Zone zone = Zone.of("zone-" + (char) ('a' + z));
            zones.add(zone);
            offerings.offering(
                    rows.get(0).type(),
                    zone,
                    PurchaseOption.ON_DEMAND,
                    rows.get(0).price());
        }
        Catalog catalog = offerings.build();
        ScalingGroup group = ScalingGroup.builder("bench")
                .capacity(0, 2 * size)
                .zones(zones)
                .type(rows.get(0).type())
                .placement(new PlacementStrategy.Balanced(SpotMix.onDemandOnly(), BalanceMode.BEST_EFFORT))
                .rule(ScalingRule.targetTracking("cpu", TARGET))
                .mostInstancesPerActivity(size)
                .build();
        autoscaler = new Autoscaler(group, catalog);
        market = Market.of(catalog);
        state = GroupState.of(group, Fleet.of(rows));
        List<String> planned =
                scaleIn().removals().stream().map(Instance::id).sorted().toList();
        List<String> streamed = streamsIn().stream().map(Instance::id).sorted().toList();
        if (!planned.equals(streamed) || planned.size() != size / 5) {
            throw new AssertionError("plan and streams must take the same fifth out");
        }
        List<String> one = size > 1000
                ? planned
                : oneByOneIn().stream().map(Instance::id).sorted().toList();
        if (!planned.equals(one)) {
            throw new AssertionError("plan and the documented procedure must take the same fifth out");
        }
        if (scaleOut().launches().stream().mapToLong(l -> l.count()).sum() != size / 10) {
            throw new AssertionError("a tenth must be launched");
        }
    }

    /**
     * An alarm after which a tenth is launched.
     *
     * @return the plan
     */
    @Benchmark
    public ScalingPlan scaleOut() {
        return autoscaler.plan(state, market, Trigger.alarm("cpu", 55), Fleets.NOW.plusSeconds(3600));
    }

    /**
     * An alarm after which a fifth leaves.
     *
     * @return the plan
     */
    @Benchmark
    public ScalingPlan scaleIn() {
        return autoscaler.plan(state, market, Trigger.alarm("cpu", 40), Fleets.NOW.plusSeconds(3600));
    }

    /**
     * The same, with streams.
     *
     * @return who leaves
     */
    @Benchmark
    public List<Instance> streamsIn() {
        int total = rows.stream()
                .filter(i -> i.state().countsTowardsCapacity())
                .mapToInt(Instance::weight)
                .sum();
        int wanted = (int) Math.ceil(total * 40 / TARGET);
        return StreamRemoval.take(rows, total - wanted);
    }

    /**
     * The same as the guide describes it: one instance at a time, each looked for anew. Quadratic.
     *
     * @return who leaves
     */
    @Benchmark
    public List<Instance> oneByOneIn() {
        int total = rows.stream()
                .filter(i -> i.state().countsTowardsCapacity())
                .mapToInt(Instance::weight)
                .sum();
        int wanted = (int) Math.ceil(total * 40 / TARGET);
        return StreamRemoval.takeOneByOne(rows, total - wanted);
    }
}
