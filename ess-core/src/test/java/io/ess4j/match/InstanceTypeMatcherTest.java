package io.ess4j.match;

import static io.ess4j.model.InstanceFamilyLevel.CREDIT_ENTRY;
import static io.ess4j.model.InstanceFamilyLevel.ENTERPRISE;
import static io.ess4j.model.InstanceFamilyLevel.ENTRY;
import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.match.MatchResult.Match;
import io.ess4j.match.MatchResult.PassedOver;
import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceFamilyLevel;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Matching by guide 2.2 and contract section 7; price protection by EC2's rule. */
class InstanceTypeMatcherTest {
    private static final Zone H = Zone.of("cn-hangzhou-h");
    private static final Zone I = Zone.of("cn-hangzhou-i");
    private static final InstanceType G5 = InstanceType.of("ecs.g5.large", 2, 8192);
    private static final InstanceType SN2 = InstanceType.of("ecs.sn2.medium", 2, 8192);
    private static final InstanceType G5NE = InstanceType.of("ecs.g5ne.large", 2, 8192);
    private static final InstanceType C5 = InstanceType.of("ecs.c5.large", 2, 4096);
    private static final InstanceType G5XL = InstanceType.of("ecs.g5.xlarge", 4, 16384);
    private static final InstanceType T6 = type("ecs.t6-c1m4.large", "ecs.t6", CREDIT_ENTRY);
    private static final InstanceType S6 = type("ecs.s6-c1m4.large", "ecs.s6", ENTRY);

    /** sn2 is cheaper in i than in h; t6 is offered as spot only. */
    private static final Catalog CATALOG = Catalog.builder()
            .offering(G5XL, H, ON_DEMAND, price("1.2"))
            .offering(SN2, H, ON_DEMAND, price("0.80"))
            .offering(G5NE, H, ON_DEMAND, price("0.66"))
            .offering(C5, H, ON_DEMAND, price("0.5"))
            .offering(G5, H, ON_DEMAND, price("0.6"))
            .offering(T6, H, SPOT, price("0.1"))
            .offering(S6, H, ON_DEMAND, price("0.3"))
            .offering(SN2, I, ON_DEMAND, price("0.7"))
            .build();

    private static final Market MARKET = Market.of(CATALOG);
    private static final InstanceTypePattern EXAMPLE =
            InstanceTypePattern.of(2, 8192).level(ENTERPRISE).build();

    @Test
    void theExampleFitsThreeTypes() {
        MatchResult result = InstanceTypeMatcher.match(
                MatchRequest.builder(MARKET).pattern(EXAMPLE).build());

        assertThat(result.types()).containsExactly(G5, G5NE, SN2);
        assertThat(result.passedOver())
                .containsExactly(
                        new PassedOver(G5XL, List.of(MismatchReason.VCPUS)),
                        new PassedOver(C5, List.of(MismatchReason.MEMORY)),
                        new PassedOver(T6, List.of(MismatchReason.NOT_OFFERED)),
                        new PassedOver(S6, List.of(MismatchReason.LEVEL)));
    }

    @Test
    void namedTypesComeFirstInTheirOrder() {
        MatchResult result = InstanceTypeMatcher.match(MatchRequest.builder(MARKET)
                .named(SN2)
                .named(G5XL)
                .pattern(EXAMPLE)
                .build());

        assertThat(result.matches())
                .containsExactly(
                        new Match(SN2, price("0.7"), true),
                        new Match(G5XL, price("1.2"), true),
                        new Match(G5, price("0.6"), false),
                        new Match(G5NE, price("0.66"), false));
    }

    @Test
    void aNamedTypeThatIsNotOfferedIsPassedOver() {
        MatchResult result = InstanceTypeMatcher.match(MatchRequest.builder(MARKET)
                .named(T6)
                .named(G5)
                .pattern(InstanceTypePattern.of(4, 16384).build())
                .build());

        assertThat(result.types()).containsExactly(G5, G5XL);
        assertThat(result.passedOver().get(0)).isEqualTo(new PassedOver(T6, List.of(MismatchReason.NOT_OFFERED)));
        assertThat(result.passedOver()).hasSize(5);
    }

    @Test
    void passedOverTypesStandInTheMarketsOrderWhateverTheReason() {
        MatchResult result = InstanceTypeMatcher.match(MatchRequest.builder(MARKET)
                .named(T6)
                .zones(List.of(H))
                .pattern(EXAMPLE)
                .priceProtection(PriceProtection.of(10))
                .build());

        assertThat(result.types()).containsExactly(G5, G5NE);
        assertThat(result.passedOver())
                .containsExactly(
                        new PassedOver(T6, List.of(MismatchReason.NOT_OFFERED)),
                        new PassedOver(G5XL, List.of(MismatchReason.VCPUS)),
                        new PassedOver(SN2, List.of(MismatchReason.ABOVE_PRICE_PROTECTION)),
                        new PassedOver(C5, List.of(MismatchReason.MEMORY)),
                        new PassedOver(S6, List.of(MismatchReason.LEVEL)));
    }

    @Test
    void withoutRangesOnlyNamedTypesMatter() {
        MatchResult result = InstanceTypeMatcher.match(
                MatchRequest.builder(MARKET).named(G5).named(T6).build());

        assertThat(result.types()).containsExactly(G5);
        assertThat(result.passedOver()).containsExactly(new PassedOver(T6, List.of(MismatchReason.NOT_OFFERED)));
    }

    @Test
    void priceIsTheLowestOfTheZonesNow() {
        Market cheaper =
                Market.builder(CATALOG).price(SN2, I, ON_DEMAND, price("0.55")).build();

        assertThat(InstanceTypeMatcher.match(
                                MatchRequest.builder(cheaper).pattern(EXAMPLE).build())
                        .types())
                .containsExactly(SN2, G5, G5NE);
        assertThat(InstanceTypeMatcher.match(MatchRequest.builder(cheaper)
                                .zones(List.of(H))
                                .pattern(EXAMPLE)
                                .build())
                        .matches())
                .last()
                .isEqualTo(new Match(SN2, price("0.8"), false));
    }

    @Test
    void equalPricesAreOrderedByName() {
        Market equal = Market.builder(CATALOG)
                .price(SN2, I, ON_DEMAND, price("0.6"))
                .price(G5NE, H, ON_DEMAND, price("0.6"))
                .build();

        assertThat(InstanceTypeMatcher.match(
                                MatchRequest.builder(equal).pattern(EXAMPLE).build())
                        .types())
                .containsExactly(G5, G5NE, SN2);
    }

    @Test
    void onePassedOverTypeHasAReasonForEachRange() {
        MatchResult result = InstanceTypeMatcher.match(MatchRequest.builder(MARKET)
                .pattern(EXAMPLE)
                .pattern(InstanceTypePattern.of(2, 4096).maxPrice(price("0.49")).build())
                .build());

        assertThat(result.passedOver())
                .contains(new PassedOver(C5, List.of(MismatchReason.MEMORY, MismatchReason.ABOVE_MAX_PRICE)));
    }

    @Test
    void priceProtectionKeepsOutTheDear() {
        MatchRequest.Builder request = MatchRequest.builder(MARKET).pattern(EXAMPLE);

        // The cheapest is 0.6: 10 % more is 0.66.
        MatchResult ten = InstanceTypeMatcher.match(
                request.priceProtection(PriceProtection.of(10)).build());
        assertThat(ten.types()).containsExactly(G5, G5NE);
        assertThat(ten.passedOver()).contains(new PassedOver(SN2, List.of(MismatchReason.ABOVE_PRICE_PROTECTION)));
        assertThat(InstanceTypeMatcher.match(
                                request.priceProtection(PriceProtection.of(9)).build())
                        .types())
                .containsExactly(G5);
        // Relative to the current generation, here sn2 at 0.7, nothing is too dear.
        assertThat(InstanceTypeMatcher.match(request.priceProtection(new PriceProtection(0, List.of("ecs.sn2")))
                                .build())
                        .types())
                .containsExactly(G5, G5NE, SN2);
        assertThat(InstanceTypeMatcher.match(request.priceProtection(new PriceProtection(0, List.of("ecs.old")))
                                .build())
                        .types())
                .containsExactly(G5);
    }

    @Test
    void priceProtectionSparesNamedTypes() {
        MatchResult result = InstanceTypeMatcher.match(MatchRequest.builder(MARKET)
                .named(G5XL)
                .pattern(EXAMPLE)
                .priceProtection(PriceProtection.of(0))
                .build());

        assertThat(result.types()).containsExactly(G5XL, G5);
        assertThat(PriceProtection.usual(ON_DEMAND).percentAbove()).isEqualTo(20);
        assertThat(PriceProtection.usual(SPOT).percentAbove()).isEqualTo(100);
    }

    @Test
    void tenRangesAreAllowedElevenAreNot() {
        MatchRequest.Builder builder = MatchRequest.builder(MARKET);
        for (int i = 0; i < 10; i++) {
            builder.pattern(EXAMPLE);
        }
        assertThat(InstanceTypeMatcher.match(builder.build()).types()).hasSize(3);

        assertThatThrownBy(() -> builder.pattern(EXAMPLE).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patterns (11) must be at most 10");
    }

    @Test
    void namedTypesWithAPriceLimitNeedOneInEveryRange() {
        MatchRequest.Builder builder = MatchRequest.builder(MARKET)
                .purchaseOption(SPOT)
                .spotPriceLimited()
                .pattern(EXAMPLE);
        assertThat(InstanceTypeMatcher.match(builder.build()).types()).isEmpty();

        assertThatThrownBy(() -> builder.named(G5).named(G5).build())
                .hasMessage("instance type ecs.g5.large must be named only once\n"
                        + "pattern 0 must have a highest price, because named types have a price limit");
        assertThat(MatchRequest.builder(MARKET)
                        .spotPriceLimited()
                        .named(G5)
                        .pattern(InstanceTypePattern.of(2, 8192)
                                .maxPrice(Price.ZERO)
                                .build())
                        .build()
                        .patterns())
                .extracting(InstanceTypePattern::maxPrice)
                .containsExactly(Optional.of(Price.ZERO));
    }

    private static InstanceType type(String name, String family, InstanceFamilyLevel level) {
        return new InstanceType(name, 2, 8192, family, level);
    }

    private static Price price(String perHour) {
        return Price.perHour(perHour);
    }
}
