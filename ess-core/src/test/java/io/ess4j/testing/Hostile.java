package io.ess4j.testing;

import io.ess4j.ScalingGroup;
import io.ess4j.ScalingGroupBuilder;
import io.ess4j.Trigger;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What no honest caller sends. Values that are built from these are suppliers: getting one either works or is refused
 * with an {@link IllegalArgumentException} that says name, value and rule, and nothing else may happen.
 */
public final class Hostile {
    private Hostile() {}

    /** Whole numbers at the ends of ranges, and some in between. */
    public static Arbitrary<Integer> integers() {
        return Arbitraries.oneOf(
                Arbitraries.of(Integer.MIN_VALUE, -1, 0, 1, 2, 500, 501, 1_000_000, Integer.MAX_VALUE),
                Arbitraries.integers().between(-5, 50));
    }

    /** Numbers that metrics and targets should not be, and some that they may. */
    public static Arbitrary<Double> doubles() {
        return Arbitraries.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -1.0,
                -0.0,
                0.0,
                Double.MIN_VALUE,
                1e-9,
                50.0,
                1e15,
                Double.MAX_VALUE);
    }

    /** Names: empty, blank, with control characters, foreign, very long, or fine. */
    public static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "", " ", "\t", "a b", "a\nb", "\u0000", "\u2003", "\ud83d", "*", "../..", "x".repeat(5000)),
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of("cpu", "web", "i-1", "i-2", "\u4f38\u7f29\u7ec4"));
    }

    /** Groups of any settings, most of them wrong. */
    public static Arbitrary<Supplier<ScalingGroup>> groups() {
        Arbitrary<List<Integer>> numbers = integers().list().ofSize(10);
        return Combinators.combine(names(), numbers, doubles()).as(Hostile::group);
    }

    private static Supplier<ScalingGroup> group(String name, List<Integer> n, double target) {
        return () -> {
            ScalingGroupBuilder builder = ScalingGroup.builder(name)
                    .capacity(n.get(0), n.get(1))
                    .cooldown(Duration.ofSeconds(n.get(2)))
                    .mostInstancesPerActivity(n.get(3))
                    .rule(ScalingRule.change("add", n.get(4)))
                    .rule(ScalingRule.targetTracking(n.get(5) > 0 ? "cpu" : "add", target));
            for (int z = 0; z < Math.min(3, n.get(6) & 3); z++) {
                builder.zones(Zone.of("z" + z));
            }
            if (n.get(7) != 0) {
                builder.type(InstanceType.of("t.small", 1, 1024), n.get(7));
            }
            SpotMix mix = SpotMix.builder()
                    .onDemandBase(n.get(8))
                    .onDemandPercentAboveBase(n.get(9))
                    .build();
            return builder.placement(PlacementStrategy.costOptimized(mix)).build();
        };
    }

    /** Triggers that name what does not exist and bring numbers that are none. */
    public static Arbitrary<Supplier<Trigger>> triggers() {
        return Arbitraries.oneOf(
                Combinators.combine(names(), doubles()).as((rule, metric) -> () -> Trigger.alarm(rule, metric)),
                Combinators.combine(names(), doubles(), doubles())
                        .as((rule, metric, threshold) -> () -> Trigger.alarm(rule, metric, threshold)),
                names().map(rule -> () -> new Trigger.Alarm(rule, OptionalDouble.empty(), OptionalDouble.empty())),
                names().map(rule -> () -> Trigger.execute(rule)),
                Combinators.combine(integers(), integers(), integers())
                        .as((min, max, desired) -> () -> new Trigger.SetCapacity(
                                OptionalInt.of(min), OptionalInt.of(max), OptionalInt.of(desired))),
                Combinators.combine(
                                Arbitraries.of(AdjustmentType.values()),
                                integers(),
                                integers().optional(),
                                Arbitraries.of(true, false))
                        .as((type, value, least, atOnce) -> () -> new Trigger.Adjust(
                                type, value, least.map(OptionalInt::of).orElseGet(OptionalInt::empty), atOnce)),
                integers().map(units -> () -> new Trigger.DesiredMode(OptionalInt.of(units))),
                names().list().ofMaxSize(3).map(ids -> () -> new Trigger.SpotNotice(ids)),
                names().list().ofMaxSize(3).map(ids -> () -> new Trigger.StartsFailed(ids)),
                names().map(id -> () -> Trigger.remove(id)));
    }

    /** Fleets whose instances say what they want: repeated ids, foreign zones and types, any state, any weight. */
    public static Arbitrary<Supplier<Fleet>> fleets() {
        Arbitrary<Supplier<Instance>> instances = Combinators.combine(
                        names(),
                        integers(),
                        Arbitraries.of(LifecycleState.values()),
                        Arbitraries.of("z0", "z1", "foreign"))
                .as((id, weight, state, zone) -> () -> Instance.builder(id)
                        .type(InstanceType.of(weight % 2 == 0 ? "t.small" : "t.other", 1, 1024))
                        .zone(Zone.of(zone))
                        .price(new Price(Math.max(0, (long) weight << 20)))
                        .weight(weight)
                        .state(state)
                        .joinedAt(Generators.MONDAY)
                        .build());
        return instances.list().ofMaxSize(6).map(all -> () -> {
            List<Instance> rows = new ArrayList<>();
            all.forEach(instance -> rows.add(instance.get()));
            return Fleet.of(rows);
        });
    }

    /** Markets with nothing in stock, prices of nothing and of everything; or none, if a price cannot be. */
    public static Arbitrary<Optional<Market>> markets() {
        Arbitrary<Long> prices = Arbitraries.of(-1L, 0L, 1L, 1_000_000_000L, Long.MAX_VALUE / 4, Long.MAX_VALUE);
        return Combinators.combine(prices, Arbitraries.of(0, 1, 7, Market.UNLIMITED))
                .as((price, stock) -> price < 0 ? Optional.empty() : Optional.of(market(price, stock)));
    }

    private static Market market(long price, int stock) {
        InstanceType type = InstanceType.of("t.small", 1, 1024);
        Zone zone = Zone.of("z0");
        Catalog catalog = Catalog.builder()
                .offering(type, zone, PurchaseOption.ON_DEMAND, new Price(price))
                .offering(type, zone, PurchaseOption.SPOT, new Price(price))
                .build();
        return Market.builder(catalog)
                .stock(type, zone, PurchaseOption.SPOT, 0)
                .stock(type, zone, PurchaseOption.ON_DEMAND, stock)
                .build();
    }
}
