package io.ess4j.examples;

// example begins
import static io.ess4j.model.PurchaseOption.*;

import io.ess4j.capacity.Weights;
import io.ess4j.model.*;
import io.ess4j.placement.*;
import java.util.List;

public interface PlacementExample {
    static void main(String[] args) {
        var large = InstanceType.of("ecs.g6.large", 2, 8192);
        var h = Zone.of("h");
        var i = Zone.of("i");
        var catalog = Catalog.builder()
                .offering(large, h, SPOT, Price.perHour("0.12"))
                .offering(large, h, ON_DEMAND, Price.perHour("0.50"))
                .offering(large, i, ON_DEMAND, Price.perHour("0.52"))
                .build();
        var market = Market.builder(catalog)
                .stock(large, h, SPOT, 2)
                .stock(large, h, ON_DEMAND, 3)
                .build();

        var planner = new LaunchPlanner(catalog, List.of(h, i), Weights.unweighted(List.of(large)));
        var plan = planner.plan(PlacementStrategy.costOptimized(SpotMix.spotFirst()), market, Fleet.empty(), 7);
        plan.launches().forEach(System.out::println);
        plan.skipped().forEach(s -> System.out.println("passed over: " + s.offering() + ": " + s.reason()));
        System.out.println(plan.cost() + " an hour, short of " + plan.shortfall());
    }
}
// example ends
