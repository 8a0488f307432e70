package io.ess4j.match;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scaling configuration says about its instance types: names, ranges, or both (guide 2.2).
 *
 * @param market what can be bought now
 * @param option how instances are paid for
 * @param zones the group's zones; empty for all of the market
 * @param named types by name, the preferred first, each once
 * @param patterns ranges, at most 10
 * @param spotPriceLimited whether the named types have a spot price limit; then every range needs a highest price
 * @param protection keeps out types that fit but cost too much; never named ones
 */
public record MatchRequest(
        Market market,
        PurchaseOption option,
        List<Zone> zones,
        List<InstanceType> named,
        List<InstanceTypePattern> patterns,
        boolean spotPriceLimited,
        Optional<PriceProtection> protection) {
    /** The most ranges of a configuration. */
    public static final int MAX_PATTERNS = 10;

    public MatchRequest {
        requireNonNull(market, "market");
        requireNonNull(option, "option");
        requireNonNull(protection, "protection");
        zones = List.copyOf(zones);
        named = List.copyOf(named);
        patterns = List.copyOf(patterns);
        List<String> problems = new ArrayList<>();
        if (patterns.size() > MAX_PATTERNS) {
            problems.add("patterns (" + patterns.size() + ") must be at most " + MAX_PATTERNS);
        }
        Set<String> names = new HashSet<>();
        for (InstanceType type : named) {
            if (!names.add(type.name())) {
                problems.add("instance type " + type + " must be named only once");
            }
        }
        for (int i = 0; i < patterns.size() && spotPriceLimited && !named.isEmpty(); i++) {
            if (patterns.get(i).maxPrice().isEmpty()) {
                problems.add("pattern " + i + " must have a highest price, because named types have a price limit");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /**
     * Starts without types and ranges, on-demand, in all zones.
     *
     * @param market what can be bought now
     * @return a new builder
     */
    public static Builder builder(Market market) {
        return new Builder(market);
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {
        private final Market market;
        private PurchaseOption option = PurchaseOption.ON_DEMAND;
        private final List<Zone> zones = new ArrayList<>();
        private final List<InstanceType> named = new ArrayList<>();
        private final List<InstanceTypePattern> patterns = new ArrayList<>();
        private boolean spotPriceLimited;
        private Optional<PriceProtection> protection = Optional.empty();

        private Builder(Market market) {
            this.market = requireNonNull(market, "market");
        }

        /**
         * Sets how instances are paid for; on-demand without a call.
         *
         * @param paid the purchase option
         * @return this builder
         */
        public Builder purchaseOption(PurchaseOption paid) {
            this.option = requireNonNull(paid, "paid");
            return this;
        }

        /**
         * Adds zones of the group; without a call all zones of the market count.
         *
         * @param more zones
         * @return this builder
         */
        public Builder zones(Collection<Zone> more) {
            zones.addAll(more);
            return this;
        }

        /**
         * Names a type; earlier ones are preferred.
         *
         * @param type the instance type
         * @return this builder
         */
        public Builder named(InstanceType type) {
            named.add(requireNonNull(type, "type"));
            return this;
        }

        /**
         * Adds a range.
         *
         * @param pattern the range
         * @return this builder
         */
        public Builder pattern(InstanceTypePattern pattern) {
            patterns.add(requireNonNull(pattern, "pattern"));
            return this;
        }

        /**
         * Says that the named types have a spot price limit; then every range needs a highest price.
         *
         * @return this builder
         */
        public Builder spotPriceLimited() {
            this.spotPriceLimited = true;
            return this;
        }

        /**
         * Keeps out types that fit but cost too much.
         *
         * @param limit how much more is allowed
         * @return this builder
         */
        public Builder priceProtection(PriceProtection limit) {
            this.protection = Optional.of(limit);
            return this;
        }

        /**
         * The request.
         *
         * @return a new request
         * @throws IllegalArgumentException if there are more than 10 ranges, a type is named twice, or a range lacks
         *     the highest price that it needs; all problems, one a line
         */
        public MatchRequest build() {
            return new MatchRequest(market, option, zones, named, patterns, spotPriceLimited, protection);
        }
    }
}
