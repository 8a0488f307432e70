package io.ess4j.bench;

import io.ess4j.naming.HostNamePattern;
import io.ess4j.naming.HostNameSequence;
import io.ess4j.naming.HostNames;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Host names: finding the greatest number among existing names, and making the names of a batch. Names look like
 * ess-node-004711-ecshost in random order, every fiftieth is a stranger's. Peers: a regular expression over a stream,
 * {@code String.format}; the floor is touching every string (length and last character).
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar HostName -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class HostNameBenchmark {
    private static final String PREFIX = "ess-node-";
    private static final String SUFFIX = "-ecshost";

    /** The names that exist. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
    public static class Existing {
        /** How many names exist. */
        @Param({"1000", "100000", "1000000"})
        public int size;

        /** The pattern to read, of the increment or the extended kind. */
        @Param({"(AUTO_INCREMENT)[0,6]", "(0,3)[0,3]"})
        public String numbering;

        private HostNameSequence fresh;
        private Pattern regex;
        private List<String> names;

        /** Makes the names, and checks that both ways of reading them agree. */
        @Setup
        public void setUp() {
            fresh = HostNameSequence.of(HostNamePattern.parse(PREFIX + numbering + SUFFIX));
            regex = Pattern.compile("^" + Pattern.quote(PREFIX) + "(\\d{6})" + Pattern.quote(SUFFIX) + "$");
            var random = new SplittableRandom(42);
            names = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                int number = random.nextInt(900_000);
                names.add(i % 50 == 7 ? "manual-node-" + number : PREFIX + String.format("%06d", number) + SUFFIX);
            }
            System.gc(); // the names lie side by side, as in a heap that is some minutes old
            String greatest = names.stream()
                    .filter(n -> n.startsWith(PREFIX))
                    .max(String::compareTo)
                    .orElseThrow();
            if (!fresh.observe(names).equals(fresh.observe(List.of(greatest)))) {
                throw new AssertionError(fresh.observe(names) + " is not " + greatest);
            }
        }
    }

    /**
     * One pass over the names.
     *
     * @param existing the names
     * @return the sequence after the greatest of them
     */
    @Benchmark
    public HostNameSequence observe(Existing existing) {
        return existing.fresh.observe(existing.names);
    }

    /**
     * The same by a regular expression (decimal digits only).
     *
     * @param existing the names
     * @return the greatest number
     */
    @Benchmark
    public long observeByRegex(Existing existing) {
        return existing.names.stream()
                .map(existing.regex::matcher)
                .filter(m -> m.matches())
                .mapToLong(m -> Long.parseLong(m.group(1)))
                .max()
                .orElse(-1);
    }

    /**
     * The floor: every string is touched.
     *
     * @param existing the names
     * @return a number that depends on all of them
     */
    @Benchmark
    public long touchEveryName(Existing existing) {
        long sum = 0;
        for (String name : existing.names) {
            sum += name.length() + name.charAt(name.length() - 1);
        }
        return sum;
    }

    /** The two times of {@link #observeBesideTouching}, in nanoseconds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Beside {
        /** How often both were done. */
        public long calls;

        /** Time of {@link #observe}. */
        public long observe;

        /** Time of {@link #touchEveryName}. */
        public long touch;
    }

    /**
     * Both in turn, over the same strings at the same place in memory: between two JVMs, or two minutes, the floor
     * itself differs by a third.
     *
     * @param existing the names
     * @param times where the times are counted
     * @param hole takes what touching gives
     * @return the sequence after the greatest of them
     */
    @Benchmark
    public HostNameSequence observeBesideTouching(Existing existing, Beside times, Blackhole hole) {
        long begin = System.nanoTime();
        hole.consume(touchEveryName(existing));
        long between = System.nanoTime();
        HostNameSequence result = observe(existing);
        times.observe += System.nanoTime() - between;
        times.touch += between - begin;
        times.calls++;
        return result;
    }

    /** A sequence under way. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
    public static class Batch {
        /** How many instances are named. */
        @Param({"10", "1000"})
        public int count;

        private HostNameSequence sequence;

        /** Puts the mark in the middle, and checks that both ways of naming agree. */
        @Setup
        public void setUp() {
            sequence = HostNameSequence.of(HostNamePattern.parse(PREFIX + "(AUTO_INCREMENT)[0,6]" + SUFFIX), 123_455);
            var benchmark = new HostNameBenchmark();
            if (!benchmark.next(this).names().equals(benchmark.nextByFormat(this))) {
                throw new AssertionError(benchmark.next(this));
            }
        }
    }

    /**
     * The names of a batch after the high-water mark.
     *
     * @param batch how many
     * @return the names
     */
    @Benchmark
    public HostNames next(Batch batch) {
        return batch.sequence.next(batch.count);
    }

    /**
     * The same by {@code String.format}.
     *
     * @param batch how many
     * @return the names
     */
    @Benchmark
    public List<String> nextByFormat(Batch batch) {
        var names = new ArrayList<String>(batch.count);
        for (int i = 0; i < batch.count; i++) {
            names.add(String.format("%s%06d%s", PREFIX, 123_456 + i, SUFFIX));
        }
        return names;
    }
}
