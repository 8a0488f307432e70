package io.ess4j;

import static io.ess4j.Groups.H;
import static io.ess4j.Groups.I;
import static io.ess4j.Groups.LARGE;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.XLARGE;
import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;

import io.ess4j.model.Catalog;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import java.util.ArrayList;
import java.util.List;

/** Groups and instances of types that are bought on demand and on spot, in two zones. */
final class BoughtBothWays {
    static final Catalog BOTH = Catalog.builder()
            .offering(LARGE, H, ON_DEMAND, Price.perHour("0.20"))
            .offering(LARGE, H, SPOT, Price.perHour("0.05"))
            .offering(LARGE, I, ON_DEMAND, Price.perHour("0.20"))
            .offering(LARGE, I, SPOT, Price.perHour("0.06"))
            .offering(XLARGE, H, ON_DEMAND, Price.perHour("0.38"))
            .offering(XLARGE, I, SPOT, Price.perHour("0.11"))
            .build();
    static final Market MARKET = Market.of(BOTH);

    private BoughtBothWays() {}

    static ScalingGroupBuilder group(SpotMix mix) {
        return ScalingGroup.builder("web")
                .capacity(0, 40)
                .zones(H, I)
                .type(LARGE)
                .placement(PlacementStrategy.costOptimized(mix));
    }

    static Instance instance(String id, InstanceType type, Zone zone, PurchaseOption option, int weight) {
        return Instance.builder(id)
                .offering(BOTH.find(type, zone, option).orElseThrow())
                .weight(weight)
                .joinedAt(NOW.minusSeconds(7200 - id.length()))
                .build();
    }

    static List<Instance> many(String prefix, int count, Zone zone, PurchaseOption option) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(instance(prefix + i, LARGE, zone, option, 1));
        }
        return rows;
    }

    static ScalingPlan plan(ScalingGroup group, GroupState state, Market market, Trigger trigger) {
        return new Autoscaler(group, BOTH).plan(state, market, trigger, NOW);
    }
}
