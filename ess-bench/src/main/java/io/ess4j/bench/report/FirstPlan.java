package io.ess4j.bench.report;

import io.ess4j.Autoscaler;
import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.Trigger;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.rule.ScalingRule;
import java.time.Instant;

/** A small embedding program: makes a group, decides once, and ends. */
final class FirstPlan {
    private FirstPlan() {}

    /**
     * Decides once.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        InstanceType type = InstanceType.of("ecs.g6.large", 2, 8192);
        Zone zone = Zone.of("zone-a");
        Catalog catalog = Catalog.builder()
                .offering(type, zone, PurchaseOption.ON_DEMAND, Price.perHour("0.5"))
                .build();
        ScalingGroup group = ScalingGroup.builder("web")
                .capacity(2, 40)
                .zones(zone)
                .type(type)
                .rule(ScalingRule.targetTracking("cpu", 60))
                .build();
        var plan = new Autoscaler(group, catalog)
                .plan(
                        GroupState.of(group, Fleet.empty()),
                        Market.of(catalog),
                        Trigger.check(),
                        Instant.parse("2026-01-05T08:00:00Z"));
        if (plan.launches().isEmpty()) {
            throw new AssertionError("the group must reach its minimum");
        }
    }
}
