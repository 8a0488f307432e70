package io.ess4j.model.table;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fleet as primitive columns. Arrays are shared with engines for reading and never written after construction.
 *
 * <p>A row is its id, its time of joining and the number of its {@linkplain Kinds kind}, which says all else. Zones,
 * types and sources are indexes into dictionaries in order of first appearance.
 */
public final class FleetTable extends Fleet {
    private static final LifecycleState[] STATES = LifecycleState.values();
    private static final PurchaseOption[] OPTIONS = PurchaseOption.values();
    private static final InstanceOrigin[] ORIGINS = InstanceOrigin.values();
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The fleet without instances; below the constants that its construction reads. */
    public static final FleetTable EMPTY = new FleetTableBuilder(0).build();

    private final FleetColumns columns;
    private final Kinds kinds;
    private final List<Zone> zones;
    private final List<InstanceType> types;
    private final List<ConfigurationSource> sources;
    // Looked up by key only; the order of hashing is never seen.
    private final Map<Zone, Integer> zoneIndex;
    private final Map<InstanceType, Integer> typeIndex;
    private final int[] countByZoneAndState;
    private final int[] countByType;
    private final int[] countByState;
    private final long[] capacityByState;
    private final boolean evenlyWeighted;
    private final long earliestJoin;
    private final long latestJoin;

    FleetTable(
            FleetColumns columns,
            Kinds kinds,
            List<Zone> zones,
            List<InstanceType> types,
            List<ConfigurationSource> sources) {
        this.columns = columns;
        this.kinds = kinds;
        this.zones = zones;
        this.types = types;
        this.sources = sources;
        this.zoneIndex = positions(zones);
        this.typeIndex = positions(types);
        this.countByZoneAndState = new int[zones.size() * STATES.length];
        this.countByType = new int[types.size()];
        this.countByState = new int[STATES.length];
        this.capacityByState = new long[STATES.length];
        int differences = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            int state = Packed.state(kinds.packed()[kind]);
            int count = kinds.count()[kind];
            countByZoneAndState[kinds.zone()[kind] * STATES.length + state] += count;
            countByType[kinds.type()[kind]] += count;
            countByState[state] += count;
            capacityByState[state] += (long) kinds.weight()[kind] * count;
            differences |= kinds.weight()[kind] ^ kinds.weight()[0];
        }
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (long joined : columns.joinedNanos()) {
            earliest = Math.min(earliest, joined);
            latest = Math.max(latest, joined);
        }
        this.evenlyWeighted = differences == 0;
        this.earliestJoin = earliest;
        this.latestJoin = latest;
    }

    private static <K> Map<K, Integer> positions(List<K> keys) {
        Map<K, Integer> positions = new HashMap<>();
        for (K key : keys) {
            positions.put(key, positions.size());
        }
        return positions;
    }

    /**
     * The columns of any fleet.
     *
     * @param fleet a fleet
     * @return the same fleet, as the table that it is
     */
    public static FleetTable of(Fleet fleet) {
        return (FleetTable) fleet;
    }

    /**
     * A table of those instances; a fleet is returned as it is.
     *
     * @param instances the rows, in order
     * @return the table
     */
    public static FleetTable copyOf(Collection<Instance> instances) {
        if (instances instanceof FleetTable table) {
            return table;
        }
        FleetTableBuilder builder = new FleetTableBuilder(instances.size());
        for (Instance instance : instances) {
            builder.add(instance);
        }
        return builder.build();
    }

    /**
     * The columns, for reading only.
     *
     * @return arrays of {@code size()} entries
     */
    public FleetColumns columns() {
        return columns;
    }

    /**
     * What the rows' kinds are.
     *
     * @return every kind of which there is an instance
     */
    public Kinds kinds() {
        return kinds;
    }

    /**
     * The packed flags of a row, see {@link Packed}.
     *
     * @param row a position from 0 to {@code size() - 1}
     * @return state, purchase option, origin and health
     */
    public short packed(int row) {
        return kinds.packed()[columns.kind()[row]];
    }

    /**
     * The weight of a row.
     *
     * @param row a position from 0 to {@code size() - 1}
     * @return capacity units
     */
    public int weight(int row) {
        return kinds.weight()[columns.kind()[row]];
    }

    /**
     * The zone of a row.
     *
     * @param row a position from 0 to {@code size() - 1}
     * @return a position in {@link #zones()}
     */
    public int zone(int row) {
        return kinds.zone()[columns.kind()[row]];
    }

    /**
     * Whether all instances, in whatever state, weigh the same.
     *
     * @return true also for an empty fleet
     */
    public boolean isEvenlyWeighted() {
        return evenlyWeighted;
    }

    /**
     * The earliest time of joining.
     *
     * @return nanoseconds since 1970; {@code Long.MAX_VALUE} in an empty fleet
     */
    public long earliestJoin() {
        return earliestJoin;
    }

    /**
     * The latest time of joining.
     *
     * @return nanoseconds since 1970; {@code Long.MIN_VALUE} in an empty fleet
     */
    public long latestJoin() {
        return latestJoin;
    }

    /**
     * How many instances of a zone are in a state.
     *
     * @param zone a position in {@link #zones()}
     * @param state the ordinal of a state
     * @return the count
     */
    public int count(int zone, int state) {
        return countByZoneAndState[zone * STATES.length + state];
    }

    /**
     * The configuration sources that the source column points to.
     *
     * @return an unmodifiable list in the order of first appearance
     */
    public List<ConfigurationSource> sources() {
        return sources;
    }

    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public Instance instance(int row) {
        int kind = columns.kind()[row];
        short packed = kinds.packed()[kind];
        int source = kinds.source()[kind];
        return new Instance(
                columns.id()[row],
                types.get(kinds.type()[kind]),
                zones.get(kinds.zone()[kind]),
                OPTIONS[Packed.option(packed)],
                new Price(kinds.nanosPerHour()[kind]),
                kinds.weight()[kind],
                source < 0 ? Optional.empty() : Optional.of(sources.get(source)),
                instant(columns.joinedNanos()[row]),
                STATES[Packed.state(packed)],
                Packed.healthy(packed),
                ORIGINS[Packed.origin(packed)]);
    }

    /**
     * A time as the joined column holds it; times beyond its range become its ends.
     *
     * @param at a time
     * @return nanoseconds since 1970
     */
    public static long nanos(Instant at) {
        long seconds = at.getEpochSecond();
        if (Math.abs(seconds) >= Long.MAX_VALUE / NANOS_PER_SECOND) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return seconds * NANOS_PER_SECOND + at.getNano();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    @Override
    public String id(int row) {
        return columns.id()[row];
    }

    @Override
    public List<Zone> zones() {
        return zones;
    }

    @Override
    public List<InstanceType> types() {
        return types;
    }

    @Override
    public int count(Zone zone) {
        int index = zoneIndex.getOrDefault(zone, -1);
        int count = 0;
        for (int state = 0; index >= 0 && state < STATES.length; state++) {
            count += countByZoneAndState[index * STATES.length + state];
        }
        return count;
    }

    @Override
    public int count(Zone zone, LifecycleState state) {
        int index = zoneIndex.getOrDefault(zone, -1);
        return index < 0 ? 0 : countByZoneAndState[index * STATES.length + state.ordinal()];
    }

    @Override
    public int count(InstanceType type) {
        int index = typeIndex.getOrDefault(type, -1);
        return index < 0 ? 0 : countByType[index];
    }

    @Override
    public int count(LifecycleState state) {
        return countByState[state.ordinal()];
    }

    @Override
    public long capacity(LifecycleState state) {
        return capacityByState[state.ordinal()];
    }

    @Override
    public Optional<Instance> find(String id) {
        for (int row = 0; row < size(); row++) {
            if (columns.id()[row].equals(id)) {
                return Optional.of(instance(row));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Instance> findAll(List<String> ids) {
        IdIndex wanted = new IdIndex(ids.size());
        ids.forEach(wanted::add);
        int[] rows = new int[ids.size()];
        Arrays.fill(rows, -1);
        for (int row = 0; row < size(); row++) {
            int i = wanted.find(columns.id()[row]);
            if (i >= 0) {
                rows[i] = row;
            }
        }
        return ids.stream()
                .mapToInt(id -> rows[wanted.find(id)])
                .filter(row -> row >= 0)
                .mapToObj(this::instance)
                .toList();
    }

    @Override
    public Fleet with(Collection<Instance> changes) {
        List<Instance> rows = List.copyOf(changes);
        IdIndex changed = new IdIndex(rows.size());
        for (Instance instance : rows) {
            if (!changed.add(instance.id())) {
                throw FleetTableBuilder.repeated(instance.id());
            }
        }
        boolean[] isOld = new boolean[rows.size()];
        FleetTableBuilder builder = FleetTableBuilder.ofDistinct(size() + rows.size());
        for (int row = 0; row < size(); row++) {
            int i = changed.find(columns.id()[row]);
            if (i < 0) {
                builder.copyRow(this, row);
            } else {
                builder.add(rows.get(i));
                isOld[i] = true;
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!isOld[i]) {
                builder.add(rows.get(i));
            }
        }
        return builder.build();
    }

    @Override
    public Fleet without(Collection<String> ids) {
        IdIndex gone = new IdIndex(ids.size());
        for (String id : ids) {
            gone.add(id);
        }
        FleetTableBuilder builder = FleetTableBuilder.ofDistinct(size());
        for (int row = 0; row < size(); row++) {
            if (gone.find(columns.id()[row]) < 0) {
                builder.copyRow(this, row);
            }
        }
        return builder.build();
    }
}
