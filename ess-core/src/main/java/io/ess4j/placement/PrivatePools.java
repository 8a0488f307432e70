package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From which pools the instances of a launch come (guide map C-4-17). {@link #market} tells a planner how much there is
 * in all pools that may be used; what it plans, {@link #sources} divides among them.
 *
 * <p>Worked example: 5 instances, a named pool with 2, an open one with 1, the public pool with 9. Private first takes
 * 2, 1 and 2; public first 5 from the public pool; private only 2, and 3 are missing.
 *
 * <p>Named pools are used in the order of their ids, or, named by tags, in the order of the list, as open ones are. The
 * documents name a pool by id or tag only where it is not open; an open one that is named counts as named.
 *
 * @param options which pools may be used
 * @param pools the reserved pools, each id once
 */
public record PrivatePools(ResourcePoolOptions options, List<PrivatePool> pools) {
    /**
     * Some instances from one pool.
     *
     * @param pool the id of the private pool; absent for the public one
     * @param count how many, 1 or more
     */
    public record Source(Optional<String> pool, int count) {
        public Source {
            requireNonNull(pool, "pool");
            if (count < 1) {
                throw new IllegalArgumentException("count (" + count + ") must be >= 1");
            }
        }
    }

    /**
     * Where the instances of a launch come from.
     *
     * @param sources pools in the order in which they are used
     * @param missing how many instances no pool can serve, 0 or more
     */
    public record Sourcing(List<Source> sources, int missing) {
        public Sourcing {
            sources = List.copyOf(sources);
            if (missing < 0) {
                throw new IllegalArgumentException("missing (" + missing + ") must be >= 0");
            }
        }
    }

    public PrivatePools {
        requireNonNull(options, "options");
        pools = List.copyOf(pools);
        // Membership only; the order of hashing is never seen.
        Set<String> seen = new HashSet<>();
        for (PrivatePool pool : pools) {
            if (!seen.add(pool.id())) {
                throw new IllegalArgumentException("pool (" + pool.id() + ") must be listed only once");
            }
        }
    }

    /**
     * A market whose stock of on-demand instances is what all usable pools have together; spot stays as it is. O(n k)
     * for n offerings and k pools.
     *
     * @param market prices, and the stock of the public pool
     * @return a market over the same catalogue
     */
    public Market market(Market market) {
        Market.Builder copy = Market.builder(market.catalog());
        for (int row = 0; row < market.size(); row++) {
            Offering o = market.offering(row);
            long stock = 0;
            for (Share share : shares(o, market.stock(row))) {
                stock = Math.min(Market.UNLIMITED, stock + share.available());
            }
            copy.price(o.type(), o.zone(), o.purchaseOption(), market.price(row))
                    .stock(o.type(), o.zone(), o.purchaseOption(), (int) stock)
                    .interruptions(o.type(), o.zone(), o.purchaseOption(), market.interruptionsPerMillionHours(row));
        }
        return copy.build();
    }

    /**
     * From which pools the instances of a launch come. A plan has each offering at most once, so its launches do not
     * compete.
     *
     * @param launch what is launched
     * @param publicStock how many of it the public pool has, 0 or more
     * @return the pools, and what is missing
     * @throws IllegalArgumentException if the stock is negative
     */
    public Sourcing sources(Launch launch, int publicStock) {
        if (publicStock < 0) {
            throw new IllegalArgumentException("publicStock (" + publicStock + ") must be >= 0");
        }
        List<Source> sources = new ArrayList<>();
        int missing = launch.count();
        for (Share share : shares(launch.offering(), publicStock)) {
            int taken = Math.min(missing, share.available());
            if (taken > 0) {
                sources.add(new Source(share.pool(), taken));
                missing -= taken;
            }
        }
        return new Sourcing(sources, missing);
    }

    /** What a pool has. */
    private record Share(Optional<String> pool, int available) {}

    /** The pools that may serve an offering, in the order of use. */
    private List<Share> shares(Offering offering, int publicStock) {
        Share shared = new Share(Optional.empty(), publicStock);
        List<Share> shares = new ArrayList<>();
        ResourcePoolOptions.Strategy strategy = offering.purchaseOption() == PurchaseOption.ON_DEMAND
                ? options.strategy()
                : ResourcePoolOptions.Strategy.NONE;
        List<PrivatePool> fitting = pools.stream()
                .filter(p -> p.type().name().equals(offering.type().name())
                        && p.zone().equals(offering.zone()))
                .toList();
        List<PrivatePool> named = named(fitting);
        List<PrivatePool> others =
                fitting.stream().filter(p -> p.open() && !named.contains(p)).toList();
        switch (strategy) {
            case PRIVATE_POOL_FIRST -> {
                add(shares, named);
                add(shares, others);
                shares.add(shared);
            }
            case PRIVATE_POOL_ONLY -> add(shares, named);
            case PUBLIC_POOL_FIRST -> {
                shares.add(shared);
                add(shares, others);
                add(shares, named);
            }
            case NONE -> shares.add(shared);
        }
        return shares;
    }

    private List<PrivatePool> named(List<PrivatePool> fitting) {
        List<PrivatePool> named = new ArrayList<>();
        for (String id : options.poolIds()) {
            fitting.stream().filter(p -> p.id().equals(id)).forEach(named::add);
        }
        if (!options.poolTags().isEmpty()) {
            fitting.stream()
                    .filter(p -> p.tags().containsAll(options.poolTags()))
                    .forEach(named::add);
        }
        return named;
    }

    private static void add(List<Share> shares, List<PrivatePool> pools) {
        pools.forEach(p -> shares.add(new Share(Optional.of(p.id()), p.available())));
    }
}
