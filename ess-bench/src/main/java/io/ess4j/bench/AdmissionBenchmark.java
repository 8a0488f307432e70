package io.ess4j.bench;

import io.ess4j.admission.AdmissionPlan;
import io.ess4j.admission.AttachCandidate;
import io.ess4j.admission.AttachRequest;
import io.ess4j.admission.AttachTarget;
import io.ess4j.admission.GroupAdmission;
import io.ess4j.admission.Network;
import io.ess4j.admission.Node;
import io.ess4j.admission.NodeStatus;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whether twenty instances may join a group: a fifth of them stand in another network. Beside it the checks alone, with
 * a stream that says yes or no in place of every reason.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar AdmissionBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class AdmissionBenchmark {
    private static final Network NETWORK = Network.vpc("vpc-1");
    private static final int INSTANCES = 20;

    private AttachTarget target;
    private AttachRequest request;
    private List<AttachCandidate> candidates;

    /** Makes group and instances, and checks that both ways admit the same ones. */
    @Setup
    public void setUp() {
        candidates = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            String id = "i-" + i;
            ids.add(id);
            Node node = Node.builder(id)
                    .account("1609")
                    .at("cn-hangzhou", i % 5 == 4 ? Network.vpc("vpc-2") : NETWORK)
                    .system("CentOS", "7.6")
                    .createdAt(Fleets.NOW)
                    .hostName("host-" + i)
                    .build();
            candidates.add(new AttachCandidate(
                    node, InstanceType.of("ecs.g6.large", 2, 8192), Zone.of("h"), Price.perHour("0.5"), 1));
        }
        target = new AttachTarget("asg-1", "cn-hangzhou", NETWORK, true, false, CapacityLimits.of(0, 100), 3);
        request = new AttachRequest(ids, true, false);
        if (!engine().joining().equals(byStreams())) {
            throw new AssertionError(engine());
        }
    }

    /**
     * Every instance with all its reasons, and what follows from the request.
     *
     * @return the plan
     */
    @Benchmark
    public AdmissionPlan engine() {
        return GroupAdmission.attach(target, request, candidates);
    }

    /**
     * The ids of those that may join.
     *
     * @return ids
     */
    @Benchmark
    public List<String> byStreams() {
        Map<String, AttachCandidate> known = new HashMap<>();
        candidates.forEach(c -> known.put(c.node().id(), c));
        return request.nodeIds().stream()
                .map(known::get)
                .map(AttachCandidate::node)
                .filter(n -> n.region().equals(target.region()) && n.network().equals(target.network()))
                .filter(n -> n.status() == NodeStatus.RUNNING && n.group().isEmpty())
                .map(Node::id)
                .toList();
    }
}
