package io.ess4j.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.cost.LoadCurve.Sample;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** The estimates against counting minute by minute and trying every number of subscriptions. */
class CostProperties {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Property(tries = 300)
    void aDailyPeakIsThirtySeventhsOfItsWeekMinuteByMinute(
            @ForAll @NotEmpty Set<DayOfWeek> days,
            @ForAll @IntRange(max = 50) int low,
            @ForAll @IntRange(max = 50) int more,
            @ForAll @IntRange(max = 1440) int minutes) {
        long instanceMinutes = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int minute = 0; minute < 1440 && days.contains(day); minute++) {
                instanceMinutes += minute < minutes ? low + more : low;
            }
        }

        InstanceHours hours = WorkloadProfile.daily(days, low, low + more, Duration.ofMinutes(minutes))
                .hoursPerMonth();

        assertThat(hours).isEqualTo(fraction(instanceMinutes * 30, 7 * 60));
    }

    @Property(tries = 300)
    void aCurveIsTheSumOfItsSeconds(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 9) Integer> perSecond) {
        long seconds = 0;
        for (int count : perSecond) {
            seconds += count;
        }

        LoadCurve curve = curve(perSecond);

        assertThat(curve.hours()).isEqualTo(fraction(seconds, 3600));
        assertThat(curve.hoursPerMonth()).isEqualTo(fraction(seconds * 720, perSecond.size()));
    }

    @Property
    void theCheapestNumberOfSubscriptionsIsTheFirstOfTheBest(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 9) Integer> perSecond,
            @ForAll @IntRange(max = 20) int hourly,
            @ForAll @IntRange(max = 4000) int monthly) {
        LoadCurve curve = curve(perSecond);
        Price price = new Price(hourly);
        int best = 0;
        for (int n = 1; n <= curve.peak() + 1; n++) {
            if (exactCost(curve, n, hourly, monthly).compareTo(exactCost(curve, best, hourly, monthly)) < 0) {
                best = n;
            }
        }

        assertThat(CostEstimator.cheapestSubscribed(curve, price, new Money(monthly)))
                .isEqualTo(best);
    }

    @Property
    void aSubscriptionServesTheFirstInstances(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> perSecond,
            @ForAll @IntRange(max = 10) int instances) {
        long above = 0;
        for (int count : perSecond) {
            above += Math.max(count - instances, 0);
        }

        assertThat(curve(perSecond).above(instances).hours()).isEqualTo(fraction(above, 3600));
    }

    @Property
    void theShownCostIsWithinACentAndTheErrorOfTheShownHours(
            @ForAll @IntRange(max = 100) int low,
            @ForAll @IntRange(max = 100) int more,
            @ForAll @IntRange(max = 10_080) int minutes,
            @ForAll @IntRange(max = 9_999) int cents) {
        WorkloadProfile profile = WorkloadProfile.weekly(low, low + more, Duration.ofMinutes(minutes));

        CostEstimate estimate = CostEstimator.estimate(profile, PurchaseOption.SPOT, new Price(cents * 10_000_000L));

        long difference =
                Math.abs(estimate.cost().nanos() - estimate.exactCost().nanos());
        // Half a cent, and half a thousandth of an hour at the price.
        assertThat(difference).isLessThanOrEqualTo(5_000_000L + cents * 5_000L + 1);
        assertThat(estimate.cost().nanos() % 10_000_000L).isZero();
    }

    private static InstanceHours exactCost(LoadCurve curve, int subscribed, int hourly, int monthly) {
        return curve.above(subscribed).hoursPerMonth().times(hourly, 1).plus(fraction((long) subscribed * monthly, 1));
    }

    private static InstanceHours fraction(long numerator, long denominator) {
        return new InstanceHours(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** One sample a second; runs of equal counts are one sample. */
    private static LoadCurve curve(List<Integer> perSecond) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < perSecond.size(); i++) {
            if (i == 0 || !perSecond.get(i).equals(perSecond.get(i - 1))) {
                samples.add(new Sample(START.plusSeconds(i), perSecond.get(i)));
            }
        }
        return new LoadCurve(samples, START.plusSeconds(perSecond.size()));
    }
}
