package io.ess4j.examples;

// example begins
import io.ess4j.access.*;
import io.ess4j.model.Tag;
import java.util.List;

public interface AccessExample {
    static void main(String[] args) {
        var policy = AccessPolicy.of(
                "games",
                Statement.allow("ess:*").when(Condition.equal("acs:ResourceTag/Team", "game1")),
                Statement.deny("ess:Delete*").when(Condition.equal("acs:ResourceTag/team", "game2")),
                Statement.allow("ess:Describle*"));

        var delete = AccessRequest.of("ess:DeleteScalingGroup", "cn-hangzhou", "1609");
        var group2 = delete.onGroup("asg-002", List.of(new Tag("team", "game2")));
        System.out.println(AccessEvaluator.decide(List.of(policy), group2).explain());
        PolicyReview.findings(policy).forEach(System.out::println);
    }
}
// example ends
