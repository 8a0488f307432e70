package io.ess4j.placement;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Groups, markets and fleets with short names. */
final class Fixtures {
    static final Zone B = Zone.of("cn-qingdao-b");
    static final Zone C = Zone.of("cn-qingdao-c");

    static final InstanceType C5_LARGE = InstanceType.of("ecs.c5.large", 2, 4096);
    static final InstanceType C5_XLARGE = InstanceType.of("ecs.c5.xlarge", 4, 8192);
    static final InstanceType C5_2XLARGE = InstanceType.of("ecs.c5.2xlarge", 8, 16384);

    static final InstanceType SN1_LARGE = InstanceType.of("ecs.sn1.large", 4, 8192);
    static final InstanceType SN1_XLARGE = InstanceType.of("ecs.sn1.xlarge", 8, 16384);

    /** The table of guide 1.6. */
    static final Weights WEIGHTS_16 = Weights.builder()
            .type(C5_LARGE, 2)
            .type(C5_XLARGE, 4)
            .type(C5_2XLARGE, 8)
            .build();

    static final Catalog CATALOG_16 = Catalog.builder()
            .offering(onDemand(C5_LARGE, B, "0.18"))
            .offering(onDemand(C5_XLARGE, B, "0.34"))
            .offering(onDemand(C5_2XLARGE, B, "0.64"))
            .build();

    /** The table of guide 4.1, in both zones. */
    static final Weights TYPES_41 = Weights.unweighted(List.of(SN1_LARGE, SN1_XLARGE));

    static final Catalog CATALOG_41 = Catalog.of(List.of(
            spot(SN1_LARGE, B, "0.088"),
            spot(SN1_LARGE, C, "0.088"),
            spot(SN1_XLARGE, B, "0.158"),
            spot(SN1_XLARGE, C, "0.158"),
            onDemand(SN1_LARGE, B, "0.697"),
            onDemand(SN1_LARGE, C, "0.697"),
            onDemand(SN1_XLARGE, B, "1.393"),
            onDemand(SN1_XLARGE, C, "1.393")));

    private Fixtures() {}

    static Offering onDemand(InstanceType type, Zone zone, String price) {
        return new Offering(type, zone, PurchaseOption.ON_DEMAND, Price.perHour(price));
    }

    static Offering spot(InstanceType type, Zone zone, String price) {
        return new Offering(type, zone, PurchaseOption.SPOT, Price.perHour(price));
    }

    static Market.Builder soldOut(Market.Builder market, Offering... offerings) {
        for (Offering o : offerings) {
            market.stock(o.type(), o.zone(), o.purchaseOption(), 0);
        }
        return market;
    }

    static List<Zone> zones(int count) {
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zones.add(Zone.of("z" + i));
        }
        return zones;
    }

    static Instance instance(String id, Offering offering, int weight) {
        return Instance.builder(id)
                .offering(offering)
                .weight(weight)
                .joinedAt(Instant.EPOCH)
                .build();
    }

    /** A fleet with some instances of each offering. */
    static Fleet fleet(List<Offering> offerings, int... counts) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int n = 0; n < counts[i]; n++) {
                instances.add(instance("i-" + i + "-" + n, offerings.get(i), 1));
            }
        }
        return Fleet.of(instances);
    }

    /** Launches as text, such as {@code 2 ecs.c5.large cn-qingdao-b SPOT}. */
    static List<String> lines(LaunchPlan plan) {
        return plan.launches().stream()
                .map(l -> l.count() + " " + l.offering().type() + " "
                        + l.offering().zone() + " " + l.offering().purchaseOption())
                .toList();
    }
}
