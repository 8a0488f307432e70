package io.ess4j.examples;

// example begins
import io.ess4j.elasticity.*;
import io.ess4j.model.*;
import java.util.List;

public interface ElasticityExample {
    static void main(String[] args) {
        var large = InstanceType.of("ecs.g6.large", 2, 8192);
        var xlarge = InstanceType.of("ecs.g6.xlarge", 4, 16384);
        var h = Zone.of("h");
        var i = Zone.of("i");

        // What the provider has; the group uses zone h only, where the larger type is sold out.
        var pools = PoolTable.of(List.of(large, xlarge), List.of(h, i)).with(PoolConstraint.STOCK, xlarge, h, false);
        var group = pools.select(List.of(large, xlarge), List.of(h));

        var assessment = StrengthAssessor.assess(pools, group);
        System.out.println(assessment.level() + ": " + assessment.available() + " of " + group.size() + " pools");
        assessment.unavailable().forEach(p -> System.out.println(p.type() + " in " + p.zone() + ": " + p.failing()));
        assessment.advice().forEach(System.out::println);
    }
}
// example ends
