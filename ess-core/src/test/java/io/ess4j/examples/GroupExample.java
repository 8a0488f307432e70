package io.ess4j.examples;

// example begins
import io.ess4j.*;
import io.ess4j.model.*;
import io.ess4j.rule.ScalingRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public interface GroupExample {
    static void main(String[] args) {
        var type = InstanceType.of("ecs.c5.large", 2, 4096);
        var zone = Zone.of("cn-hangzhou-h");
        var offering = new Offering(type, zone, PurchaseOption.ON_DEMAND, Price.perHour("0.18"));
        var catalog = Catalog.of(List.of(offering));
        var group = ScalingGroup.builder("web")
                .capacity(1, 9)
                .zones(zone)
                .type(type)
                .rule(ScalingRule.targetTracking("cpu", 50))
                .build();
        var autoscaler = new Autoscaler(group, catalog);
        var market = Market.of(catalog);
        var now = Instant.parse("2026-01-05T08:00:00Z");

        var first = Instance.builder("i-1").offering(offering).joinedAt(now).build();
        var state = GroupState.of(group, Fleet.of(first));
        // An hour later CPU is at 130 %. One of the two new instances does not start, and leaves the books.
        now = now.plusSeconds(3600);
        var busy = autoscaler.plan(state, market, Trigger.alarm("cpu", 130), now);
        state = busy.after(List.of("i-2", "i-3"))
                .joined(List.of("i-2"), now)
                .gone(List.of("i-3"))
                .finished(busy.activity().orElseThrow(), Optional.of(now));
        // At night CPU is at 10 %. Whoever leaves is stopped or released, as the plan says.
        now = now.plusSeconds(7200);
        var quiet = autoscaler.plan(state, market, Trigger.alarm("cpu", 10), now);
        state = quiet.after().left(quiet.exits(), now).finished(quiet.activity().orElseThrow(), Optional.of(now));
        System.out.println(quiet.explain());
        System.out.println(state.fleet().get(0).id());
    }
}
// example ends
