package io.ess4j.model.table;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects rows into columns, checks that ids are unique, and fills the dictionaries. */
final class FleetTableBuilder {
    private static final int MAX_CHAR_ENTRIES = Character.MAX_VALUE;
    private static final int[] NOTHING_COPIED = {};

    private final Dictionary<Zone> zones = new Dictionary<>("zones", MAX_CHAR_ENTRIES);
    private final Dictionary<InstanceType> types = new Dictionary<>("instance types", MAX_CHAR_ENTRIES);
    private final Dictionary<ConfigurationSource> sources = new Dictionary<>("sources", Integer.MAX_VALUE);
    private final KindIndex kinds = new KindIndex();
    /** The ids so far; null if the caller knows that they differ. */
    private final @Nullable IdIndex known;

    private final String[] id;
    private final int[] kind;
    private final long[] joinedNanos;
    private int size;
    /** The kinds of the table that rows are copied from, as numbers here plus one; 0 for what did not occur yet. */
    private int[] copied = NOTHING_COPIED;

    /** A builder that refuses an id that it has. */
    FleetTableBuilder(int capacity) {
        this(capacity, new IdIndex(capacity));
    }

    private FleetTableBuilder(int capacity, @Nullable IdIndex known) {
        this.known = known;
        id = new String[capacity];
        kind = new int[capacity];
        joinedNanos = new long[capacity];
    }

    /** A builder for rows whose ids are known to differ. */
    static FleetTableBuilder ofDistinct(int capacity) {
        return new FleetTableBuilder(capacity, null);
    }

    /** Copies a row of a table; all calls must name the same table. */
    void copyRow(FleetTable from, int row) {
        if (copied.length == 0) {
            copied = new int[from.kinds().size()];
        }
        FleetColumns c = from.columns();
        claim(c.id()[row]);
        joinedNanos[size] = c.joinedNanos()[row];
        int old = c.kind()[row];
        if (copied[old] == 0) {
            copied[old] = copyKind(from, old) + 1;
        } else {
            kinds.addAgain(copied[old] - 1);
        }
        kind[size++] = copied[old] - 1;
    }

    /** A fleet forgets zones, types and sources of which no instance is left. */
    private int copyKind(FleetTable from, int old) {
        Kinds k = from.kinds();
        int source = k.source()[old];
        return kinds.add(
                (char) zones.index(from.zones().get(k.zone()[old])),
                (char) types.index(from.types().get(k.type()[old])),
                source < 0 ? -1 : sources.index(from.sources().get(source)),
                k.weight()[old],
                k.nanosPerHour()[old],
                k.packed()[old]);
    }

    void add(Instance i) {
        claim(i.id());
        joinedNanos[size] = FleetTable.nanos(i.joinedAt());
        kind[size++] = kinds.add(
                (char) zones.index(i.zone()),
                (char) types.index(i.type()),
                i.source().isPresent() ? sources.index(i.source().get()) : -1,
                i.weight(),
                i.price().nanosPerHour(),
                Packed.of(i));
    }

    private void claim(String name) {
        if (known != null && !known.add(name)) {
            throw repeated(name);
        }
        id[size] = name;
    }

    static IllegalArgumentException repeated(String id) {
        return new IllegalArgumentException("instance id (" + id + ") must be unique in a fleet");
    }

    FleetTable build() {
        FleetColumns columns = size == id.length
                ? new FleetColumns(id, kind, joinedNanos)
                : new FleetColumns(
                        Arrays.copyOf(id, size), Arrays.copyOf(kind, size), Arrays.copyOf(joinedNanos, size));
        return new FleetTable(columns, kinds.build(), zones.entries(), types.entries(), sources.entries());
    }
}
