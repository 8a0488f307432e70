package io.ess4j.placement;

import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
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

    private final PoolTable pools;
    private final FleetTable table;
    private final long[] byPool;
    private final long[] byZone;
    private final Map<String, Long> byFamily = new TreeMap<>();
    private long all;

    SpotUnits(LaunchDraft draft, Fleet fleet) {
        this.pools = draft.pools;
        this.table = FleetTable.of(fleet);
        this.byPool = new long[pools.size];
        this.byZone = new long[pools.zones];
        Kinds kinds = table.kinds();
        for (int kind = 0; kind < kinds.size(); kind++) {
            if (STATES[Packed.state(kinds.packed()[kind])].countsTowardsCapacity()) {
                add(kind, kinds.count()[kind]);
            }
        }
        List<String> started = draft.started();
        for (int row = 0, next = 0; next < started.size(); row++) {
            if (table.columns().id()[row].equals(started.get(next))) {
                add(table.columns().kind()[row], 1);
                next++;
            }
        }
    }

    private void add(int kind, int instances) {
        Kinds kinds = table.kinds();
        long units = (long) kinds.weight()[kind] * instances;
        all += units;
        if (Packed.option(kinds.packed()[kind]) == PurchaseOption.SPOT.ordinal()) {
            InstanceType type = table.types().get(kinds.type()[kind]);
            byFamily.merge(type.family(), units, Long::sum);
            int zone = pools.zoneIndex(table.zones().get(kinds.zone()[kind]));
            int known = pools.typeIndex(type);
            if (zone >= 0) {
                byZone[zone] += units;
                if (known >= 0) {
                    byPool[pools.pool(true, zone, known)] += units;
                }
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
