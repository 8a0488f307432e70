package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Offering;
import io.ess4j.model.Price;

/**
 * Some instances of one offering to launch, such as {@code 2 x ecs.c5.2xlarge in h ON_DEMAND at 0.64}.
 *
 * @param offering what to buy, at its price now
 * @param count how many instances, 1 or more
 * @param weight capacity units of one instance, 1 or more
 */
public record Launch(Offering offering, int count, int weight) {
    public Launch {
        requireNonNull(offering, "offering");
        if (count < 1 || weight < 1) {
            throw new IllegalArgumentException(
                    "count (" + count + ") and weight (" + weight + ") of " + offering + " must be >= 1");
        }
    }

    /**
     * The capacity that this launch brings.
     *
     * @return count times weight, in capacity units
     */
    public long units() {
        return (long) count * weight;
    }

    /**
     * What the instances of this launch cost together.
     *
     * @return the price per hour
     * @throws ArithmeticException if it does not fit
     */
    public Price cost() {
        return offering.price().times(count);
    }

    /** Returns count and offering. */
    @Override
    public String toString() {
        return count + " x " + offering;
    }
}
