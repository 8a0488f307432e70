package io.ess4j.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.match.InstanceTypePattern.Bounds;
import io.ess4j.match.MatchResult.Match;
import io.ess4j.match.MatchResult.PassedOver;
import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceFamilyLevel;
import io.ess4j.model.InstanceFeatures;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.model.text.Wildcard;
import io.ess4j.testing.Tape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** Matching against trying each type alone and sorting the slow way. */
class MatchProperties {
    private static final List<Zone> ZONES = List.of(Zone.of("a"), Zone.of("b"));

    @Property
    void wildcardsAreRegularExpressionsWithAStar(
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') @Chars('*') String pattern,
            @ForAll @StringLength(max = 10) @CharRange(from = 'a', to = 'b') String name) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));

        assertThat(Wildcard.fits(pattern, name)).isEqualTo(name.matches(regex));
    }

    @Provide
    Arbitrary<MatchRequest> requests() {
        return Tape.drawn(100, tape -> request(tape, market(tape, tape.nextInt(13))));
    }

    @Property(tries = 500)
    void everyTypeIsEitherTriedOrPassedOver(@ForAll("requests") MatchRequest request) {
        Market market = request.market();

        MatchResult result = InstanceTypeMatcher.match(request);

        List<String> seen = new ArrayList<>();
        result.types().forEach(t -> seen.add(t.name()));
        result.passedOver().forEach(p -> seen.add(p.type().name()));
        List<String> expected = new ArrayList<>();
        (request.patterns().isEmpty() ? request.named() : market.catalog().types())
                .forEach(t -> expected.add(t.name()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(InstanceTypeMatcher.match(request)).isEqualTo(result);
    }

    @Property(tries = 500)
    void theOrderIsNamedThenCheapest(@ForAll("requests") MatchRequest request) {
        Market market = request.market();

        List<Match> expected = new ArrayList<>();
        for (InstanceType type : request.named()) {
            price(request, type).forEach(p -> expected.add(new Match(type, p, true)));
        }
        List<Match> fitting = new ArrayList<>();
        for (InstanceType type : market.catalog().types()) {
            for (Price price : price(request, type)) {
                if (!request.named().contains(type)
                        && request.patterns().stream()
                                .anyMatch(r -> r.mismatch(type, price).isEmpty())) {
                    fitting.add(new Match(type, price, false));
                }
            }
        }
        for (int i = 0; i < fitting.size(); i++) {
            for (int j = i + 1; j < fitting.size(); j++) {
                int order = fitting.get(i).price().compareTo(fitting.get(j).price());
                int names = fitting.get(i)
                        .type()
                        .name()
                        .compareTo(fitting.get(j).type().name());
                if (order > 0 || (order == 0 && names > 0)) {
                    Collections.swap(fitting, i, j);
                }
            }
        }
        fitting.stream().filter(m -> allowed(request, m, fitting.get(0))).forEach(expected::add);

        assertThat(InstanceTypeMatcher.match(request).matches()).isEqualTo(expected);
    }

    @Property(tries = 500)
    void reasonsAreThoseOfEachRange(@ForAll("requests") MatchRequest request) {
        for (PassedOver over : InstanceTypeMatcher.match(request).passedOver()) {
            List<Price> price = price(request, over.type());
            List<MismatchReason> reasons = new ArrayList<>();
            price.forEach(p ->
                    request.patterns().forEach(r -> r.mismatch(over.type(), p).ifPresent(reasons::add)));
            if (price.isEmpty()) {
                reasons.add(MismatchReason.NOT_OFFERED);
            } else if (reasons.size() < request.patterns().size()) {
                reasons.clear();
                reasons.add(MismatchReason.ABOVE_PRICE_PROTECTION);
            }
            assertThat(over.reasons()).isEqualTo(reasons);
        }
    }

    private static boolean allowed(MatchRequest request, Match match, Match cheapest) {
        return request.protection().isEmpty()
                || BigInteger.valueOf(match.price().nanosPerHour())
                                .multiply(BigInteger.valueOf(100))
                                .compareTo(BigInteger.valueOf(cheapest.price().nanosPerHour())
                                        .multiply(BigInteger.valueOf(100
                                                + request.protection()
                                                        .orElseThrow()
                                                        .percentAbove())))
                        <= 0;
    }

    /** The lowest price of a type, or nothing. */
    private static List<Price> price(MatchRequest request, InstanceType type) {
        List<Price> prices = new ArrayList<>();
        for (int row = 0; row < request.market().size(); row++) {
            var offering = request.market().offering(row);
            if (offering.type().equals(type)
                    && offering.purchaseOption() == request.option()
                    && (request.zones().isEmpty() || request.zones().contains(offering.zone()))) {
                prices.add(request.market().price(row));
            }
        }
        return prices.isEmpty() ? List.of() : List.of(Collections.min(prices));
    }

    private static MatchRequest request(Tape random, Market market) {
        MatchRequest.Builder request = MatchRequest.builder(market);
        market.catalog().types().stream().filter(t -> random.nextInt(4) == 0).forEach(request::named);
        for (int i = random.nextInt(4); i > 0; i--) {
            InstanceTypePattern.Builder range =
                    InstanceTypePattern.of(new Bounds(1, 1 + random.nextInt(4)), new Bounds(1, 1 + random.nextInt(3)));
            if (random.nextBoolean()) {
                range.maxPrice(new Price(random.nextInt(10)));
            }
            if (random.nextInt(4) == 0) {
                range.features(FeatureRange.builder()
                        .leastInterfaces(1 + random.nextInt(3))
                        .build());
            }
            request.pattern(range.exclude("*" + random.nextInt(10)).build());
        }
        if (random.nextBoolean()) {
            request.priceProtection(PriceProtection.of(random.nextInt(150)));
        }
        return request.zones(ZONES.subList(0, random.nextInt(3))).build();
    }

    private static Market market(Tape random, int count) {
        Catalog.Builder catalog = Catalog.builder();
        InstanceFamilyLevel[] levels = InstanceFamilyLevel.values();
        for (int i = 0; i < count; i++) {
            InstanceType type = new InstanceType(
                    "t" + (97 * i % 100), 1 + random.nextInt(4), 1 + random.nextInt(3), "f", levels[i % levels.length]);
            if (random.nextBoolean()) {
                type = type.withFeatures(InstanceFeatures.builder()
                        .network(random.nextInt(4), 1, 1)
                        .build());
            }
            int sold = 1 + random.nextInt(3);
            for (int z = 0; z < ZONES.size(); z++) {
                if ((sold >> z & 1) == 1) {
                    catalog.offering(type, ZONES.get(z), PurchaseOption.ON_DEMAND, new Price(random.nextInt(10)));
                }
            }
        }
        return Market.of(catalog.build());
    }
}
