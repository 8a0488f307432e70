package io.ess4j.cost;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a workload costs in a month when it is billed by the hour (guide 1.3), such as 0.03 x 2089.286 hours = 62.68.
 *
 * @param profile the workload
 * @param option on-demand or spot
 * @param price the price of one instance hour
 * @param hours the exact instance hours of a month
 */
public record CostEstimate(WorkloadProfile profile, PurchaseOption option, Price price, InstanceHours hours) {
    /** Decimals of {@link #cost}. */
    private static final int CENTS = 2;

    public CostEstimate {
        requireNonNull(profile, "profile");
        requireNonNull(price, "price");
        requireNonNull(hours, "hours");
        if (option == PurchaseOption.SUBSCRIPTION) {
            throw new IllegalArgumentException("option (" + option + ") must be billed by the hour");
        }
    }

    /**
     * The cost as the guide shows it: price times the hours as shown (three decimals), rounded half up to two decimals.
     *
     * @return the amount
     * @throws ArithmeticException if the amount does not fit
     */
    public Money cost() {
        BigDecimal amount = BigDecimal.valueOf(price.nanosPerHour(), Ratios.SCALE)
                .multiply(hours.rounded())
                .setScale(CENTS, RoundingMode.HALF_UP);
        return new Money(amount.movePointRight(Ratios.SCALE).longValueExact());
    }

    /**
     * The cost from the exact hours, rounded half up once, to 1e-9 currency units.
     *
     * @return the amount
     * @throws ArithmeticException if the amount does not fit
     */
    public Money exactCost() {
        return hours.at(price);
    }

    /**
     * Compares {@link #cost} with subscriptions that cover the peak all month.
     *
     * @param monthlyPrice what one subscribed instance costs in a month
     * @return the comparison
     * @throws ArithmeticException if an amount does not fit
     */
    public SubscriptionComparison against(Money monthlyPrice) {
        return new SubscriptionComparison(
                cost(), new Money(Math.multiplyExact(monthlyPrice.nanos(), (long) profile.peak())));
    }

    /**
     * The calculation with its numbers, in the manner of {@code 30/7 x 3 x (5 x 24 + (10 - 5) x 8.5) = 2089.286 hours;
     * 0.03 x 2089.286 = 62.68}.
     *
     * @return one line of text; its form is not stable
     */
    public String explain() {
        BigDecimal shown = hours.rounded();
        return profile.formula() + " = " + shown + " hours; " + price + " x " + shown + " = " + cost();
    }
}
