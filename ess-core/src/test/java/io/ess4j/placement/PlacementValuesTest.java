package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.B;
import static io.ess4j.placement.Fixtures.C5_LARGE;
import static io.ess4j.placement.Fixtures.onDemand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.placement.RebalancePlan.Refusal;
import io.ess4j.placement.RebalancePlan.ZoneCount;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans and policies that cannot be: refused with the value and the rule. */
class PlacementValuesTest {
    private static final Offering OFFERING = onDemand(C5_LARGE, B, "0.18");

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1, -1"})
    void launchesBringAtLeastOneInstanceOfOneUnit(int count, int weight) {
        refused(
                () -> new Launch(OFFERING, count, weight),
                "count (" + count + ") and weight (" + weight + ") of " + OFFERING + " must be >= 1");
        assertThat(new Launch(OFFERING, 1, 1).units()).isEqualTo(1);
    }

    @Test
    void plansAddUp() {
        refused(() -> plan(-1, 0, 0, null), "requested (-1) and startedUnits (0) must be >= 0");
        refused(() -> plan(0, -1, 0, null), "requested (0) and startedUnits (-1) must be >= 0");
        refused(() -> plan(3, 0, -1, null), "shortfall (-1) must be >= 0 and <= requested (3)");
        refused(() -> plan(3, 0, 4, ShortfallReason.OUT_OF_STOCK), "shortfall (4) must be >= 0 and <= requested (3)");
        refused(
                () -> plan(3, 0, 3, null),
                "shortfallReason (Optional.empty) must be present if and only if shortfall (3) is above 0");
        refused(
                () -> plan(3, 0, 0, ShortfallReason.OUT_OF_STOCK),
                "shortfallReason (Optional[OUT_OF_STOCK]) must be present if and only if shortfall (0) is above 0");
        assertThat(plan(0, 0, 0, null).cost()).isEqualTo(Price.ZERO);
        assertThat(plan(3, 0, 3, ShortfallReason.OUT_OF_STOCK).launchedInstances())
                .isZero();
    }

    @Test
    void boundsAreNoHigherThanCosts() {
        refused(
                () -> new CostProof(new Price(2), new Price(3), Price.ZERO, 0, 0),
                "lowerBound (" + new Price(3) + ") must be <= cost (" + new Price(2) + ")");
        assertThat(new CostProof(new Price(3), new Price(3), Price.ZERO, 0, 0).isProven())
                .isTrue();
        assertThat(new CostProof(new Price(5), new Price(3), Price.ZERO, 0, 0).gap())
                .isEqualTo(new Price(2));
        assertThat(new CostProof(new Price(5), new Price(3), Price.ZERO, 0, 0).isProven())
                .isFalse();
        assertThat(new ExactRelease.ReleasePlan(List.of(), 0, new Price(5), new Price(3)).isProven())
                .isFalse();
        assertThat(new Launch(OFFERING, 2, 8)).hasToString("2 x " + OFFERING);
    }

    @Test
    void rebalancingCreatesWhatItRemovesOrSaysWhyNot() {
        List<ZoneCount> two = List.of(new ZoneCount(B, 2));
        List<ZoneCount> none = List.of();
        Optional<Refusal> no = Optional.of(Refusal.BALANCED);

        refused(() -> new ZoneCount(B, 0), "count of " + B + " (0) must be >= 1");
        refused(() -> new RebalancePlan(two, none, 1, Optional.empty()), "create (2) must equal remove (0)");
        refused(
                () -> new RebalancePlan(two, two, 1, no),
                "refusal (Optional[BALANCED]) must be present and batch (1) 0 only if nothing moves");
        refused(
                () -> new RebalancePlan(two, two, 0, Optional.empty()),
                "refusal (Optional.empty) must be present and batch (0) 0 only if nothing moves");
        refused(
                () -> new RebalancePlan(none, none, 0, Optional.empty()),
                "refusal (Optional.empty) must be present and batch (0) 0 only if nothing moves");
        refused(
                () -> new RebalancePlan(none, none, 1, no),
                "refusal (Optional[BALANCED]) must be present and batch (1) 0 only if nothing moves");
        refused(
                () -> Rebalancer.plan(List.of(B), new int[1], Fleet.empty(), -1),
                "room (1 zones) must have as many zones as zones (1), and max (-1) must be >= 0");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1, zoneCorrelationPercent (-1) must be >= 0 and <= 100",
        "101, 0, 1, zoneCorrelationPercent (101) must be >= 0 and <= 100",
        "0, -1, 1, familyCorrelationPercent (-1) must be >= 0 and <= 100",
        "0, 101, 1, familyCorrelationPercent (101) must be >= 0 and <= 100",
        "0, 0, 0, maxLossPercent (0) must be >= 1 and <= 100",
        "100, 100, 101, maxLossPercent (101) must be >= 1 and <= 100"
    })
    void portfoliosArePercentages(int zone, int family, int loss, String message) {
        refused(() -> new SpotPortfolio(Money.ZERO, zone, family, loss), message);
        assertThat(new SpotPortfolio(Money.ZERO, 0, 100, 1).maxLoss(250)).isEqualTo(2);
        assertThat(new SpotPortfolio(Money.ZERO, 100, 0, 100).maxLoss(250)).isEqualTo(250);
    }

    /** A mix is a ratio if some units are on-demand by number or percentage, but not all. */
    @ParameterizedTest(name = "base {0}, {1} %: {2}")
    @CsvSource({
        "0, 0, false",
        "1, 0, true",
        "0, 1, true",
        "5, 50, true",
        "0, 99, true",
        "0, 100, false",
        "5, 100, false"
    })
    void mixesAreRatiosOrNot(int base, int percent, boolean ratio) {
        SpotMix mix = SpotMix.builder()
                .replaceExcessOnDemand(true)
                .onDemandBase(base)
                .onDemandPercentAboveBase(percent)
                .build();

        assertThat(mix.isRatio()).isEqualTo(ratio);
        assertThat(mix.replaceExcessOnDemand()).isTrue();
    }

    @Test
    void policiesKeepTheirRanges() {
        SpotMix mix = SpotMix.spotFirst();
        refused(
                () -> new PlacementStrategy.Exact(mix, 0, true, Survival.ANY_POOL, Money.ZERO, -1),
                "maxSharePercent (0) must be >= 1 and <= 100\nstepLimit (-1) must be >= 0\n"
                        + "balanceZones must be false when survival (ANY_POOL) is not NOTHING");
        refused(
                () -> PlacementStrategy.exact(mix).withMaxSharePercent(101),
                "maxSharePercent (101) must be >= 1 and <= 100");
        refused(
                () -> SpotMix.builder()
                        .maxPrice(C5_LARGE, new Price(1))
                        .maxPrice(C5_LARGE, new Price(2))
                        .build(),
                "maxPrices [MaxPrice[type=ecs.c5.large, price=" + new Price(1) + "], MaxPrice[type=ecs.c5.large, price="
                        + new Price(2) + "]] must limit each instance type only once");
        refused(
                () -> new ChurnGate(2).passes(Price.ZERO, 0, Price.ZERO, -1),
                "disruption (0) and groupDisruption (-1) must be >= 0");
        refused(() -> ExactRelease.plan(Fleet.empty(), 1, -1), "onDemand (-1) must be >= 0");
    }

    private static LaunchPlan plan(
            long requested, long startedUnits, long shortfall, @Nullable ShortfallReason reason) {
        return new LaunchPlan(
                requested,
                List.of(),
                startedUnits,
                List.of(),
                List.of(),
                shortfall,
                Optional.ofNullable(reason),
                Optional.empty());
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
