package io.ess4j.sim.kernel;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers that is the same on every Java version: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) with
 * every derived draw written out here, because the inherited ones may change between releases. Transcendental functions
 * come from {@link StrictMath}. Not safe for use by several threads.
 */
public final class RandomStream implements RandomGenerator {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;
    /** Above this mean a Poisson draw is a rounded normal one; the error of the tail is then below 1 %. */
    private static final double POISSON_NORMAL_MEAN = 256;

    private long state;

    RandomStream(long seed) {
        this.state = seed;
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /**
     * A whole number of [0, bound), without bias (multiply and reject).
     *
     * @param bound the first number not returned, at least 1
     * @throws IllegalArgumentException if the bound is not positive
     */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound (" + bound + ") must be > 0");
        }
        long product = (nextInt() & 0xffffffffL) * bound;
        long threshold = (0x1_0000_0000L - bound) % bound;
        while ((product & 0xffffffffL) < threshold) {
            product = (nextInt() & 0xffffffffL) * bound;
        }
        return (int) (product >>> 32);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /** Returns a standard normal draw by the Box-Muller transform; two uniform draws each. */
    @Override
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    /** Returns an exponential draw of mean 1; one uniform draw. */
    @Override
    public double nextExponential() {
        return -StrictMath.log(1 - nextDouble());
    }

    /**
     * A Poisson draw: by inversion up to a mean of 256, above that a rounded normal draw.
     *
     * @param mean the mean, at least 0, finite
     * @return the number, at least 0
     * @throws IllegalArgumentException if the mean is negative or not finite
     */
    public long nextPoisson(double mean) {
        if (!(mean >= 0 && mean < Long.MAX_VALUE)) {
            throw new IllegalArgumentException("mean (" + mean + ") must be >= 0 and finite");
        }
        if (mean > POISSON_NORMAL_MEAN) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * nextGaussian()));
        }
        double u = nextDouble();
        double p = StrictMath.exp(-mean);
        double cumulated = p;
        long k = 0;
        while (u > cumulated && p > 0) {
            k++;
            p *= mean / k;
            cumulated += p;
        }
        return k;
    }
}
