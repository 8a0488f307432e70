package io.ess4j.bench;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.placement.LaunchPlan;
import io.ess4j.placement.LaunchPlanner;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
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
 * A whole launch plan for 100 pools (ten types, five zones, spot and on-demand): documented and exact strategies, and
 * the documented cost-optimised rule written with streams and decimals.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar Placement -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class PlacementBenchmark {
    /** How many units are missing. */
    @Param({"200", "10000"})
    public int units;

    private Market market;
    private LaunchPlanner planner;
    private Weights weights;
    private List<Zone> zones;

    /** Makes the market, and checks that plans cover and that the stream agrees. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        zones = new ArrayList<>();
        for (int z = 0; z < 5; z++) {
            zones.add(Zone.of("z" + z));
        }
        Weights.Builder types = Weights.builder();
        List<Offering> offerings = new ArrayList<>();
        for (int t = 0; t < 10; t++) {
            int vcpus = 2 << t % 5;
            InstanceType type = InstanceType.of("f" + t + ".x" + vcpus, vcpus, 4096L * vcpus);
            types.type(type, vcpus);
            long list = 25_000_000L * vcpus * (80 + random.nextInt(60)) / 100;
            for (Zone zone : zones) {
                offerings.add(new Offering(type, zone, PurchaseOption.ON_DEMAND, new Price(list)));
                long spot = list * (25 + random.nextInt(40)) / 100;
                offerings.add(new Offering(type, zone, PurchaseOption.SPOT, new Price(spot)));
            }
        }
        weights = types.build();
        Catalog catalog = Catalog.of(offerings);
        Market.Builder made = Market.builder(catalog);
        for (Offering o : offerings) {
            made.stock(o.type(), o.zone(), o.purchaseOption(), random.nextInt(units / 10));
        }
        market = made.build();
        planner = new LaunchPlanner(catalog, zones, weights);
        if (costOptimized().shortfall() > 0
                || exact().cost().compareTo(costOptimized().cost()) > 0
                || costOptimizedWithStreams() != costOptimized().cost().nanosPerHour()) {
            throw new AssertionError(costOptimized() + " " + exact());
        }
    }

    /**
     * The documented cost-optimised rule.
     *
     * @return the plan
     */
    @Benchmark
    public LaunchPlan costOptimized() {
        return planner.plan(PlacementStrategy.costOptimized(SpotMix.spotFirst()), market, Fleet.empty(), units);
    }

    /**
     * The documented balanced rule.
     *
     * @return the plan
     */
    @Benchmark
    public LaunchPlan balanced() {
        return planner.plan(PlacementStrategy.balanced(SpotMix.spotFirst()), market, Fleet.empty(), units);
    }

    /**
     * The plan of least cost.
     *
     * @return the plan
     */
    @Benchmark
    public LaunchPlan exact() {
        return planner.plan(PlacementStrategy.exact(SpotMix.spotFirst()), market, Fleet.empty(), units);
    }

    /**
     * The documented cost-optimised rule with streams and decimals.
     *
     * @return the cost
     */
    @Benchmark
    public long costOptimizedWithStreams() {
        long missing = units;
        long cost = 0;
        for (PurchaseOption option : List.of(PurchaseOption.SPOT, PurchaseOption.ON_DEMAND)) {
            List<Weights.WeightedType> plans = weights.types().stream()
                    .sorted(Comparator.comparing(t -> cheapest(t, option)))
                    .toList();
            for (Weights.WeightedType plan : plans) {
                for (Zone zone : zones) {
                    int index = market.catalog().indexOf(plan.type(), zone, option);
                    long take =
                            Math.min(market.stock(index), Math.max(0, (missing + plan.weight() - 1) / plan.weight()));
                    cost += take * market.nanosPerHour(index);
                    missing -= take * plan.weight();
                }
            }
        }
        return cost;
    }

    private BigDecimal cheapest(Weights.WeightedType type, PurchaseOption option) {
        return zones.stream()
                .map(zone -> market.catalog().indexOf(type.type(), zone, option))
                .filter(index -> market.stock(index) > 0)
                .map(index -> BigDecimal.valueOf(market.nanosPerHour(index))
                        .divide(BigDecimal.valueOf(type.weight()), MathContext.DECIMAL64))
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.valueOf(Long.MAX_VALUE));
    }
}
