package io.ess4j.removal;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.table.FleetColumns;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the keys of a policy's stages for one request. */
final class StageKeys {
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final int IN_SERVICE = LifecycleState.IN_SERVICE.ordinal();

    private final RemovalRequest request;
    private final FleetTable table;
    private final FleetColumns columns;

    private StageKeys(RemovalRequest request) {
        this.request = request;
        this.table = FleetTable.of(request.fleet());
        this.columns = table.columns();
    }

    /** The keys in order: the scope's price, the stages, and a draw for each row if ties are random. */
    static StageKey[] of(RemovalPolicy policy, RemovalRequest request, @Nullable RandomGenerator ties) {
        StageKeys keys = new StageKeys(request);
        List<StageKey> all = new ArrayList<>();
        if (request.scope() == RemovalScope.DEAREST) {
            all.add(keys.dearestFirst());
        }
        policy.custom().ifPresent(rank -> all.add(keys.custom(rank)));
        policy.stages().forEach(stage -> all.add(keys.key(stage)));
        if (ties != null) {
            all.add(new StageKey.ByRow(IntStream.range(0, keys.table.size())
                    .mapToLong(row -> ties.nextLong() >>> 1)
                    .toArray()));
        }
        return all.toArray(StageKey[]::new);
    }

    private StageKey key(RemovalCriterion criterion) {
        long[] joined = columns.joinedNanos();
        return switch (criterion) {
            case OLDEST_INSTANCE -> new StageKey.Earliest(joined, table.earliestJoin(), table.latestJoin());
            case NEWEST_INSTANCE -> new StageKey.Latest(joined, table.earliestJoin(), table.latestJoin());
            case OLDEST_CONFIGURATION -> bySource(Comparator.comparing(ConfigurationSource::addedAt));
            case NEWEST_CONFIGURATION ->
                bySource(Comparator.comparing(ConfigurationSource::addedAt).reversed());
            case OLDEST_TEMPLATE_VERSION -> bySource(Comparator.comparingInt(StageKeys::version));
            case NEWEST_TEMPLATE_VERSION ->
                bySource(Comparator.comparingInt(StageKeys::version).reversed());
            case CLOSEST_TO_BILLING_HOUR -> closestToBillingHour();
            case HIGHEST_UNIT_PRICE -> dearestFirst();
            case EARLIEST_INTERRUPTION -> earliestInterruption();
            case PENDING_FIRST -> byRow(row -> Packed.state(columns.packed()[row]) == IN_SERVICE ? 1 : 0);
        };
    }

    private static int version(ConfigurationSource source) {
        return source.templateVersion().orElse(0);
    }

    private StageKey byRow(IntToLongFunction value) {
        return new StageKey.ByRow(
                IntStream.range(0, table.size()).mapToLong(value).toArray());
    }

    private StageKey custom(ToLongFunction<Instance> rank) {
        // Half of the range keeps distances between two values within a long.
        return byRow(row -> {
            long value = rank.applyAsLong(table.instance(row));
            if (value != (value << 1 >> 1)) {
                throw new IllegalArgumentException("custom rank of " + table.id(row) + " (" + value + ") must be from "
                        + (Long.MIN_VALUE >> 1) + " to " + (Long.MAX_VALUE >> 1));
            }
            return value;
        });
    }

    /** Equal sources get equal ranks; rows without a source come last. */
    private StageKey bySource(Comparator<ConfigurationSource> order) {
        List<ConfigurationSource> sources = table.sources();
        List<Integer> sorted = new ArrayList<>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            sorted.add(i);
        }
        sorted.sort((a, b) -> order.compare(sources.get(a), sources.get(b)));
        int[] rank = new int[sources.size() + 1];
        int next = 0;
        for (int i = 0; i < sorted.size(); i++) {
            boolean same = i > 0 && order.compare(sources.get(sorted.get(i - 1)), sources.get(sorted.get(i))) == 0;
            rank[sorted.get(i)] = same ? next - 1 : next++;
        }
        rank[sources.size()] = next;
        return new StageKey.ByEntry(columns.source(), rank);
    }

    private StageKey closestToBillingHour() {
        Instant now = request.now()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the request must say what time it is (at) for the criterion CLOSEST_TO_BILLING_HOUR"));
        long at = FleetTable.nanos(now);
        long[] joined = columns.joinedNanos();
        return byRow(row -> HOUR - Math.floorMod(Math.subtractExact(at, joined[row]), HOUR));
    }

    private StageKey earliestInterruption() {
        Instant[] distinct =
                request.interruptions().values().stream().distinct().sorted().toArray(Instant[]::new);
        return byRow(row -> {
            Instant at = request.interruptions().get(columns.id()[row]);
            return at == null ? distinct.length : Arrays.binarySearch(distinct, at);
        });
    }

    /** Exact ranks of the distinct pairs of price and divisor, the dearest first; only those pairs are sorted. */
    private StageKey dearestFirst() {
        // Looked up by key; walked only in sorted order.
        Map<UnitPrice, Integer> positions = new HashMap<>();
        List<UnitPrice> distinct = new ArrayList<>();
        int[] pair = new int[table.size()];
        for (int row = 0; row < pair.length; row++) {
            UnitPrice price = new UnitPrice(columns.nanosPerHour()[row], units(row));
            Integer known = positions.putIfAbsent(price, distinct.size());
            pair[row] = known == null ? distinct.size() : known;
            if (known == null) {
                distinct.add(price);
            }
        }
        Integer[] sorted = IntStream.range(0, distinct.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparing(distinct::get, UnitPrice.DEAREST_FIRST));
        int[] rank = new int[sorted.length];
        for (int i = 1; i < sorted.length; i++) {
            boolean same = UnitPrice.DEAREST_FIRST.compare(distinct.get(sorted[i - 1]), distinct.get(sorted[i])) == 0;
            rank[sorted[i]] = rank[sorted[i - 1]] + (same ? 0 : 1);
        }
        return byRow(row -> rank[pair[row]]);
    }

    private record UnitPrice(long nanosPerHour, int units) {
        static final Comparator<UnitPrice> DEAREST_FIRST =
                (a, b) -> Price.compareUnit(new Price(b.nanosPerHour), b.units, new Price(a.nanosPerHour), a.units);
    }

    private int units(int row) {
        return request.basis() == UnitBasis.WEIGHT
                ? columns.weight()[row]
                : table.types().get(columns.type()[row]).vcpus();
    }
}
