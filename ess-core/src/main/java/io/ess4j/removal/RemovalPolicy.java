package io.ess4j.removal;

import static java.util.Objects.requireNonNull;

/**
 * The order in which instances leave. Instances that the criterion holds equal leave in the order of their ids.
 *
 * @param criterion which instance leaves first
 */
public record RemovalPolicy(RemovalCriterion criterion) {
    public RemovalPolicy {
        requireNonNull(criterion, "criterion");
    }

    /**
     * A policy of one criterion.
     *
     * @param criterion which instance leaves first
     * @return the policy
     */
    public static RemovalPolicy of(RemovalCriterion criterion) {
        return new RemovalPolicy(criterion);
    }
}
