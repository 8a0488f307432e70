package io.ess4j.cost;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.util.List;

/**
 * How a workload is paid for when several ways are mixed: the first instances by subscription, the hours above them in
 * shares by the hour.
 *
 * @param subscribed instances that are subscribed and run all month, 0 or more
 * @param monthlyPrice what one of them costs in a month
 * @param shares how the hours above them are paid for; the percentages add up to 100
 */
public record PurchaseMix(int subscribed, Money monthlyPrice, List<Share> shares) {
    /**
     * A part of the hours.
     *
     * @param option on-demand or spot
     * @param price the price of one instance hour
     * @param percent the part, 0 to 100
     */
    public record Share(PurchaseOption option, Price price, int percent) {
        public Share {
            requireNonNull(price, "price");
            if (option == PurchaseOption.SUBSCRIPTION) {
                throw new IllegalArgumentException("option (" + option + ") must be billed by the hour");
            }
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("percent (" + percent + ") must lie in 0..100");
            }
        }
    }

    public PurchaseMix {
        requireNonNull(monthlyPrice, "monthlyPrice");
        shares = List.copyOf(shares);
        if (subscribed < 0) {
            throw new IllegalArgumentException("subscribed (" + subscribed + ") must be >= 0");
        }
        long sum = shares.stream().mapToLong(Share::percent).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("the percentages of shares (" + sum + ") must add up to 100");
        }
    }

    /**
     * Hours in shares, nothing by subscription.
     *
     * @param shares how the hours are paid for; the percentages add up to 100
     * @return the mix
     * @throws IllegalArgumentException if they do not add up to 100
     */
    public static PurchaseMix hourly(Share... shares) {
        return new PurchaseMix(0, Money.ZERO, List.of(shares));
    }

    /**
     * This mix with some instances by subscription.
     *
     * @param instances how many, 0 or more
     * @param price what one costs in a month
     * @return the changed mix
     * @throws IllegalArgumentException if the number is negative
     */
    public PurchaseMix withSubscribed(int instances, Money price) {
        return new PurchaseMix(instances, price, shares);
    }
}
