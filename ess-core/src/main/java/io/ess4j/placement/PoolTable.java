package io.ess4j.placement;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pools that a group may launch into: zone x type for on-demand, then the same for spot, each with its position in
 * the catalogue or -1 where nothing is offered. Looked up once per group, read by every plan.
 */
final class PoolTable {
    final Catalog catalog;
    final List<Zone> zoneList;
    final int zones;
    final int types;
    /** Pools under one purchase option. */
    final int half;
    /** Pools under both. */
    final int size;

    final int[] offering;
    final int[] weight;
    final int[] vcpus;
    final InstanceType[] typeOf;
    final boolean weighted;

    // Looked up by key and never walked.
    private final Map<Zone, Integer> zoneIndex = new HashMap<>();

    PoolTable(Catalog catalog, List<Zone> zoneList, Weights weights) {
        this.catalog = catalog;
        this.zoneList = List.copyOf(zoneList);
        this.zones = zoneList.size();
        this.types = weights.types().size();
        this.half = Math.multiplyExact(zones, types);
        this.size = Math.multiplyExact(2, half);
        this.offering = new int[size];
        this.weight = new int[types];
        this.vcpus = new int[types];
        this.typeOf = new InstanceType[types];
        boolean anyWeight = false;
        for (int type = 0; type < types; type++) {
            Weights.WeightedType t = weights.types().get(type);
            typeOf[type] = t.type();
            weight[type] = t.weight();
            vcpus[type] = t.type().vcpus();
            anyWeight |= t.weight() != 1;
        }
        this.weighted = anyWeight;
        for (int zone = 0; zone < zones; zone++) {
            if (zoneIndex.putIfAbsent(this.zoneList.get(zone), zone) != null) {
                throw new IllegalArgumentException("zones " + zoneList + " must name each zone only once");
            }
            for (int type = 0; type < types; type++) {
                Zone z = this.zoneList.get(zone);
                offering[pool(false, zone, type)] = catalog.indexOf(typeOf[type], z, PurchaseOption.ON_DEMAND);
                offering[pool(true, zone, type)] = catalog.indexOf(typeOf[type], z, PurchaseOption.SPOT);
            }
        }
    }

    int pool(boolean spot, int zone, int type) {
        return (spot ? half : 0) + zone * types + type;
    }

    boolean isSpot(int pool) {
        return pool >= half;
    }

    int zone(int pool) {
        return pool % half / types;
    }

    int type(int pool) {
        return pool % types;
    }

    /** The position of a zone in the group, or -1. */
    int zoneIndex(Zone zone) {
        return zoneIndex.getOrDefault(zone, -1);
    }

    /** The position of a type in the group, or -1; only its name counts. */
    int typeIndex(InstanceType type) {
        for (int t = 0; t < types; t++) {
            if (typeOf[t].name().equals(type.name())) {
                return t;
            }
        }
        return -1;
    }

    /** What prices are divided by, per type. */
    int[] divisors(PriceComparison comparison) {
        return comparison == PriceComparison.PER_UNIT ? weight : vcpus;
    }

    /** The documented default: per unit where weights are set, else per vCPU (guide map C-4-5). */
    PriceComparison documentedComparison() {
        return weighted ? PriceComparison.PER_UNIT : PriceComparison.PER_VCPU;
    }
}
