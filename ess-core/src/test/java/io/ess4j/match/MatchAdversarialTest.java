package io.ess4j.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ess4j.match.InstanceTypePattern.Bounds;
import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds at the ends of their range, prices at theirs, exclusions full of stars, markets without offerings. */
class MatchAdversarialTest {
    private static final Zone Z = Zone.of("z");
    private static final InstanceType HUGE = InstanceType.of("huge", Integer.MAX_VALUE, Long.MAX_VALUE);

    private static Market market(List<InstanceType> types, Price price) {
        Catalog.Builder catalog = Catalog.builder();
        types.forEach(t -> catalog.offering(t, Z, PurchaseOption.ON_DEMAND, price));
        return Market.of(catalog.build());
    }

    @Test
    void theLargestTypeThereIsFits() {
        InstanceTypePattern pattern = InstanceTypePattern.of(
                        new Bounds(Integer.MAX_VALUE, Integer.MAX_VALUE), new Bounds(1, Long.MAX_VALUE))
                .maxPrice(new Price(Long.MAX_VALUE))
                .build();

        assertThat(pattern.mismatch(HUGE, new Price(Long.MAX_VALUE))).isEmpty();
    }

    @ParameterizedTest(name = "{0} to {1} vCPUs: {2}")
    @CsvSource({
        "1, 4, true",
        "1, 5, false",
        "3, 12, true",
        "3, 13, false",
        "2305843009213693951, 9223372036854775804, true",
        "2305843009213693951, 9223372036854775805, false",
        "9223372036854775807, 9223372036854775807, true",
    })
    void theRatioOfVcpusIsExactUpToTheEnd(long least, long most, boolean accepted) {
        InstanceTypePattern.Builder builder = InstanceTypePattern.of(new Bounds(least, most), new Bounds(1, 1));

        if (accepted) {
            assertThat(builder.build().vcpus().max()).isEqualTo(most);
        } else {
            assertThatIllegalArgumentException().isThrownBy(builder::build);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "*\n", "\u0000", "a\tb"})
    void exclusionsThatAreNoNamesAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceTypePattern.of(1, 1).exclude(name).build());
    }

    @Test
    void anExclusionHasAtMost256Characters() {
        assertThat(InstanceTypePattern.of(1, 1).exclude("*".repeat(256)).build().excluded())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        InstanceTypePattern.of(1, 1).exclude("*".repeat(257)).build());
    }

    @Test
    void aQuestionMarkIsACharacterLikeAnyOther() {
        InstanceTypePattern pattern = InstanceTypePattern.of(1, 1).exclude("t?").build();

        assertThat(pattern.mismatch(InstanceType.of("t1", 1, 1), Price.ZERO)).isEmpty();
        assertThat(pattern.mismatch(InstanceType.of("t?", 1, 1), Price.ZERO)).contains(MismatchReason.EXCLUDED);
    }

    @Test
    void protectionAtTheGreatestPriceDoesNotOverflow() {
        List<InstanceType> types = List.of(InstanceType.of("a", 1, 1), InstanceType.of("b", 1, 1));
        MatchRequest request = MatchRequest.builder(market(types, new Price(Long.MAX_VALUE)))
                .pattern(InstanceTypePattern.of(1, 1).build())
                .priceProtection(PriceProtection.of(Integer.MAX_VALUE))
                .build();

        assertThat(InstanceTypeMatcher.match(request).types()).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> PriceProtection.of(-1));
    }

    @Test
    void anEmptyMarketOffersNothing() {
        MatchResult result = InstanceTypeMatcher.match(MatchRequest.builder(market(List.of(), Price.ZERO))
                .named(HUGE)
                .pattern(InstanceTypePattern.of(1, 1).build())
                .build());

        assertThat(result.types()).isEmpty();
        assertThat(result.passedOver())
                .extracting(p -> p.reasons())
                .containsExactly(List.of(MismatchReason.NOT_OFFERED));
    }

    @Test
    void tenThousandTypesInAnyOrderGiveTheSameAnswer() {
        List<InstanceType> types = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            types.add(InstanceType.of("t" + i, 1 + i % 8, 1024));
        }
        List<InstanceType> shuffled = new ArrayList<>(types);
        Collections.shuffle(shuffled, new Random(7));
        InstanceTypePattern pattern = InstanceTypePattern.of(new Bounds(2, 8), new Bounds(1, 1024))
                .exclude("*".repeat(100) + "9")
                .build();

        MatchResult first = InstanceTypeMatcher.match(
                MatchRequest.builder(market(types, Price.ZERO)).pattern(pattern).build());

        assertThat(first.types())
                .isEqualTo(InstanceTypeMatcher.match(MatchRequest.builder(market(shuffled, Price.ZERO))
                                .pattern(pattern)
                                .build())
                        .types());
        assertThat(first.types()).noneMatch(t -> t.name().endsWith("9"));
    }

    @Test
    void boundsAreRefusedOutOfOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> InstanceTypePattern.of(null, new Bounds(1, 1)));
        assertThatNullPointerException()
                .isThrownBy(() -> InstanceTypePattern.of(1, 1).exclude(null));
        assertThatNullPointerException()
                .isThrownBy(() -> InstanceTypePattern.of(1, 1).architecture(null));
    }
}
