package io.ess4j.cost;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Estimates what a workload costs in a month (guide 1.3), and finds the cheapest way to pay for it.
 *
 * <p>Worked example: Monday to Wednesday, 5 instances, 10 for 8 h 30 min a day at 0.03: 30/7 x 3 x (5 x 24 + 5 x 8.5) =
 * 2089.286 hours, 62.68. Ten subscriptions at 14.403 cost 144.03, so 56.48 per cent are saved.
 */
public final class CostEstimator {
    private CostEstimator() {}

    /**
     * The documented estimate: all hours under one purchase option.
     *
     * @param profile the workload
     * @param option on-demand or spot
     * @param price the price of one instance hour
     * @return the estimate
     * @throws IllegalArgumentException if the option is subscription
     */
    public static CostEstimate estimate(WorkloadProfile profile, PurchaseOption option, Price price) {
        return new CostEstimate(profile, option, price, profile.hoursPerMonth());
    }

    /**
     * The documented estimate at the price that an offering has now.
     *
     * @param profile the workload
     * @param market what can be bought now
     * @param index the position of an on-demand or spot offering in the market
     * @return the estimate
     * @throws IllegalArgumentException if the offering is a subscription
     * @throws IndexOutOfBoundsException if there is no such offering
     */
    public static CostEstimate estimate(WorkloadProfile profile, Market market, int index) {
        return estimate(profile, market.offering(index).purchaseOption(), market.price(index));
    }

    /**
     * The cost under a mix: subscribed instances serve first, the hours above them are split by the shares.
     *
     * @param profile the workload
     * @param mix how it is paid for
     * @return the cost, line by line
     * @throws ArithmeticException if an amount does not fit
     */
    public static MixEstimate estimate(WorkloadProfile profile, PurchaseMix mix) {
        InstanceHours above = profile.hoursPerMonthAbove(mix.subscribed());
        List<MixEstimate.Line> lines = new ArrayList<>();
        for (PurchaseMix.Share share : mix.shares()) {
            InstanceHours hours = above.times(share.percent(), 100);
            lines.add(new MixEstimate.Line(share, hours, hours.at(share.price())));
        }
        long subscription = Math.multiplyExact(mix.monthlyPrice().nanos(), (long) mix.subscribed());
        return new MixEstimate(new Money(subscription), lines);
    }

    /**
     * The hours a month at which one instance costs the same by the hour and by subscription. Fewer hours are cheaper
     * by the hour; above 720 a subscription never pays.
     *
     * @param hourly the price of one instance hour
     * @param monthly the price of a month's subscription
     * @return the exact hours, or empty if the hours are free
     */
    public static Optional<InstanceHours> breakEven(Price hourly, Money monthly) {
        requireNonNull(monthly, "monthly");
        return hourly.nanosPerHour() == 0
                ? Optional.empty()
                : Optional.of(new InstanceHours(
                        BigInteger.valueOf(monthly.nanos()), BigInteger.valueOf(hourly.nanosPerHour())));
    }

    /**
     * How many subscriptions make the month cheapest when the rest is billed by the hour: as many as run for longer
     * than the {@linkplain #breakEven break-even}. The first instance runs longest, the next no longer than it, so a
     * binary search finds the last one that pays: O(log peak) evaluations of the profile. Where both ways cost the
     * same, the fewer subscriptions.
     *
     * @param profile the workload
     * @param hourly the price of one instance hour
     * @param monthly the price of a month's subscription
     * @return the number of subscriptions, 0 to the peak
     */
    public static int cheapestSubscribed(WorkloadProfile profile, Price hourly, Money monthly) {
        Optional<InstanceHours> even = breakEven(hourly, monthly);
        int pays = 0;
        int beyond = even.isPresent() ? profile.peak() + 1 : 1;
        while (beyond - pays > 1) {
            int middle = (pays + beyond) >>> 1;
            InstanceHours without = profile.hoursPerMonthAbove(middle).plus(even.orElseThrow());
            if (profile.hoursPerMonthAbove(middle - 1).compareTo(without) > 0) {
                pays = middle;
            } else {
                beyond = middle;
            }
        }
        return pays;
    }

    /**
     * How much cheaper one price is than another, such as spot than on-demand (guide 1.2).
     *
     * @param price the price paid
     * @param basis the price it is compared with
     * @return per cent with two decimals, half up (away from zero); negative if dearer; empty if the basis is 0
     */
    public static Optional<BigDecimal> savingPercent(Price price, Price basis) {
        return Ratios.saving(price.nanosPerHour(), basis.nanosPerHour());
    }
}
