package io.ess4j.quickstart;

// quick start begins
import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;

import io.ess4j.*;
import io.ess4j.model.*;
import io.ess4j.placement.*;
import io.ess4j.rule.ScalingRule;
import java.time.Instant;

public interface QuickStart {
    static void main(String[] args) {
        // What can be bought, where, at what price.
        var large = InstanceType.of("ecs.g6.large", 2, 8192);
        var h = Zone.of("cn-hangzhou-h");
        var i = Zone.of("cn-hangzhou-i");
        var catalog = Catalog.builder()
                .offering(large, h, ON_DEMAND, Price.perHour("0.50"))
                .offering(large, i, SPOT, Price.perHour("0.12"))
                .build();

        // What the group wants. Bad values fail here, all at once.
        var group = ScalingGroup.builder("web")
                .capacity(2, 40)
                .zones(h, i)
                .type(large)
                .placement(PlacementStrategy.costOptimized(
                        SpotMix.builder().onDemandBase(2).build()))
                .rule(ScalingRule.targetTracking("cpu", 60.0))
                .hostNames("web-(AUTO_INCREMENT)[0,3]")
                .build();

        // What the group is. The caller hands in state and time; nothing reads a clock.
        var now = Instant.parse("2026-01-05T08:00:00Z");
        var first = Instance.builder("i-1")
                .offering(catalog.offerings().get(0))
                .joinedAt(now.minusSeconds(3600))
                .build();
        var state = GroupState.of(group, Fleet.of(first));

        // One question, one answer, and the reason for it. Same input, same plan.
        var autoscaler = new Autoscaler(group, catalog);
        var plan = autoscaler.plan(state, Market.of(catalog), Trigger.alarm("cpu", 240.0), now);
        System.out.println(plan.explain());
    }
}
// quick start ends
