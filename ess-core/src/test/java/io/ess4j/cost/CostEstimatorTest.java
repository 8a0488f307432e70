package io.ess4j.cost;

import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;
import static io.ess4j.model.PurchaseOption.SUBSCRIPTION;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.cost.PurchaseMix.Share;
import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate of guide 1.3, and what goes beyond it. */
class CostEstimatorTest {
    private static final WorkloadProfile EXAMPLE =
            WorkloadProfile.daily(List.of(MONDAY, TUESDAY, WEDNESDAY), 5, 10, Duration.ofMinutes(510));
    private static final Price PRICE = Price.perHour("0.03");
    private static final Money MONTHLY = Money.of("14.403");

    @Test
    void givesTheHoursAndTheCostOfTheGuide() {
        CostEstimate estimate = CostEstimator.estimate(EXAMPLE, ON_DEMAND, PRICE);

        assertThat(estimate.hours().rounded()).isEqualTo("2089.286");
        assertThat(estimate.cost()).isEqualTo(Money.of("62.68"));
        assertThat(estimate.exactCost()).isEqualTo(Money.of("62.678571429"));
    }

    @Test
    void showsTheFormula() {
        assertThat(CostEstimator.estimate(EXAMPLE, ON_DEMAND, PRICE).explain())
                .isEqualTo("30/7 x 3 x (5 x 24 + (10 - 5) x 8.5) = 2089.286 hours; 0.03 x 2089.286 = 62.68");
    }

    @Test
    void comparesWithSubscriptionsForThePeak() {
        SubscriptionComparison comparison =
                CostEstimator.estimate(EXAMPLE, ON_DEMAND, PRICE).against(MONTHLY);

        assertThat(comparison.subscription()).isEqualTo(Money.of("144.03"));
        assertThat(comparison.savingPercent()).contains(new BigDecimal("56.48"));
    }

    @Test
    void aDearerMonthSavesANegativePart() {
        assertThat(new SubscriptionComparison(Money.of("150"), Money.of("120")).savingPercent())
                .contains(new BigDecimal("-25.00"));
        assertThat(new SubscriptionComparison(Money.of("150"), Money.ZERO).savingPercent())
                .isEmpty();
    }

    @Test
    void takesTheMarketPriceOfSpotInstances() {
        InstanceType large = InstanceType.of("ecs.c7.large", 2, 4096);
        Zone k = Zone.of("cn-hangzhou-k");
        Catalog catalog = Catalog.builder()
                .offering(large, k, SPOT, Price.perHour("0.03"))
                .offering(large, k, SUBSCRIPTION, Price.perHour("0.02"))
                .build();
        Market market = Market.builder(catalog)
                .price(large, k, SPOT, Price.perHour("0.01"))
                .build();

        CostEstimate estimate = CostEstimator.estimate(EXAMPLE, market, 0);

        assertThat(estimate.option()).isEqualTo(SPOT);
        assertThat(estimate.cost()).isEqualTo(Money.of("20.89"));
        assertThatThrownBy(() -> CostEstimator.estimate(EXAMPLE, market, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("option (SUBSCRIPTION) must be billed by the hour");
    }

    @ParameterizedTest(name = "{0} instead of {1} saves {2} %")
    @CsvSource({"0.1, 1, 90.00", "1, 3, 66.67", "2, 3, 33.33", "3, 2, -50.00", "5, 5, 0.00", "0, 0.3, 100.00"})
    void saysHowMuchCheaperAPriceIs(String price, String basis, BigDecimal percent) {
        assertThat(CostEstimator.savingPercent(Price.perHour(price), Price.perHour(basis)))
                .contains(percent);
        assertThat(CostEstimator.savingPercent(Price.perHour(price), Price.ZERO))
                .isEmpty();
    }

    @Test
    void breaksEvenWhereBothCostTheSame() {
        InstanceHours even = CostEstimator.breakEven(PRICE, MONTHLY).orElseThrow();

        assertThat(even).hasToString("480.1");
        assertThat(even.at(PRICE)).isEqualTo(MONTHLY);
        assertThat(CostEstimator.breakEven(Price.ZERO, MONTHLY)).isEmpty();
    }

    @Test
    void splitsTheHoursAboveTheSubscriptions() {
        PurchaseMix mix = PurchaseMix.hourly(
                        new Share(ON_DEMAND, Price.perHour("0.5"), 25), new Share(SPOT, Price.perHour("0.1"), 75))
                .withSubscribed(2, Money.of("100"));

        MixEstimate estimate = CostEstimator.estimate(WorkloadProfile.monthly(1, 4, Duration.ofHours(100)), mix);

        // Above two instances there are 2 x 100 hours: 50 at 0.5 and 150 at 0.1.
        assertThat(estimate.subscription()).isEqualTo(Money.of("200"));
        assertThat(estimate.lines()).extracting(MixEstimate.Line::cost).containsExactly(Money.of("25"), Money.of("15"));
        assertThat(estimate.total()).isEqualTo(Money.of("240"));
    }

    @ParameterizedTest(name = "at {0} an hour and {1} a month: {2} subscriptions")
    @CsvSource({
        // low 3 runs 720 hours, the next 4 run 100 hours each
        "1, 720.1, 0",
        "1, 720, 0",
        "1, 719, 3",
        "1, 100, 3",
        "1, 99, 7",
        "1, 0, 7",
        "0, 0, 0",
        "0, 5, 0"
    })
    void subscribesAsManyAsPay(String hourly, String monthly, int expected) {
        WorkloadProfile profile = WorkloadProfile.monthly(3, 7, Duration.ofHours(100));

        assertThat(CostEstimator.cheapestSubscribed(profile, Price.perHour(hourly), Money.of(monthly)))
                .isEqualTo(expected);
    }

    @Test
    void refusesMixesThatAreNotWhole() {
        assertThatThrownBy(() -> PurchaseMix.hourly(new Share(SPOT, PRICE, 99)))
                .hasMessage("the percentages of shares (99) must add up to 100");
        assertThatThrownBy(() -> new Share(SPOT, PRICE, 101)).hasMessage("percent (101) must lie in 0..100");
        assertThatThrownBy(() -> new Share(SPOT, PRICE, -1)).hasMessage("percent (-1) must lie in 0..100");
        assertThat(new Share(SPOT, PRICE, 0).percent()).isZero();
        assertThatThrownBy(() -> new Share(SUBSCRIPTION, PRICE, 50))
                .hasMessage("option (SUBSCRIPTION) must be billed by the hour");
        assertThatThrownBy(() -> PurchaseMix.hourly(new Share(SPOT, PRICE, 100)).withSubscribed(-1, MONTHLY))
                .hasMessage("subscribed (-1) must be >= 0");
    }
}
