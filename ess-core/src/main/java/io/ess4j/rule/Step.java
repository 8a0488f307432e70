package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * One interval of a {@link StepRule} and what is done in it, such as "from 0 to 10 above the threshold, add 2".
 *
 * <p>A distance of 0 or more belongs to the step with {@code lower <= distance < upper}, a negative one to the step
 * with {@code lower < distance <= upper}; so the far bound of a step is the near bound of the next (guide map C-9-6).
 *
 * @param lower where the interval begins, relative to the threshold; absent if it has no end on that side
 * @param upper where it ends; absent if it has no end on that side
 * @param adjustment the number, read as the rule's adjustment type says
 */
public record Step(OptionalDouble lower, OptionalDouble upper, int adjustment) {
    public Step {
        lower = finite("lower", lower);
        upper = finite("upper", upper);
    }

    private static OptionalDouble finite(String what, OptionalDouble bound) {
        return requireNonNull(bound, what).isEmpty()
                ? bound
                : OptionalDouble.of(RuleChecks.finite(what, bound.getAsDouble()));
    }

    /**
     * A step between two bounds.
     *
     * @param lower where it begins, relative to the threshold
     * @param upper where it ends
     * @param adjustment the number, read as the rule's adjustment type says
     * @return the step
     * @throws IllegalArgumentException if a bound is infinite or not a number
     */
    public static Step between(double lower, double upper, int adjustment) {
        return new Step(OptionalDouble.of(lower), OptionalDouble.of(upper), adjustment);
    }

    /**
     * The uppermost step.
     *
     * @param lower where it begins, relative to the threshold
     * @param adjustment the number, read as the rule's adjustment type says
     * @return the step
     * @throws IllegalArgumentException if the bound is infinite or not a number
     */
    public static Step from(double lower, int adjustment) {
        return new Step(OptionalDouble.of(lower), OptionalDouble.empty(), adjustment);
    }

    /**
     * The lowest step.
     *
     * @param upper where it ends, relative to the threshold
     * @param adjustment the number, read as the rule's adjustment type says
     * @return the step
     * @throws IllegalArgumentException if the bound is infinite or not a number
     */
    public static Step upTo(double upper, int adjustment) {
        return new Step(OptionalDouble.empty(), OptionalDouble.of(upper), adjustment);
    }

    boolean holds(BigDecimal distance) {
        int above = lower.isEmpty() ? 1 : distance.compareTo(BigDecimal.valueOf(lower.getAsDouble()));
        int below = upper.isEmpty() ? -1 : distance.compareTo(BigDecimal.valueOf(upper.getAsDouble()));
        return distance.signum() >= 0 ? above >= 0 && below < 0 : above > 0 && below <= 0;
    }
}
