package io.ess4j.elasticity;

/** How sure a scale-out is, by the number of available pools (guide 1.7). */
public enum ElasticityStrength {
    /** No available pool, or one. */
    WEAK,
    /** Two or three available pools. */
    MEDIUM,
    /** Four available pools or more. */
    STRONG;

    private static final int MEDIUM_FROM = 2;
    private static final int STRONG_FROM = 4;

    /**
     * The strength that a number of available pools gives.
     *
     * @param available pools, 0 or more
     * @return the strength
     * @throws IllegalArgumentException if the number is negative
     */
    public static ElasticityStrength of(int available) {
        if (available < 0) {
            throw new IllegalArgumentException("available (" + available + ") must be >= 0");
        }
        return available >= STRONG_FROM ? STRONG : available >= MEDIUM_FROM ? MEDIUM : WEAK;
    }
}
