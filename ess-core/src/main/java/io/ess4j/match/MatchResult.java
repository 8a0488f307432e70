package io.ess4j.match;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import java.util.List;

/**
 * The instance types to try, in order, and why the others are not among them.
 *
 * @param matches named types in their order, then fitting ones, cheapest first
 * @param passedOver named types that cannot be had, then the market's other types in the order of the market; without
 *     ranges the former only
 */
public record MatchResult(List<Match> matches, List<PassedOver> passedOver) {
    /**
     * A type to try.
     *
     * @param type the instance type
     * @param price its lowest price in the zones asked for
     * @param named whether it was named
     */
    public record Match(InstanceType type, Price price, boolean named) {
        public Match {
            requireNonNull(type, "type");
            requireNonNull(price, "price");
        }
    }

    /**
     * A type that is not to be tried.
     *
     * @param type the instance type
     * @param reasons a single reason that concerns no range ({@code NOT_OFFERED}, {@code ABOVE_PRICE_PROTECTION}), or
     *     one for each range in their order: the first of its rules that fails
     */
    public record PassedOver(InstanceType type, List<MismatchReason> reasons) {
        public PassedOver {
            requireNonNull(type, "type");
            reasons = List.copyOf(reasons);
        }
    }

    public MatchResult {
        matches = List.copyOf(matches);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * The types alone.
     *
     * @return in the order of {@link #matches}
     */
    public List<InstanceType> types() {
        return matches.stream().map(Match::type).toList();
    }
}
