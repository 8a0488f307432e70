package io.ess4j.examples;

// example begins
import io.ess4j.model.*;
import io.ess4j.removal.*;
import java.time.Instant;
import java.util.*;

public interface RemovalExample {
    static void main(String[] args) {
        var type = InstanceType.of("ecs.g6.large", 2, 8192);
        var monday = Instant.parse("2026-01-05T08:00:00Z");
        List<Instance> instances = new ArrayList<>();
        for (String zone : List.of("h", "i", "i", "h", "i")) {
            int n = instances.size() + 1;
            instances.add(Instance.builder("i-" + n)
                    .type(type)
                    .zone(Zone.of(zone))
                    .price(Price.perHour("0.5"))
                    .joinedAt(monday.plusSeconds(n * 3600L))
                    .build());
        }
        var request =
                RemovalRequest.of(Fleet.of(instances), RemovalGoal.count(4)).within(RemovalScope.LARGEST_ZONES);
        var plan = RemovalPlanner.plan(RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE), request);
        plan.removed().forEach(i -> System.out.println(i.id() + " leaves zone " + i.zone()));
        plan.kept().forEach(k -> System.out.println(k.instance().id() + " stays: " + k.reason()));
    }
}
// example ends
