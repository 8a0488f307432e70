package io.ess4j.sim.kernel;

import static java.util.Objects.requireNonNull;

/**
 * The named random streams of a run, one per source of randomness ({@code "boot"}, {@code "arrivals"}, ...). A stream
 * depends on the run's seed and its own name only: adding a source, or drawing more from one, shifts no other.
 *
 * @param seed the seed of the run, any value
 */
public record RandomStreams(long seed) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * A new stream of that name, at its beginning.
     *
     * @param name the source of randomness
     * @return the stream; asking twice gives two streams with the same numbers
     */
    public RandomStream stream(String name) {
        requireNonNull(name, "name");
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new RandomStream(RandomStream.mix(RandomStream.mix(seed) ^ hash));
    }
}
