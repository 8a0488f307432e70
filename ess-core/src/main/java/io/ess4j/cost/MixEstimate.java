package io.ess4j.cost;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Money;
import java.util.List;

/**
 * What a workload costs in a month under a mix of purchase options, line by line.
 *
 * @param subscription what the subscribed instances cost, used or not
 * @param lines the hours above them, in the order of the mix
 */
public record MixEstimate(Money subscription, List<Line> lines) {
    /**
     * One share of the hours.
     *
     * @param share which
     * @param hours its exact instance hours in a month
     * @param cost what they cost, rounded half up to 1e-9 currency units
     */
    public record Line(PurchaseMix.Share share, InstanceHours hours, Money cost) {
        public Line {
            requireNonNull(share, "share");
            requireNonNull(hours, "hours");
            requireNonNull(cost, "cost");
        }
    }

    public MixEstimate {
        requireNonNull(subscription, "subscription");
        lines = List.copyOf(lines);
    }

    /**
     * Subscription and all lines together.
     *
     * @return the sum
     * @throws ArithmeticException if the sum does not fit
     */
    public Money total() {
        Money total = subscription;
        for (Line line : lines) {
            total = total.plus(line.cost());
        }
        return total;
    }
}
