package io.ess4j.match;

import io.ess4j.match.MatchResult.Match;
import io.ess4j.match.MatchResult.PassedOver;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instance types for a configuration (guide 2.2): named types in their order, then those that fit one of the
 * ranges, cheapest first, equal prices by name.
 *
 * <p>Worked example: {@code ecs.g5.large} is named, the range is 2 vCPUs, 8 GiB, enterprise level; {@code ecs.g5.large}
 * comes first, then of {@code ecs.g5ne.large} and {@code ecs.sn2.medium} the cheaper one.
 *
 * <p>A type's price is the lowest that the market has for it now, under the purchase option, in the zones asked for.
 * Stock does not count here: which of the types can be had is decided when instances are launched.
 */
public final class InstanceTypeMatcher {
    private static final Comparator<Match> CHEAPEST =
            Comparator.comparing(Match::price).thenComparing(m -> m.type().name());

    private InstanceTypeMatcher() {}

    /**
     * Matches a request. O(offerings + types x ranges), and sorting what fits.
     *
     * @param request names and ranges
     * @return the types to try, and the others with reasons
     */
    public static MatchResult match(MatchRequest request) {
        Map<String, Price> prices = lowestPrices(request);
        // Membership only; the order of hashing is never seen.
        Set<String> names = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        for (InstanceType type : request.named()) {
            names.add(type.name());
            Price price = prices.get(type.name());
            if (price == null) {
                passedOver.add(new PassedOver(type, List.of(MismatchReason.NOT_OFFERED)));
            } else {
                matches.add(new Match(type, price, true));
            }
        }
        List<Match> fitting = new ArrayList<>();
        for (InstanceType type : request.market().catalog().types()) {
            if (!request.patterns().isEmpty() && !names.contains(type.name())) {
                tryPatterns(request, type, prices.get(type.name()), fitting, passedOver);
            }
        }
        fitting.sort(CHEAPEST);
        protect(request, fitting, matches, passedOver);
        return new MatchResult(matches, ordered(request, passedOver));
    }

    private static void tryPatterns(
            MatchRequest request,
            InstanceType type,
            @Nullable Price price,
            List<Match> fitting,
            List<PassedOver> passedOver) {
        if (price == null) {
            passedOver.add(new PassedOver(type, List.of(MismatchReason.NOT_OFFERED)));
            return;
        }
        List<MismatchReason> reasons = new ArrayList<>();
        for (InstanceTypePattern pattern : request.patterns()) {
            Optional<MismatchReason> reason = pattern.mismatch(type, price);
            if (reason.isEmpty()) {
                fitting.add(new Match(type, price, false));
                return;
            }
            reasons.add(reason.orElseThrow());
        }
        passedOver.add(new PassedOver(type, reasons));
    }

    /** Moves what fits into the matches, cheapest first, unless it is too far above the reference. */
    private static void protect(
            MatchRequest request, List<Match> fitting, List<Match> matches, List<PassedOver> passedOver) {
        if (request.protection().isEmpty() || fitting.isEmpty()) {
            matches.addAll(fitting);
            return;
        }
        PriceProtection protection = request.protection().orElseThrow();
        Price reference = fitting.stream()
                .filter(m -> protection.referenceFamilies().contains(m.type().family()))
                .findFirst()
                .orElse(fitting.get(0))
                .price();
        for (Match match : fitting) {
            if (protection.refuses(match.price(), reference)) {
                passedOver.add(new PassedOver(match.type(), List.of(MismatchReason.ABOVE_PRICE_PROTECTION)));
            } else {
                matches.add(match);
            }
        }
    }

    private static Map<String, Price> lowestPrices(MatchRequest request) {
        Market market = request.market();
        Map<String, Price> lowest = new HashMap<>();
        for (int row = 0; row < market.size(); row++) {
            Offering offering = market.offering(row);
            boolean inZones = request.zones().isEmpty() || request.zones().contains(offering.zone());
            if (offering.purchaseOption() == request.option() && inZones) {
                lowest.merge(
                        offering.type().name(), market.price(row), BinaryOperator.minBy(Comparator.naturalOrder()));
            }
        }
        return lowest;
    }

    /** Named types first, as they are, then the market's order. */
    private static List<PassedOver> ordered(MatchRequest request, List<PassedOver> passedOver) {
        Map<String, Integer> positions = new HashMap<>();
        List<InstanceType> types = request.market().catalog().types();
        for (int i = 0; i < types.size(); i++) {
            positions.put(types.get(i).name(), i);
        }
        for (int i = 0; i < request.named().size(); i++) {
            positions.put(request.named().get(i).name(), i - request.named().size());
        }
        return passedOver.stream()
                .sorted(Comparator.comparingInt(
                        p -> positions.getOrDefault(p.type().name(), 0)))
                .toList();
    }
}
