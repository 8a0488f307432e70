package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a group divides its capacity between on-demand and spot instances.
 *
 * <p>Of a total of {@code N} units the first {@code onDemandBase} are on-demand; of the rest
 * {@code onDemandPercentAboveBase} percent are, rounded up (guide map G1.2-2); what remains is spot. With base 0 and 30
 * percent, 5 units are 2 on-demand and 3 spot, and 10 units are 3 and 7 (guide 1.2). Instances paid in advance belong
 * to neither side.
 *
 * @param onDemandBase capacity units that are on-demand before anything else, 0 or more
 * @param onDemandPercentAboveBase percent of the units above the base that are on-demand, 0 to 100
 * @param spotPools among how many of the cheapest instance types the spot instances are spread evenly, 1 or more
 * @param compensateWithOnDemand whether on-demand instances take the place of spot instances that cannot be had
 * @param replaceExcessOnDemand whether on-demand capacity beyond the mix is replaced by spot instances once these can
 *     be had; see {@link SpotCompensation#replaceExcess}
 * @param maxPrices the most that a spot instance of a type may cost, at most one limit a type; types without one have
 *     no limit
 */
public record SpotMix(
        int onDemandBase,
        int onDemandPercentAboveBase,
        int spotPools,
        boolean compensateWithOnDemand,
        boolean replaceExcessOnDemand,
        List<MaxPrice> maxPrices) {
    /**
     * The most that a spot instance of a type may cost.
     *
     * @param type the instance type; only its name counts
     * @param price the highest price per instance and hour that is accepted
     */
    public record MaxPrice(InstanceType type, Price price) {
        public MaxPrice {
            requireNonNull(type, "type");
            requireNonNull(price, "price");
        }
    }

    private static final SpotMix ON_DEMAND_ONLY = new SpotMix(0, 100, 1, true, false, List.of());
    private static final SpotMix SPOT_ONLY = new SpotMix(0, 0, 1, false, false, List.of());
    private static final SpotMix SPOT_FIRST = new SpotMix(0, 0, 1, true, false, List.of());

    public SpotMix {
        maxPrices = List.copyOf(maxPrices);
        List<String> problems = new ArrayList<>();
        if (onDemandBase < 0) {
            problems.add("onDemandBase (" + onDemandBase + ") must be >= 0");
        }
        if (onDemandPercentAboveBase < 0 || onDemandPercentAboveBase > 100) {
            problems.add("onDemandPercentAboveBase (" + onDemandPercentAboveBase + ") must be >= 0 and <= 100");
        }
        if (spotPools < 1) {
            problems.add("spotPools (" + spotPools + ") must be >= 1");
        }
        long names =
                maxPrices.stream().map(limit -> limit.type().name()).distinct().count();
        if (names < maxPrices.size()) {
            problems.add("maxPrices " + maxPrices + " must limit each instance type only once");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /**
     * No spot instances at all.
     *
     * @return the mix
     */
    public static SpotMix onDemandOnly() {
        return ON_DEMAND_ONLY;
    }

    /**
     * Nothing but spot instances of the cheapest type; what cannot be had is missing.
     *
     * @return the mix
     */
    public static SpotMix spotOnly() {
        return SPOT_ONLY;
    }

    /**
     * Spot instances of the cheapest type, and on-demand ones in place of those that cannot be had: the documented
     * behaviour of a spot group without a stated ratio (guide 4.1).
     *
     * @return the mix
     */
    public static SpotMix spotFirst() {
        return SPOT_FIRST;
    }

    /**
     * The mix that the service makes of what a request gives. If base, percentage and pools are all given, the ratio is
     * honoured first; if one is missing, the others count for nothing and the rule is the lowest price alone: spot
     * before on-demand, which stands in for spot that cannot be had (guide map C-4-3). 0 is a value and not missing.
     *
     * @param onDemandBase units that are on-demand before anything else, if given
     * @param onDemandPercentAboveBase percent of the units above the base that are on-demand, if given
     * @param spotPools among how many of the cheapest types spot is spread, if given
     * @return the mix of the three, or {@link #spotFirst()}
     * @throws IllegalArgumentException if a given part is out of range; all problems, one a line
     */
    public static SpotMix given(OptionalInt onDemandBase, OptionalInt onDemandPercentAboveBase, OptionalInt spotPools) {
        SpotMix stated = new SpotMix(
                onDemandBase.orElse(0),
                onDemandPercentAboveBase.orElse(0),
                spotPools.orElse(1),
                true,
                false,
                List.of());
        boolean all = onDemandBase.isPresent() && onDemandPercentAboveBase.isPresent() && spotPools.isPresent();
        return all ? stated : SPOT_FIRST;
    }

    /**
     * The mix of a composed strategy, where a part that is not given has a default instead of voiding the others: no
     * base, everything on-demand, two pools (guide map C-4-13).
     *
     * @param onDemandBase units that are on-demand before anything else; 0 if not given
     * @param onDemandPercentAboveBase percent of the units above the base that are on-demand; 100 if not given
     * @param spotPools among how many of the cheapest types spot is spread; 2 if not given
     * @return the mix
     * @throws IllegalArgumentException if a given part is out of range; all problems, one a line
     */
    public static SpotMix composed(
            OptionalInt onDemandBase, OptionalInt onDemandPercentAboveBase, OptionalInt spotPools) {
        return new SpotMix(
                onDemandBase.orElse(0),
                onDemandPercentAboveBase.orElse(100),
                spotPools.orElse(2),
                true,
                false,
                List.of());
    }

    /**
     * Starts from {@link #spotFirst()}; what is not set keeps its default and does not void the rest, as it does in
     * {@link #given}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whether the mix asks for both kinds, so that there is a ratio to keep when instances leave.
     *
     * @return true if the base is above 0 or the percentage between 0 and 100
     */
    public boolean isRatio() {
        return onDemandPercentAboveBase < 100 && (onDemandBase > 0 || onDemandPercentAboveBase > 0);
    }

    /**
     * How many of a total of units are to be on-demand.
     *
     * @param total all units of the group that are on-demand or spot, 0 or more
     * @return the base, or the total if smaller, plus the percentage of the rest, rounded up
     */
    public long onDemandTarget(long total) {
        long base = Math.min(total, onDemandBase);
        long above = total - base;
        // Divided first, so that a total near Long.MAX_VALUE does not overflow.
        long share = above / 100 * onDemandPercentAboveBase + (above % 100 * onDemandPercentAboveBase + 99) / 100;
        return base + share;
    }

    /**
     * How many of the units to be launched are to be on-demand, so that the whole group comes as near to the mix as
     * launching can bring it.
     *
     * @param onDemandNow units that are on-demand now, 0 or more
     * @param spotNow units that are spot now, 0 or more
     * @param units units to be launched, 0 or more
     * @return 0 to {@code units}; the rest is to be spot
     */
    public long onDemandOf(long onDemandNow, long spotNow, long units) {
        long total = saturatedSum(saturatedSum(onDemandNow, spotNow), units);
        return Math.min(units, Math.max(0, onDemandTarget(total) - onDemandNow));
    }

    private static long saturatedSum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /**
     * The most that a spot instance of a type may cost.
     *
     * @param type an instance type; only its name counts
     * @return the limit, or empty if there is none
     */
    public Optional<Price> maxPrice(InstanceType type) {
        for (MaxPrice limit : maxPrices) {
            if (limit.type().name().equals(type.name())) {
                return Optional.of(limit.price());
            }
        }
        return Optional.empty();
    }

    /** Collects the parts of a mix. Not thread-safe. */
    public static final class Builder {
        private int onDemandBase;
        private int onDemandPercentAboveBase;
        private int spotPools = 1;
        private boolean compensateWithOnDemand = true;
        private boolean replaceExcessOnDemand;
        private final List<MaxPrice> maxPrices = new ArrayList<>();

        private Builder() {}

        /**
         * Sets the units that are on-demand before anything else.
         *
         * @param units 0 or more
         * @return this builder
         */
        public Builder onDemandBase(int units) {
            onDemandBase = units;
            return this;
        }

        /**
         * Sets the share of on-demand above the base.
         *
         * @param percent 0 to 100
         * @return this builder
         */
        public Builder onDemandPercentAboveBase(int percent) {
            onDemandPercentAboveBase = percent;
            return this;
        }

        /**
         * Sets among how many of the cheapest types spot instances are spread.
         *
         * @param pools 1 or more
         * @return this builder
         */
        public Builder spotPools(int pools) {
            spotPools = pools;
            return this;
        }

        /**
         * Sets whether on-demand instances replace spot instances that cannot be had.
         *
         * @param compensate true if they do
         * @return this builder
         */
        public Builder compensateWithOnDemand(boolean compensate) {
            compensateWithOnDemand = compensate;
            return this;
        }

        /**
         * Sets whether on-demand capacity beyond the mix is replaced by spot instances later. Off by default.
         *
         * @param replace true if it is
         * @return this builder
         */
        public Builder replaceExcessOnDemand(boolean replace) {
            replaceExcessOnDemand = replace;
            return this;
        }

        /**
         * Limits what a spot instance of a type may cost.
         *
         * @param type the instance type
         * @param price the highest price accepted
         * @return this builder
         */
        public Builder maxPrice(InstanceType type, Price price) {
            maxPrices.add(new MaxPrice(type, price));
            return this;
        }

        /**
         * The mix.
         *
         * @return a new mix
         * @throws IllegalArgumentException if a part is out of range; all problems, one a line
         */
        public SpotMix build() {
            return new SpotMix(
                    onDemandBase,
                    onDemandPercentAboveBase,
                    spotPools,
                    compensateWithOnDemand,
                    replaceExcessOnDemand,
                    maxPrices);
        }
    }
}
