package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.B;
import static io.ess4j.placement.Fixtures.C;
import static io.ess4j.placement.Fixtures.CATALOG_41;
import static io.ess4j.placement.Fixtures.SN1_LARGE;
import static io.ess4j.placement.Fixtures.SN1_XLARGE;
import static io.ess4j.placement.Fixtures.TYPES_41;
import static io.ess4j.placement.Fixtures.lines;
import static io.ess4j.placement.Fixtures.onDemand;
import static io.ess4j.placement.Fixtures.spot;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.placement.PlacementExplanation.Candidate;
import io.ess4j.placement.PlacementExplanation.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementExplanationTest {
    private final LaunchPlanner planner = new LaunchPlanner(CATALOG_41, List.of(B, C), TYPES_41);

    @Test
    void tellsWhatBecameOfEveryCandidateAndWhatWouldFollow() {
        Market market = Market.builder(CATALOG_41)
                .stock(SN1_XLARGE, B, PurchaseOption.SPOT, 0)
                .build();
        SpotMix mix =
                SpotMix.builder().maxPrice(SN1_LARGE, Price.perHour("0.08")).build();
        PlacementStrategy strategy = PlacementStrategy.costOptimized(mix);

        PlacementExplanation why = planner.explain(strategy, market, Fleet.empty(), 2);

        assertThat(why.plan()).isEqualTo(planner.plan(strategy, market, Fleet.empty(), 2));
        assertThat(why.candidates())
                .extracting(Candidate::verdict)
                .containsExactly(
                        Verdict.RANKED_BEHIND,
                        Verdict.RANKED_BEHIND,
                        Verdict.RANKED_BEHIND,
                        Verdict.RANKED_BEHIND,
                        Verdict.ABOVE_MAX_PRICE,
                        Verdict.SOLD_OUT,
                        Verdict.ABOVE_MAX_PRICE,
                        Verdict.LAUNCHED);
        PlacementExplanation.RunnerUp next = why.runnerUp().orElseThrow();
        assertThat(lines(next.plan())).containsExactly("2 ecs.sn1.xlarge cn-qingdao-b ON_DEMAND");
        assertThat(next.extraNanosPerHour()).isEqualTo(Price.perHour("2.47").nanosPerHour());
        assertThat(why.text())
                .startsWith("asked for 2 units, launching 2 for 0.316 an hour\n")
                .contains("ecs.sn1.xlarge in cn-qingdao-c SPOT at 0.158: launched 2")
                .contains("\nwithout ecs.sn1.xlarge in cn-qingdao-c SPOT at 0.158: ");
    }

    @Test
    void purchaseOptionsThatAreNotUsedAreNamed() {
        PlacementExplanation spot = planner.explain(
                PlacementStrategy.costOptimized(SpotMix.spotOnly()), Market.of(CATALOG_41), Fleet.empty(), 1);
        PlacementExplanation onDemand = planner.explain(
                PlacementStrategy.costOptimized(SpotMix.onDemandOnly()), Market.of(CATALOG_41), Fleet.empty(), 1);

        assertThat(notUsed(spot)).containsOnly(PurchaseOption.ON_DEMAND).hasSize(4);
        assertThat(notUsed(onDemand)).containsOnly(PurchaseOption.SPOT).hasSize(4);
    }

    /** A price limit that is kept, spot that is no cheaper than on-demand, and types that a zone does not offer. */
    @Test
    void spotIsLeftForOnDemandWhereItIsNoCheaper() {
        Catalog catalog = Catalog.of(
                List.of(spot(SN1_LARGE, B, "0.7"), onDemand(SN1_LARGE, B, "0.7"), spot(SN1_XLARGE, C, "0.9")));
        SpotMix mix = SpotMix.builder()
                .compensateWithOnDemand(false)
                .maxPrice(SN1_XLARGE, Price.perHour("0.9"))
                .maxPrice(Fixtures.C5_LARGE, Price.perHour("0.01"))
                .build();

        PlacementExplanation why = new LaunchPlanner(catalog, List.of(B, C), TYPES_41)
                .explain(
                        PlacementStrategy.allocated(PoolAllocation.DIVERSIFIED, mix),
                        Market.of(catalog),
                        Fleet.empty(),
                        2);

        assertThat(why.candidates())
                .extracting(Candidate::verdict)
                .containsExactly(Verdict.PURCHASE_OPTION_NOT_USED, Verdict.NOT_BELOW_ON_DEMAND, Verdict.LAUNCHED);
    }

    /** Zones in order cost what they cost: without the first choice the plan may be cheaper, or nothing. */
    @Test
    void theTextSaysWhatFollowsWithoutTheFirstChoice() {
        Catalog two = Catalog.of(List.of(onDemand(SN1_LARGE, B, "0.8"), onDemand(SN1_LARGE, C, "0.7")));
        Catalog one = Catalog.of(List.of(onDemand(SN1_LARGE, B, "0.8")));
        PlacementStrategy priority = PlacementStrategy.priority(SpotMix.onDemandOnly());

        assertThat(new LaunchPlanner(two, List.of(B, C), TYPES_41)
                        .explain(priority, Market.of(two), Fleet.empty(), 1)
                        .text())
                .contains("without ecs.sn1.large in cn-qingdao-b")
                .contains("0.1 less an hour");
        assertThat(new LaunchPlanner(one, List.of(B, C), TYPES_41)
                        .explain(priority, Market.of(one), Fleet.empty(), 1)
                        .text())
                .contains("nothing can be launched");
    }

    @Test
    void theTextHasALineForEveryCandidateAndTheNextChoice() {
        Catalog same = Catalog.of(List.of(onDemand(SN1_LARGE, B, "0.7"), onDemand(SN1_LARGE, C, "0.7")));

        assertThat(new LaunchPlanner(same, List.of(B, C), TYPES_41)
                        .explain(PlacementStrategy.priority(SpotMix.onDemandOnly()), Market.of(same), Fleet.empty(), 1)
                        .text())
                .isEqualTo("""
                        asked for 1 units, launching 1 for 0.7 an hour
                        ecs.sn1.large in cn-qingdao-b ON_DEMAND at 0.7: launched 1
                        ecs.sn1.large in cn-qingdao-c ON_DEMAND at 0.7: ranked behind
                        without ecs.sn1.large in cn-qingdao-b ON_DEMAND at 0.7: \
                        1 x ecs.sn1.large in cn-qingdao-c ON_DEMAND at 0.7, 0 more an hour""");
    }

    /** No limit is broken by the price that it names. */
    @Test
    void aPriceAtItsLimitIsNotAboveIt() {
        SpotMix mix = SpotMix.builder()
                .compensateWithOnDemand(false)
                .maxPrice(SN1_LARGE, Price.perHour("0.088"))
                .maxPrice(SN1_XLARGE, Price.perHour("0.157"))
                .build();
        Market market = Fixtures.soldOut(
                        Market.builder(CATALOG_41), spot(SN1_LARGE, B, "0.088"), spot(SN1_LARGE, C, "0.088"))
                .build();

        PlacementExplanation why = planner.explain(PlacementStrategy.costOptimized(mix), market, Fleet.empty(), 2);

        assertThat(why.candidates().subList(4, 8))
                .extracting(Candidate::verdict)
                .containsExactly(Verdict.SOLD_OUT, Verdict.ABOVE_MAX_PRICE, Verdict.SOLD_OUT, Verdict.ABOVE_MAX_PRICE);
        assertThat(why.plan().shortfallReason()).contains(ShortfallReason.ABOVE_MAX_PRICE);
    }

    /** Units are missing but stock is left: it was held back, here for the other zone. */
    @Test
    void stockThatAStrictBalanceMayNotUseIsHeldBack() {
        Market market = Fixtures.soldOut(
                        Market.builder(CATALOG_41), onDemand(SN1_LARGE, C, "0.697"), onDemand(SN1_XLARGE, C, "1.393"))
                .build();

        PlacementExplanation why = planner.explain(
                new PlacementStrategy.Balanced(SpotMix.onDemandOnly(), BalanceMode.BALANCED_ONLY),
                market,
                Fleet.empty(),
                2);

        assertThat(why.candidates().subList(0, 4))
                .extracting(Candidate::verdict)
                .containsExactly(Verdict.LAUNCHED, Verdict.HELD_BACK, Verdict.SOLD_OUT, Verdict.SOLD_OUT);
        assertThat(why.plan().shortfallReason()).contains(ShortfallReason.ZONE_OUT_OF_STOCK);
    }

    @Test
    void nothingLaunchedHasNoRunnerUp() {
        PlacementExplanation why = planner.explain(
                PlacementStrategy.costOptimized(SpotMix.spotOnly()), Market.of(CATALOG_41), Fleet.empty(), 0);

        assertThat(why.runnerUp()).isEmpty();
        assertThat(why.plan().launches()).isEmpty();
    }

    private static List<PurchaseOption> notUsed(PlacementExplanation why) {
        return why.candidates().stream()
                .filter(c -> c.verdict() == Verdict.PURCHASE_OPTION_NOT_USED)
                .map(c -> c.offering().purchaseOption())
                .toList();
    }
}
