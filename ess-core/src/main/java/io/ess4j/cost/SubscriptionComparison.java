package io.ess4j.cost;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A month billed by the hour beside the same month by subscription (guide 1.3), such as 62.68 against 144.03: 56.48 per
 * cent saved.
 *
 * @param cost the month billed by the hour
 * @param subscription the month by subscription: the peak times the monthly price
 */
public record SubscriptionComparison(Money cost, Money subscription) {
    public SubscriptionComparison {
        requireNonNull(cost, "cost");
        requireNonNull(subscription, "subscription");
    }

    /**
     * How much is saved by the hour, in per cent of the subscription.
     *
     * @return two decimals, half up (away from zero); negative if subscription is cheaper; empty if subscription costs
     *     nothing
     */
    public Optional<BigDecimal> savingPercent() {
        return Ratios.saving(cost.nanos(), subscription.nanos());
    }
}
