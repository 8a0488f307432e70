package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How the pool of one offering behaves over time.
 *
 * @param supply when there is something to sell; when there is not, spot machines are taken back
 * @param prices how the price changes; absent if it does not
 * @param interruptionsPerHour interruptions of a spot machine an hour beyond those, 0 or more
 * @param terms what a spot machine is promised
 */
public record PoolModel(Supply supply, Optional<PriceTrace> prices, double interruptionsPerHour, SpotTerms terms) {
    /** Nothing ever changes. */
    public static final PoolModel STEADY = new PoolModel(Supply.STEADY, Optional.empty(), 0, SpotTerms.DEFAULT);

    /** Upper ends of the buckets that AWS publishes, as shares of a month; the last is open and taken as 30 %. */
    private static final double[] BUCKETS = {0.05, 0.10, 0.15, 0.20, 0.30};

    private static final double HOURS_PER_MONTH = 720;

    public PoolModel {
        requireNonNull(supply, "supply");
        requireNonNull(prices, "prices");
        requireNonNull(terms, "terms");
        if (!(interruptionsPerHour >= 0 && interruptionsPerHour <= 60)) {
            throw new IllegalArgumentException(
                    "interruptionsPerHour (" + interruptionsPerHour + ") must be from 0 to 60");
        }
    }

    /**
     * The rate of interruptions that fits a published bucket: a share p of the machines is interrupted within a month,
     * so the rate is {@code -ln(1 - p) / 720} an hour. Of a bucket its upper end counts.
     *
     * @param bucket 0 (below 5 %) to 4 (above 20 %)
     * @return interruptions of a machine an hour
     * @throws IllegalArgumentException if there is no such bucket
     */
    public static double interruptionsPerHour(int bucket) {
        if (bucket < 0 || bucket >= BUCKETS.length) {
            throw new IllegalArgumentException("bucket (" + bucket + ") must be from 0 to 4");
        }
        return -StrictMath.log(1 - BUCKETS[bucket]) / HOURS_PER_MONTH;
    }
}
