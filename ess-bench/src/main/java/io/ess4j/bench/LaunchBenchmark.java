package io.ess4j.bench;

import io.ess4j.launch.Disk;
import io.ess4j.launch.GroupTag;
import io.ess4j.launch.Image;
import io.ess4j.launch.LaunchComposer;
import io.ess4j.launch.LaunchConfiguration;
import io.ess4j.launch.LaunchConfigurationBuilder;
import io.ess4j.launch.LaunchContext;
import io.ess4j.launch.LaunchDecision;
import io.ess4j.model.Tag;
import java.util.LinkedHashMap;
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
 * What a new instance looks like: ten tags of the configuration over ten of the group, disks with fallback categories,
 * user data. Beside it the tags alone, merged in a hash map.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar LaunchBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class LaunchBenchmark {
    private static final List<String> CATEGORIES = List.of("cloud_efficiency", "cloud_ssd");
    private static final int TAGS = 10;

    private LaunchConfiguration configuration;
    private LaunchContext context;

    /** Makes configuration and group, and checks that both ways merge the same tags. */
    @Setup
    public void setUp() {
        LaunchConfigurationBuilder builder = LaunchConfiguration.builder(Image.linux("ubuntu_20_04_64.vhd"))
                .types("ecs.g6.large", "ecs.g7.large", "ecs.c6.xlarge")
                .keyPair("my-key")
                .systemDisk(new Disk(List.of("cloud_essd", "cloud_ssd"), 40))
                .dataDisk(new Disk(List.of("cloud_efficiency"), 200));
        GroupTag[] tags = new GroupTag[TAGS];
        for (int i = 0; i < TAGS; i++) {
            builder.tag("key-" + i, "configuration");
            tags[i] = new GroupTag(new Tag("key-" + (i + TAGS / 2), "group"), i % 5 != 4);
        }
        configuration = builder.build();
        context = LaunchContext.vpc().withTags(tags);
        List<Tag> composed = compose().specification().orElseThrow().tags();
        Map<String, String> merged = mergeTags();
        if (composed.size() != merged.size()
                || !composed.stream().allMatch(t -> t.value().equals(merged.get(t.key())))) {
            throw new AssertionError(composed + " is not " + merged);
        }
    }

    /**
     * The specification with all findings.
     *
     * @return the decision
     */
    @Benchmark
    public LaunchDecision compose() {
        return LaunchComposer.compose(configuration, context, CATEGORIES);
    }

    /**
     * The tags alone.
     *
     * @return values by key
     */
    @Benchmark
    public Map<String, String> mergeTags() {
        Map<String, String> merged = new LinkedHashMap<>();
        context.tags().stream()
                .filter(GroupTag::propagated)
                .forEach(t -> merged.put(t.tag().key(), t.tag().value()));
        configuration.tags().forEach(t -> merged.put(t.key(), t.value()));
        return merged;
    }
}
