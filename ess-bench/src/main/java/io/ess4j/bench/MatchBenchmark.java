package io.ess4j.bench;

import io.ess4j.match.InstanceTypeMatcher;
import io.ess4j.match.InstanceTypePattern;
import io.ess4j.match.InstanceTypePattern.Bounds;
import io.ess4j.match.MatchRequest;
import io.ess4j.match.MatchResult;
import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
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
 * Smart matching over a catalogue of 1,200 types in three zones: vCPU and memory ranges, a price limit and an excluded
 * family, cheapest first. Beside it a stream with a regular expression and decimals.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar MatchBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // setUp makes everything
public class MatchBenchmark {
    private static final int TYPES = 1200;

    private Catalog catalog;
    private MatchRequest request;

    /** Makes the catalogue, and checks that both ways agree. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        Catalog.Builder builder = Catalog.builder();
        for (int t = 0; t < TYPES; t++) {
            int vcpus = 1 << random.nextInt(7);
            InstanceType type = InstanceType.of(
                    "ecs." + (t % 3 == 0 ? "sn" : "g") + t % 60 + ".x" + t,
                    vcpus,
                    1024L * vcpus * (1 << random.nextInt(4)));
            for (int z = 0; z < 3; z++) {
                builder.offering(
                        type,
                        Zone.of("z" + z),
                        PurchaseOption.ON_DEMAND,
                        new Price(20_000_000L * vcpus * (80 + random.nextInt(60)) / 100));
            }
        }
        catalog = builder.build();
        request = MatchRequest.builder(Market.of(catalog))
                .pattern(InstanceTypePattern.of(new Bounds(4, 16), new Bounds(8192, 32_768))
                        .maxPrice(Price.perHour("0.3"))
                        .exclude("ecs.sn*")
                        .build())
                .build();
        List<String> matched =
                engine().matches().stream().map(m -> m.type().name()).sorted().toList();
        if (matched.isEmpty() || !matched.equals(streams().stream().sorted().toList())) {
            throw new AssertionError(matched + " " + streams());
        }
    }

    /**
     * The matcher, with the reason for every type that it passes over.
     *
     * @return the result
     */
    @Benchmark
    public MatchResult engine() {
        return InstanceTypeMatcher.match(request);
    }

    /**
     * The same with streams; without reasons.
     *
     * @return names of types
     */
    @Benchmark
    public List<String> streams() {
        Pattern excluded = Pattern.compile("ecs\\.sn.*");
        BigDecimal limit = new BigDecimal("0.3");
        return catalog.types().stream()
                .filter(t -> t.vcpus() >= 4 && t.vcpus() <= 16)
                .filter(t -> t.memoryMib() >= 8192 && t.memoryMib() <= 32_768)
                .filter(t -> !excluded.matcher(t.name()).matches())
                .filter(t -> cheapest(t).compareTo(limit) <= 0)
                .sorted(Comparator.comparing(this::cheapest).thenComparing(InstanceType::name))
                .map(InstanceType::name)
                .toList();
    }

    private BigDecimal cheapest(InstanceType type) {
        return catalog.offerings().stream()
                .filter(o -> o.type().equals(type))
                .map(Offering::price)
                .map(p -> BigDecimal.valueOf(p.nanosPerHour(), 9))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
