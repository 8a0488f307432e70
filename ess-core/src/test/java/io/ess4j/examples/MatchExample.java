package io.ess4j.examples;

// example begins
import static io.ess4j.model.PurchaseOption.ON_DEMAND;

import io.ess4j.match.*;
import io.ess4j.model.*;

public interface MatchExample {
    static void main(String[] args) {
        var h = Zone.of("cn-hangzhou-h");
        var catalog = Catalog.builder()
                .offering(InstanceType.of("ecs.sn2.medium", 2, 8192), h, ON_DEMAND, Price.perHour("0.70"))
                .offering(InstanceType.of("ecs.g5ne.large", 2, 8192), h, ON_DEMAND, Price.perHour("0.66"))
                .offering(InstanceType.of("ecs.c5.large", 2, 4096), h, ON_DEMAND, Price.perHour("0.50"))
                .offering(InstanceType.of("ecs.g5.large", 2, 8192), h, ON_DEMAND, Price.perHour("0.60"))
                .build();
        var pattern = InstanceTypePattern.of(2, 8192).exclude("ecs.sn*").build();

        var result = InstanceTypeMatcher.match(
                MatchRequest.builder(Market.of(catalog)).pattern(pattern).build());
        result.matches().forEach(m -> System.out.println(m.type() + " at " + m.price()));
        result.passedOver().forEach(p -> System.out.println(p.type() + ": " + p.reasons()));
    }
}
// example ends
