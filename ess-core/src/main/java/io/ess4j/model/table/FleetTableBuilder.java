package io.ess4j.model.table;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.Arrays;

/** Collects rows into columns, checks that ids are unique, and fills the dictionaries. */
final class FleetTableBuilder {
    private static final int MAX_CHAR_ENTRIES = Character.MAX_VALUE;

    private final Dictionary<Zone> zones = new Dictionary<>("zones", MAX_CHAR_ENTRIES);
    private final Dictionary<InstanceType> types = new Dictionary<>("instance types", MAX_CHAR_ENTRIES);
    private final Dictionary<ConfigurationSource> sources = new Dictionary<>("sources", Integer.MAX_VALUE);
    private final IdIndex known;
    private String[] id;
    private char[] zone;
    private char[] type;
    private int[] source;
    private long[] joinedNanos;
    private int[] weight;
    private long[] nanosPerHour;
    private short[] packed;
    private int size;

    FleetTableBuilder(int capacity) {
        known = new IdIndex(capacity);
        id = new String[capacity];
        zone = new char[capacity];
        type = new char[capacity];
        source = new int[capacity];
        joinedNanos = new long[capacity];
        weight = new int[capacity];
        nanosPerHour = new long[capacity];
        packed = new short[capacity];
    }

    /** Takes over the dictionaries of a table, so that its rows can be copied by index. */
    void startWith(FleetTable table) {
        table.zones().forEach(zones::index);
        table.types().forEach(types::index);
        table.sources().forEach(sources::index);
    }

    void copyRow(FleetTable from, int row) {
        FleetColumns c = from.columns();
        claim(c.id()[row]);
        zone[size] = c.zone()[row];
        type[size] = c.type()[row];
        source[size] = c.source()[row];
        joinedNanos[size] = c.joinedNanos()[row];
        weight[size] = c.weight()[row];
        nanosPerHour[size] = c.nanosPerHour()[row];
        packed[size] = c.packed()[row];
        size++;
    }

    void add(Instance i) {
        claim(i.id());
        zone[size] = (char) zones.index(i.zone());
        type[size] = (char) types.index(i.type());
        source[size] = i.source().map(sources::index).orElse(-1);
        joinedNanos[size] = FleetTable.nanos(i.joinedAt());
        weight[size] = i.weight();
        nanosPerHour[size] = i.price().nanosPerHour();
        packed[size] = Packed.of(i);
        size++;
    }

    private void claim(String name) {
        if (!known.add(name)) {
            throw new IllegalArgumentException("instance id (" + name + ") must be unique in a fleet");
        }
        id[size] = name;
    }

    FleetTable build() {
        FleetColumns columns = size == id.length
                ? new FleetColumns(id, zone, type, source, joinedNanos, weight, nanosPerHour, packed)
                : new FleetColumns(
                        Arrays.copyOf(id, size),
                        Arrays.copyOf(zone, size),
                        Arrays.copyOf(type, size),
                        Arrays.copyOf(source, size),
                        Arrays.copyOf(joinedNanos, size),
                        Arrays.copyOf(weight, size),
                        Arrays.copyOf(nanosPerHour, size),
                        Arrays.copyOf(packed, size));
        return new FleetTable(columns, zones.entries(), types.entries(), sources.entries());
    }
}
