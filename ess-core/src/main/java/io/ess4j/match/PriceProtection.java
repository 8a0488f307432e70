package io.ess4j.match;

import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.util.List;

/**
 * Keeps out types that fit but cost much more than the cheapest that fits (EC2 "price protection").
 *
 * @param percentAbove how much more is allowed, in per cent of the reference, 0 or more
 * @param referenceFamilies families of the current generation: the reference is the cheapest fitting type of these, or
 *     of all where none of these fits
 */
public record PriceProtection(int percentAbove, List<String> referenceFamilies) {
    private static final int ON_DEMAND_PERCENT = 20;
    private static final int SPOT_PERCENT = 100;

    public PriceProtection {
        if (percentAbove < 0) {
            throw new IllegalArgumentException("percentAbove (" + percentAbove + ") must be >= 0");
        }
        referenceFamilies = List.copyOf(referenceFamilies);
    }

    /**
     * Relative to the cheapest type that fits, whatever its family.
     *
     * @param percentAbove how much more is allowed, in per cent, 0 or more
     * @return the protection
     * @throws IllegalArgumentException if the number is negative
     */
    public static PriceProtection of(int percentAbove) {
        return new PriceProtection(percentAbove, List.of());
    }

    /**
     * The usual margin: 100 per cent for spot, 20 otherwise.
     *
     * @param option how instances are paid for
     * @return the protection, relative to the cheapest type that fits
     */
    public static PriceProtection usual(PurchaseOption option) {
        return of(option == PurchaseOption.SPOT ? SPOT_PERCENT : ON_DEMAND_PERCENT);
    }

    /** Whether a price is above the reference by more than the margin, exactly. */
    boolean refuses(Price price, Price reference) {
        return Price.compareUnit(price, 100L + percentAbove, reference, 100) > 0;
    }
}
