package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.kernel.RandomStream;
import java.time.Duration;

/** How long an instance takes from its order to its service. */
public sealed interface BootModel {
    /** No boot takes longer than this; a draw beyond it is cut. */
    Duration LONGEST = Duration.ofDays(1);

    /**
     * Draws a boot time.
     *
     * @param random where chance comes from
     * @return milliseconds, from 0 to a day
     */
    long drawMillis(RandomStream random);

    /**
     * Always the same.
     *
     * @param time the boot time, 0 to a day
     */
    record Fixed(Duration time) implements BootModel {
        public Fixed {
            check("time", time);
        }

        @Override
        public long drawMillis(RandomStream random) {
            return time.toMillis();
        }
    }

    /**
     * Evenly distributed between two times.
     *
     * @param min the shortest, 0 to a day
     * @param max the longest, at least {@code min}
     */
    record Uniform(Duration min, Duration max) implements BootModel {
        public Uniform {
            check("min", min);
            check("max", max);
            if (max.compareTo(min) < 0) {
                throw new IllegalArgumentException("max (" + max + ") must be >= min (" + min + ")");
            }
        }

        @Override
        public long drawMillis(RandomStream random) {
            return min.toMillis() + (long) (random.nextDouble() * (max.toMillis() - min.toMillis() + 1));
        }
    }

    /**
     * Lognormal: half of the boots are faster than the median, 95 of 100 faster than the 95th percentile.
     *
     * @param median the median, above 0, at most a day
     * @param p95 the 95th percentile, at least the median
     */
    record Lognormal(Duration median, Duration p95) implements BootModel {
        /** The 95th percentile of the standard normal distribution. */
        private static final double Z95 = 1.6448536269514722;

        public Lognormal {
            check("median", median);
            check("p95", p95);
            if (median.isZero() || p95.compareTo(median) < 0) {
                throw new IllegalArgumentException(
                        "p95 (" + p95 + ") must be >= median (" + median + "), and the median above 0");
            }
        }

        @Override
        public long drawMillis(RandomStream random) {
            double sigma = StrictMath.log((double) p95.toMillis() / median.toMillis()) / Z95;
            double time = median.toMillis() * StrictMath.exp(sigma * random.nextGaussian());
            return Math.round(Math.min(time, (double) LONGEST.toMillis()));
        }
    }

    private static void check(String name, Duration time) {
        requireNonNull(time, name);
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " (" + time + ") must be from 0 to a day");
        }
    }
}
