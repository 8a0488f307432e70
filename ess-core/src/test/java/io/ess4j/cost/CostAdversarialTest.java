package io.ess4j.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest counts, the longest times, the smallest prices; free hours; curves of a million samples. */
class CostAdversarialTest {
    private static final Price TINY = new Price(1);
    private static final Price HUGE = new Price(Long.MAX_VALUE);
    private static final List<DayOfWeek> ALL = List.of(DayOfWeek.values());

    @Test
    void theLargestCountsAreExact() {
        WorkloadProfile most = WorkloadProfile.monthly(0, Integer.MAX_VALUE, Duration.ofDays(30));

        assertThat(most.hoursPerMonth())
                .isEqualTo(new InstanceHours(BigInteger.valueOf(720L * Integer.MAX_VALUE), BigInteger.ONE));
        assertThat(CostEstimator.estimate(most, PurchaseOption.SPOT, TINY).exactCost())
                .isEqualTo(new Money(720L * Integer.MAX_VALUE));
    }

    /**
     * Hours are summed in longs and carried over before these are full: time in seconds that is just long or just not,
     * and nanoseconds that only add up, or only go down, while many instances run.
     */
    @ParameterizedTest(name = "each {0} s, then nanosecond {1} or {2}")
    @CsvSource({
        "2147483647, 0, 0",
        "2147483648, 0, 0",
        "2147483649, 0, 0",
        "1073741824, 0, 0",
        "1, 0, 999999999",
        "1, 999999999, 0",
        "2147483647, 0, 999999999"
    })
    void sumsBeyondALongAreExact(long seconds, int evenNano, int oddNano) {
        List<Sample> samples = new ArrayList<>();
        InstanceHours expected = InstanceHours.ZERO;
        for (int i = 0; i < 12; i++) {
            Instant at = Instant.ofEpochSecond(seconds * i, i % 2 == 0 ? evenNano : oddNano);
            Instant until = Instant.ofEpochSecond(seconds * (i + 1), i % 2 == 0 ? oddNano : evenNano);
            int count = i % 2 == 0 ? Integer.MAX_VALUE : evenNano == oddNano ? Integer.MAX_VALUE - i : 0;
            samples.add(new Sample(at, count));
            expected =
                    expected.plus(InstanceHours.of(Duration.between(at, until)).times(count, 1));
        }

        assertThat(new LoadCurve(samples, Instant.ofEpochSecond(seconds * 12, evenNano)).hours())
                .isEqualTo(expected);
    }

    @Test
    void whatDoesNotFitIsAnErrorAndNeverWrapsAround() {
        WorkloadProfile two = WorkloadProfile.daily(ALL, 2, 2, Duration.ZERO);
        CostEstimate estimate = CostEstimator.estimate(two, PurchaseOption.ON_DEMAND, HUGE);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(estimate::cost);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(estimate::exactCost);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CostEstimator.estimate(two, PurchaseOption.ON_DEMAND, TINY)
                        .against(new Money(Long.MAX_VALUE)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CostEstimator.estimate(
                        two,
                        PurchaseMix.hourly(new PurchaseMix.Share(PurchaseOption.SPOT, TINY, 100))
                                .withSubscribed(2, new Money(Long.MAX_VALUE))));
    }

    @Test
    void nothingCostsNothing() {
        WorkloadProfile none = WorkloadProfile.weekly(0, 0, Duration.ofDays(7));

        assertThat(none.hoursPerMonth()).isEqualTo(InstanceHours.ZERO);
        CostEstimate estimate = CostEstimator.estimate(none, PurchaseOption.SPOT, HUGE);
        assertThat(estimate.cost()).isEqualTo(Money.ZERO);
        assertThat(estimate.against(Money.of("1")).savingPercent()).isEmpty();
        assertThat(CostEstimator.cheapestSubscribed(none, HUGE, Money.ZERO)).isZero();
    }

    @Test
    void freeHoursAndFreeSubscriptions() {
        WorkloadProfile busy = WorkloadProfile.daily(ALL, 1, 5, Duration.ofHours(3));

        assertThat(CostEstimator.breakEven(Price.ZERO, Money.of("10"))).isEmpty();
        assertThat(CostEstimator.cheapestSubscribed(busy, Price.ZERO, Money.of("10")))
                .isZero();
        assertThat(CostEstimator.cheapestSubscribed(busy, TINY, Money.ZERO)).isEqualTo(5);
        assertThat(CostEstimator.savingPercent(TINY, Price.ZERO)).isEmpty();
        assertThat(CostEstimator.savingPercent(HUGE, TINY).orElseThrow()).isNegative();
    }

    @Test
    void theLargestPeakIsSearchedInSteps() {
        WorkloadProfile most = WorkloadProfile.monthly(1, Integer.MAX_VALUE - 1, Duration.ofHours(1));

        assertThat(CostEstimator.cheapestSubscribed(most, TINY, new Money(1))).isEqualTo(1);
        assertThat(CostEstimator.cheapestSubscribed(most, new Price(2), new Money(1)))
                .isEqualTo(Integer.MAX_VALUE - 1);
    }

    @Test
    void aCurveOfAMillionSamplesIsExact() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            samples.add(new Sample(Instant.EPOCH.plusNanos(i), i % 2));
        }
        LoadCurve curve = new LoadCurve(samples, Instant.EPOCH.plusNanos(1_000_000));

        assertThat(curve.hoursPerMonth()).isEqualTo(new InstanceHours(BigInteger.valueOf(360), BigInteger.ONE));
    }

    @Test
    void theLongestCurveThereIs() {
        LoadCurve curve = new LoadCurve(List.of(new Sample(Instant.MIN, Integer.MAX_VALUE)), Instant.MAX);

        assertThat(curve.hoursPerMonth())
                .isEqualTo(new InstanceHours(BigInteger.valueOf(720L * Integer.MAX_VALUE), BigInteger.ONE));
        assertThat(curve.above(Integer.MAX_VALUE).hoursPerMonth()).isEqualTo(InstanceHours.ZERO);
    }

    @Test
    void peaksOutsideOfTheirPeriodAreRefused() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);

        assertThatIllegalArgumentException().isThrownBy(() -> WorkloadProfile.daily(ALL, 0, 1, longest));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkloadProfile.weekly(0, 1, longest.negated()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> WorkloadProfile.monthly(0, 1, Duration.ofDays(30).plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkloadProfile.monthly(2, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkloadProfile.daily(List.of(), 0, 1, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkloadProfile.monthly(0, 1, Duration.ZERO).above(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> InstanceHours.of(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> InstanceHours.ZERO.times(1, 0));
    }

    @Test
    void sharesAddUpEvenIfTheyOverflow() {
        PurchaseMix.Share full = new PurchaseMix.Share(PurchaseOption.SPOT, TINY, 100);

        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseMix.hourly());
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseMix.hourly(full, full));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseMix.Share(PurchaseOption.SPOT, TINY, Integer.MAX_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseMix.hourly(full).withSubscribed(-1, Money.ZERO));
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> WorkloadProfile.daily(ALL, 0, 1, null));
        assertThatNullPointerException().isThrownBy(() -> CostEstimator.breakEven(TINY, null));
        assertThatNullPointerException().isThrownBy(() -> new LoadCurve(List.of(), null));
        assertThatNullPointerException().isThrownBy(() -> new Sample(null, 0));
    }
}
