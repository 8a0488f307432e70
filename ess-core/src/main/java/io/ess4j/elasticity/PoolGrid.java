package io.ess4j.elasticity;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import io.ess4j.model.table.IdIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where a pool's bit lies: zone after zone, each from a fresh word on, types in order within. */
final class PoolGrid {
    final List<InstanceType> types;
    final List<Zone> zones;
    /** Words per zone. */
    final int words;

    private final IdIndex typeIndex;
    private final IdIndex zoneIndex;

    PoolGrid(Collection<InstanceType> types, Collection<Zone> zones) {
        this.types = List.copyOf(types);
        this.typeIndex = new IdIndex(types.size());
        for (InstanceType type : this.types) {
            if (!typeIndex.add(type.name())) {
                throw new IllegalArgumentException("instance type " + type + " must be given only once");
            }
        }
        this.zoneIndex = new IdIndex(zones.size());
        List<Zone> distinct = new ArrayList<>(zones.size());
        for (Zone zone : zones) {
            if (zoneIndex.add(zone.id())) {
                distinct.add(zone);
            }
        }
        this.zones = List.copyOf(distinct);
        this.words = (this.types.size() + Long.SIZE - 1) / Long.SIZE;
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
        int index = typeIndex.find(type.name());
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
        int index = zoneIndex.find(zone.id());
        if (index < 0) {
            throw new IllegalArgumentException("zone " + zone + " must be one of the table's");
        }
        return index;
    }

    int word(int type, int zone) {
        return zone * words + (type >>> 6);
    }
}
