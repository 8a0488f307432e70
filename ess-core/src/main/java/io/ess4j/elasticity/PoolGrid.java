package io.ess4j.elasticity;

import com.google.common.collect.Maps;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Where a pool's bit lies: zone after zone, each from a fresh word on, types in order within. */
final class PoolGrid {
    final List<InstanceType> types;
    final List<Zone> zones;
    /** Words per zone. */
    final int words;

    // Looked up by key and never walked.
    private final Map<String, Integer> typeIndex;
    private final Map<Zone, Integer> zoneIndex;

    PoolGrid(Collection<InstanceType> types, Collection<Zone> zones) {
        this.types = List.copyOf(types);
        this.zones = List.copyOf(new LinkedHashSet<>(zones));
        this.words = (this.types.size() + Long.SIZE - 1) / Long.SIZE;
        this.typeIndex = Maps.newHashMapWithExpectedSize(this.types.size());
        this.zoneIndex = Maps.newHashMapWithExpectedSize(this.zones.size());
        for (int t = 0; t < this.types.size(); t++) {
            if (typeIndex.put(this.types.get(t).name(), t) != null) {
                throw new IllegalArgumentException("instance type " + this.types.get(t) + " must be given only once");
            }
        }
        for (int z = 0; z < this.zones.size(); z++) {
            zoneIndex.put(this.zones.get(z), z);
        }
        Math.multiplyExact(this.zones.size(), Math.max(words * Long.SIZE, 1));
    }

    int size() {
        return types.size() * zones.size();
    }

    /** Words of one column. */
    int length() {
        return words * zones.size();
    }

    int type(InstanceType type) {
        int index = typeIndex.getOrDefault(type.name(), -1);
        if (index < 0) {
            throw new IllegalArgumentException("instance type " + type + " must be one of the table's");
        }
        return index;
    }

    /** The same, fast if the type stands where it is expected, as the next of a list in the order of the table does. */
    int type(InstanceType type, int expected) {
        boolean there = expected < types.size() && types.get(expected).name().equals(type.name());
        return there ? expected : type(type);
    }

    int zone(Zone zone) {
        int index = zoneIndex.getOrDefault(zone, -1);
        if (index < 0) {
            throw new IllegalArgumentException("zone " + zone + " must be one of the table's");
        }
        return index;
    }

    int word(int type, int zone) {
        return zone * words + (type >>> 6);
    }
}
