package io.ess4j.removal;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The order in which instances leave: a first stage, and a second one for instances that the first holds equal (guide
 * 4.2). What both hold equal leaves in the order of ids, or at random if the caller passes a generator.
 *
 * @param custom a first stage given by the caller, in place of a criterion; the least value leaves first
 * @param stages the criteria in order: none to two, different from each other; at most one after a custom stage
 */
public record RemovalPolicy(Optional<ToLongFunction<Instance>> custom, List<RemovalCriterion> stages) {
    /** The documented default: oldest configuration, then oldest instance (guide map C-1-14). */
    public static final RemovalPolicy DEFAULT =
            of(RemovalCriterion.OLDEST_CONFIGURATION, RemovalCriterion.OLDEST_INSTANCE);

    private static final int MOST_STAGES = 2;

    public RemovalPolicy {
        requireNonNull(custom, "custom");
        stages = List.copyOf(stages);
        int count = stages.size() + (custom.isPresent() ? 1 : 0);
        if (count < 1 || count > MOST_STAGES) {
            throw new IllegalArgumentException("stages (" + stages + (custom.isPresent() ? " after a custom one" : "")
                    + ") must be one or two in all");
        }
        if (stages.size() == MOST_STAGES && stages.get(0) == stages.get(1)) {
            throw new IllegalArgumentException("stages (" + stages + ") must differ");
        }
    }

    /**
     * A policy of one criterion, without a second stage.
     *
     * @param criterion which instance leaves first
     * @return the policy
     */
    public static RemovalPolicy of(RemovalCriterion criterion) {
        return new RemovalPolicy(Optional.empty(), List.of(criterion));
    }

    /**
     * A policy of two criteria.
     *
     * @param first which instance leaves first
     * @param second which of those that the first holds equal; another criterion
     * @return the policy
     * @throws IllegalArgumentException if the criteria are the same
     */
    public static RemovalPolicy of(RemovalCriterion first, RemovalCriterion second) {
        return new RemovalPolicy(Optional.empty(), List.of(first, second));
    }

    /**
     * A policy whose first stage is the caller's own. The function must depend on the instance alone and give the same
     * value each time.
     *
     * @param rank the least value leaves first
     * @return the policy
     */
    public static RemovalPolicy custom(ToLongFunction<Instance> rank) {
        return new RemovalPolicy(Optional.of(rank), List.of());
    }

    /**
     * A policy whose first stage is the caller's own and whose second is a criterion.
     *
     * @param rank the least value leaves first
     * @param second which of those that the first holds equal
     * @return the policy
     */
    public static RemovalPolicy custom(ToLongFunction<Instance> rank, RemovalCriterion second) {
        return new RemovalPolicy(Optional.of(rank), List.of(second));
    }
}
