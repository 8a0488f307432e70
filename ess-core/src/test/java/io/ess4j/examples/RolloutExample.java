package io.ess4j.examples;

// example begins
import io.ess4j.model.*;
import io.ess4j.rollout.*;
import java.time.Instant;
import java.util.*;

public interface RolloutExample {
    static void main(String[] args) {
        var noon = Instant.parse("2026-01-05T12:00:00Z");
        List<Instance> instances = new ArrayList<>();
        for (int n = 1; n <= 10; n++) {
            instances.add(Instance.builder("i-" + n)
                    .type(InstanceType.of("ecs.g6.large", 2, 8192))
                    .zone(Zone.of("h"))
                    .price(Price.perHour("0.5"))
                    .joinedAt(noon.minusSeconds(86_400 - n))
                    .build());
        }

        // From 80 to 120 percent: two come and two go at first, and then one by one.
        var target = new RefreshTarget.Configuration("asc-new");
        var plan = RefreshPlan.of(RefreshPolicy.of(target), RefreshSituation.atRest(Fleet.of(instances), "asc-old"));
        var step = InstanceRefresh.pending(plan, noon).step(new RefreshEvent.Begin(), noon);
        System.out.println("begin: " + step.commands());
        var served = new RefreshEvent.Launched("new-1", RefreshCommand.Source.TARGET);
        step = step.next().step(served, noon.plusSeconds(90));
        System.out.println("a new one serves: " + step.commands());
        step = step.next().step(new RefreshEvent.Removed("i-1"), noon.plusSeconds(120));
        System.out.println("i-1 is gone: " + step.commands());
        System.out.println(step.next().status() + ", " + step.next().finished() + " of "
                + step.next().totalNeeded());
    }
}
// example ends
