package io.ess4j.bench;

import io.ess4j.ScalingPlan;
import io.ess4j.model.Market;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioReader;
import io.ess4j.sim.scenario.ScenarioRun;
import io.ess4j.sim.scenario.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
 * A whole simulated run: about two hundred instances of three zones under a target-tracking rule, half of them spot,
 * with one decision a minute, daily load and bursts, from the first event to the last, without output files.
 *
 * <p>{@code java -jar ess-bench/target/benchmarks.jar SimulationBenchmark -prof gc}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class SimulationBenchmark {
    private static final int MINUTES = 24 * 60;

    /** How many days are simulated. */
    @Param({"365"})
    public int days;

    @SuppressWarnings("NullAway.Init")
    private Scenario scenario;

    /** Counts what the group was asked, and its instances. */
    private static final class Counts implements RunObserver {
        private long periods;
        private long instances;
        private long decisions;

        @Override
        public void period(Period period) {
            periods++;
            for (int count : period.capacity().instancesByZone()) {
                instances += count;
            }
        }

        @Override
        public void activity(Activity activity) {}

        @Override
        public void decision(ScalingPlan plan, Market market) {
            decisions++;
        }
    }

    /**
     * Reads the scenario.
     *
     * @throws IOException if the benchmark's file cannot be read
     */
    @Setup
    public void prepare() throws IOException {
        scenario = scenario(days);
    }

    /**
     * The scenario at a length.
     *
     * @param days how many days
     * @return the scenario
     * @throws IOException if the benchmark's file cannot be read
     */
    public static Scenario scenario(int days) throws IOException {
        String name = "a-year.yaml";
        try (InputStream in = Objects.requireNonNull(SimulationBenchmark.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ScenarioReader.parse(name, text, Overrides.NONE.with(List.of(new Setting("length", days + "d"))));
        }
    }

    /**
     * Simulates, and checks that the group was asked every minute and had about two hundred instances.
     *
     * @return the number of decisions
     */
    @Benchmark
    public long run() {
        Counts counts = new Counts();
        new ScenarioRun(scenario, counts).run();
        double mean = (double) counts.instances / counts.periods;
        if (counts.periods != (long) days * MINUTES || counts.decisions < counts.periods || mean < 150 || mean > 250) {
            throw new AssertionError(counts.periods + " periods, " + counts.decisions + " decisions, " + mean);
        }
        return counts.decisions;
    }
}
