package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether on-demand instances come from pools that were reserved or from the public one (guide map C-4-17). Spot
 * instances always come from the public pool.
 *
 * @param strategy which pools are used, and in which order
 * @param poolIds ids of reserved pools, the preferred first, each once; not together with tags
 * @param poolTags tags that a reserved pool must have, all of them, to be used as if it were named; at most 20
 */
public record ResourcePoolOptions(Strategy strategy, List<String> poolIds, List<Tag> poolTags) {
    /** Everything comes from the public pool. */
    public static final ResourcePoolOptions NONE = new ResourcePoolOptions(Strategy.NONE, List.of(), List.of());

    private static final int MOST_TAGS = 20;

    /** Which pools are used, and in which order. */
    public enum Strategy {
        /** Named ones, then open ones, then the public pool. */
        PRIVATE_POOL_FIRST("PrivatePoolFirst"),
        /** Named ones only. */
        PRIVATE_POOL_ONLY("PrivatePoolOnly"),
        /** The public pool, then open ones, then named ones. */
        PUBLIC_POOL_FIRST("PublicPoolFirst"),
        /** The public pool. */
        NONE("None");

        private final String word;

        Strategy(String word) {
            this.word = word;
        }

        /** Returns the documented word, such as {@code PrivatePoolFirst}. */
        @Override
        public String toString() {
            return word;
        }
    }

    public ResourcePoolOptions {
        requireNonNull(strategy, "strategy");
        poolIds = List.copyOf(poolIds);
        poolTags = List.copyOf(poolTags);
        List<String> problems = new ArrayList<>();
        if (!poolIds.isEmpty() && !poolTags.isEmpty()) {
            problems.add("poolIds " + poolIds + " and poolTags " + poolTags + " must not be given together");
        }
        if (poolIds.stream().distinct().count() < poolIds.size()) {
            problems.add("poolIds " + poolIds + " must be named only once");
        }
        if (poolTags.size() > MOST_TAGS) {
            problems.add("poolTags (" + poolTags.size() + ") must be at most " + MOST_TAGS);
        }
        if (strategy == Strategy.PRIVATE_POOL_ONLY && poolIds.isEmpty()) {
            problems.add("poolIds must be given for strategy " + strategy);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /**
     * Options of a strategy that names pools by their ids.
     *
     * @param strategy which pools are used
     * @param poolIds ids of reserved pools, the preferred first
     * @return the options
     * @throws IllegalArgumentException if an id is named twice, or none where one is needed
     */
    public static ResourcePoolOptions of(Strategy strategy, String... poolIds) {
        return new ResourcePoolOptions(strategy, List.of(poolIds), List.of());
    }

    /**
     * Options of a strategy that names pools by their tags.
     *
     * @param strategy which pools are used
     * @param poolTags what a pool must have, all of it
     * @return the options
     * @throws IllegalArgumentException if there are more than 20 tags, or the strategy needs ids
     */
    public static ResourcePoolOptions tagged(Strategy strategy, List<Tag> poolTags) {
        return new ResourcePoolOptions(strategy, List.of(), poolTags);
    }
}
