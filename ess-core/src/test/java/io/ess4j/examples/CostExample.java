package io.ess4j.examples;

// example begins
import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static java.time.DayOfWeek.*;

import io.ess4j.cost.*;
import io.ess4j.model.*;
import java.time.Duration;
import java.util.List;

public interface CostExample {
    static void main(String[] args) {
        var peaks = WorkloadProfile.daily(List.of(MONDAY, TUESDAY, WEDNESDAY), 5, 10, Duration.ofMinutes(510));
        var estimate = CostEstimator.estimate(peaks, ON_DEMAND, Price.perHour("0.03"));
        System.out.println(estimate.explain());
        System.out.println(
                "saved: " + estimate.against(Money.of("14.403")).savingPercent().orElseThrow() + " %");

        // Two of the largest type for ten units, where one of them and one of the smallest would do.
        var bought = List.of(
                new PlanCost.Bought(Price.perHour("0.18"), 2, 10, 0),
                new PlanCost.Bought(Price.perHour("0.64"), 8, 10, 2));
        var plan = PlanCost.of(bought, 10);
        System.out.println(plan.cost() + " instead of " + plan.lowerBound() + ": "
                + plan.gapPercent().orElseThrow() + " % above");
    }
}
// example ends
