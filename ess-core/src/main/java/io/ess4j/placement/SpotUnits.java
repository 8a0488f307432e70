package io.ess4j.placement;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.table.FleetColumns;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a group has on spot before it launches anything: units that count towards capacity, and those that the plan
 * starts, by pool, zone and instance family.
 */
final class SpotUnits {
    private static final LifecycleState[] STATES = LifecycleState.values();

    private final long[] byPool;
    private final long[] byZone;
    private final Map<String, Long> byFamily = new TreeMap<>();
    private long all;

    SpotUnits(LaunchDraft draft, Fleet fleet) {
        PoolTable pools = draft.pools;
        this.byPool = new long[pools.size];
        this.byZone = new long[pools.zones];
        FleetTable table = FleetTable.of(fleet);
        FleetColumns columns = table.columns();
        int[] zoneOf = new int[table.zones().size()];
        for (int z = 0; z < zoneOf.length; z++) {
            zoneOf[z] = pools.zoneIndex(table.zones().get(z));
        }
        int[] typeOf = new int[table.types().size()];
        for (int t = 0; t < typeOf.length; t++) {
            typeOf[t] = pools.typeIndex(table.types().get(t));
        }
        List<String> started = draft.started();
        int next = 0;
        for (int row = 0; row < columns.size(); row++) {
            short packed = columns.packed()[row];
            boolean starts = next < started.size() && columns.id()[row].equals(started.get(next));
            next += starts ? 1 : 0;
            if (starts || STATES[Packed.state(packed)].countsTowardsCapacity()) {
                int units = columns.weight()[row];
                all += units;
                if (Packed.option(packed) == PurchaseOption.SPOT.ordinal()) {
                    int zone = zoneOf[columns.zone()[row]];
                    int type = typeOf[columns.type()[row]];
                    add(pools, zone, type, units);
                    byFamily.merge(table.types().get(columns.type()[row]).family(), (long) units, Long::sum);
                }
            }
        }
    }

    private void add(PoolTable pools, int zone, int type, int units) {
        if (zone >= 0) {
            byZone[zone] += units;
            if (type >= 0) {
                byPool[pools.pool(true, zone, type)] += units;
            }
        }
    }

    /** All units of the group, under every purchase option. */
    long allUnits() {
        return all;
    }

    long ofPool(int pool) {
        return byPool[pool];
    }

    long ofZone(int zone) {
        return byZone[zone];
    }

    long ofFamily(String family) {
        return byFamily.getOrDefault(family, 0L);
    }
}
