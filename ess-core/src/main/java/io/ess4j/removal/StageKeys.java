package io.ess4j.removal;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
import io.ess4j.model.table.Packed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes the keys of a policy's stages for one request. */
final class StageKeys {
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final int IN_SERVICE = LifecycleState.IN_SERVICE.ordinal();

    private final RemovalRequest request;
    private final FleetTable table;
    private final Kinds kinds;

    private StageKeys(RemovalRequest request) {
        this.request = request;
        this.table = FleetTable.of(request.fleet());
        this.kinds = table.kinds();
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
            all.add(keys.byRow(row -> ties.nextLong() >>> 1));
        }
        return all.toArray(StageKey[]::new);
    }

    private StageKey key(RemovalCriterion criterion) {
        return switch (criterion) {
            case OLDEST_INSTANCE -> StageKey.ByRow.leastFirst(table.columns().joinedNanos());
            case NEWEST_INSTANCE -> StageKey.ByRow.greatestFirst(table.columns().joinedNanos());
            case OLDEST_CONFIGURATION -> bySource(Comparator.comparing(ConfigurationSource::addedAt));
            case NEWEST_CONFIGURATION ->
                bySource(Comparator.comparing(ConfigurationSource::addedAt).reversed());
            case OLDEST_TEMPLATE_VERSION -> bySource(Comparator.comparingInt(StageKeys::version));
            case NEWEST_TEMPLATE_VERSION ->
                bySource(Comparator.comparingInt(StageKeys::version).reversed());
            case CLOSEST_TO_BILLING_HOUR -> closestToBillingHour();
            case HIGHEST_UNIT_PRICE -> dearestFirst();
            case EARLIEST_INTERRUPTION -> earliestInterruption();
            case PENDING_FIRST -> byKind(kind -> Packed.state(kinds.packed()[kind]) == IN_SERVICE ? 1 : 0);
        };
    }

    private static int version(ConfigurationSource source) {
        return source.templateVersion().orElse(0);
    }

    private StageKey byKind(IntUnaryOperator rank) {
        int[] ranks = new int[kinds.size()];
        for (int kind = 0; kind < ranks.length; kind++) {
            ranks[kind] = rank.applyAsInt(kind);
        }
        return new StageKey.ByKind(table.columns().kind(), ranks);
    }

    private StageKey byRow(IntToLongFunction value) {
        long[] values = new long[table.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = value.applyAsLong(row);
        }
        return StageKey.ByRow.leastFirst(values);
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
        int[] rank = ranks(sources.size(), (a, b) -> order.compare(sources.get(a), sources.get(b)));
        int last = rank.length;
        return byKind(kind -> kinds.source()[kind] < 0 ? last : rank[kinds.source()[kind]]);
    }

    /** The ranks of entries from 0 on; equal ones get the same. */
    private static int[] ranks(int entries, Comparator<Integer> order) {
        Integer[] sorted = new Integer[entries];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, order);
        int[] rank = new int[entries];
        for (int i = 1; i < entries; i++) {
            boolean same = order.compare(sorted[i - 1], sorted[i]) == 0;
            rank[sorted[i]] = rank[sorted[i - 1]] + (same ? 0 : 1);
        }
        return rank;
    }

    private StageKey closestToBillingHour() {
        Instant now = request.now()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the request must say what time it is (at) for the criterion CLOSEST_TO_BILLING_HOUR"));
        // Reduced before they are subtracted: two times may lie further apart than a long holds.
        long at = Math.floorMod(FleetTable.nanos(now), HOUR);
        long[] joined = table.columns().joinedNanos();
        return byRow(row -> HOUR - Math.floorMod(at - Math.floorMod(joined[row], HOUR), HOUR));
    }

    private StageKey earliestInterruption() {
        Instant[] distinct =
                request.interruptions().values().stream().distinct().sorted().toArray(Instant[]::new);
        return byRow(row -> {
            Instant at = request.interruptions().get(table.id(row));
            return at == null ? distinct.length : Arrays.binarySearch(distinct, at);
        });
    }

    /** Exact ranks of the unit prices, the dearest first. */
    private StageKey dearestFirst() {
        int[] rank = ranks(kinds.size(), (a, b) -> Price.compareUnit(price(b), units(b), price(a), units(a)));
        return byKind(kind -> rank[kind]);
    }

    private Price price(int kind) {
        return new Price(kinds.nanosPerHour()[kind]);
    }

    private int units(int kind) {
        return request.basis() == UnitBasis.WEIGHT
                ? kinds.weight()[kind]
                : table.types().get(kinds.type()[kind]).vcpus();
    }
}
