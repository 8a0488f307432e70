package io.ess4j.elasticity;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.Collection;

/** The pools of one group within a {@link PoolTable}: all its types in all its zones. */
public final class PoolSelection {
    final PoolGrid grid;
    /** Bits of the group's types, as long as a zone's part of a column. */
    final long[] types;
    /** Whether a zone is the group's. */
    final boolean[] zones;

    private final int size;

    PoolSelection(PoolGrid grid, Collection<InstanceType> chosenTypes, Collection<Zone> chosenZones) {
        this.grid = grid;
        this.types = new long[grid.words];
        this.zones = new boolean[grid.zones.size()];
        int next = 0;
        for (InstanceType type : chosenTypes) {
            int t = grid.type(type, next);
            types[t >>> 6] |= 1L << t;
            next = t + 1;
        }
        int typeCount = 0;
        for (long word : types) {
            typeCount += Long.bitCount(word);
        }
        int zoneCount = 0;
        for (Zone zone : chosenZones) {
            int z = grid.zone(zone);
            zoneCount += zones[z] ? 0 : 1;
            zones[z] = true;
        }
        this.size = typeCount * zoneCount;
    }

    /**
     * How many pools the group has in theory.
     *
     * @return its types x its zones
     */
    public int size() {
        return size;
    }

    boolean hasType(int type) {
        return (types[type >>> 6] >>> type & 1) != 0;
    }
}
