package io.ess4j.bench;

import io.ess4j.cost.CostEstimator;
import io.ess4j.cost.LoadCurve;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
 * How many of up to 200 instances to subscribe, given a month of load in steps of five minutes: a binary search over
 * exact hours. Beside it every number tried with {@code BigDecimal}.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar CostBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class CostBenchmark {
    private static final int SAMPLES = 30 * 24 * 12;
    private static final Price HOURLY = Price.perHour("0.5");
    private static final Money MONTHLY = Money.of("240");
    private static final int STEP_SECONDS = 300;

    private LoadCurve load;
    private int peak;

    /** Makes the load, and checks that both ways subscribe to the same number. */
    @Setup
    public void setUp() {
        Random random = new Random(42);
        List<LoadCurve.Sample> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            double day = Math.sin(2 * Math.PI * i / 288);
            int instances = (int) Math.max(0, 100 + 70 * day + 10 * random.nextGaussian());
            samples.add(new LoadCurve.Sample(at(i), instances));
            peak = Math.max(peak, instances);
        }
        load = new LoadCurve(samples, at(SAMPLES));
        if (cheapestSubscribed() != cheapestByTrial() || cheapestSubscribed() == 0) {
            throw new AssertionError(cheapestSubscribed() + " is not " + cheapestByTrial());
        }
    }

    private static Instant at(int sample) {
        return Fleets.NOW.plus(Duration.ofSeconds((long) STEP_SECONDS * sample));
    }

    /**
     * The estimator.
     *
     * @return how many to subscribe
     */
    @Benchmark
    public int cheapestSubscribed() {
        return CostEstimator.cheapestSubscribed(load, HOURLY, MONTHLY);
    }

    /**
     * The cost of every number, the cheapest kept.
     *
     * @return how many to subscribe
     */
    @Benchmark
    public int cheapestByTrial() {
        int best = 0;
        BigDecimal least = null;
        BigDecimal hour = new BigDecimal("0.5");
        for (int subscribed = 0; subscribed <= peak; subscribed++) {
            int fixed = subscribed;
            long seconds = load.samples().stream()
                    .mapToLong(s -> (long) STEP_SECONDS * Math.max(0, s.instances() - fixed))
                    .sum();
            BigDecimal cost = new BigDecimal("240")
                    .multiply(BigDecimal.valueOf(subscribed))
                    .add(hour.multiply(BigDecimal.valueOf(seconds))
                            .divide(BigDecimal.valueOf(3600), MathContext.DECIMAL128));
            if (least == null || cost.compareTo(least) < 0) {
                least = cost;
                best = subscribed;
            }
        }
        return best;
    }
}
