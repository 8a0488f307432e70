package io.ess4j.bench;

import io.ess4j.access.AccessDecision;
import io.ess4j.access.AccessEvaluator;
import io.ess4j.access.AccessPolicy;
import io.ess4j.access.AccessRequest;
import io.ess4j.access.Statement;
import io.ess4j.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
 * May this caller do it? Twenty policies of five statements with wildcards; beside it the same with a regular
 * expression for each pattern, compiled before.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar AccessBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // setUp makes everything
public class AccessBenchmark {
    private static final String ACTION = "ess:DescribeScalingGroups";

    private List<AccessPolicy> policies;
    private List<Pattern> patterns;
    private AccessRequest request;

    /** Makes the policies, and checks that both ways allow. */
    @Setup
    public void setUp() {
        policies = new ArrayList<>();
        patterns = new ArrayList<>();
        for (int p = 0; p < 20; p++) {
            List<Statement> statements = new ArrayList<>();
            for (int s = 0; s < 5; s++) {
                String pattern = p == 19 && s == 4 ? "ess:*Groups" : "ess:Desc*Rule" + s + "*";
                statements.add(Statement.allow(pattern));
                patterns.add(Pattern.compile("^" + pattern.replace("*", ".*") + "$", Pattern.CASE_INSENSITIVE));
            }
            policies.add(AccessPolicy.of("policy-" + p, statements.toArray(new Statement[0])));
        }
        request = AccessRequest.of(ACTION, "cn-hangzhou", "1609").onGroup("asg-1", List.of(new Tag("team", "a")));
        if (!engine().isAllowed() || !regex()) {
            throw new AssertionError(engine());
        }
    }

    /**
     * The evaluator, conditions and resources included.
     *
     * @return the decision with the statement that decided
     */
    @Benchmark
    public AccessDecision engine() {
        return AccessEvaluator.decide(policies, request);
    }

    /**
     * Actions alone by regular expressions.
     *
     * @return whether one matches
     */
    @Benchmark
    public boolean regex() {
        return patterns.stream().anyMatch(p -> p.matcher(ACTION).matches());
    }
}
