package io.ess4j.sim.metrics;

/**
 * The distribution of the response times of a period: a fixed delay, an exponential service time, and with some
 * probability an exponential waiting time before it.
 *
 * <p>{@code P(R > delay + t) = (1 - p) e^(-t/s) + p (w e^(-t/w) - s e^(-t/s)) / (w - s)} with service mean s, waiting
 * probability p and mean wait w of those that wait; exact for M/M/c.
 *
 * @param delayMillis what every request waits, 0 or more
 * @param serviceMillis mean service time, above 0
 * @param waitProbability the share of requests that wait, 0 to 1
 * @param waitMillis mean wait of those, 0 or more
 */
public record ResponseTimes(double delayMillis, double serviceMillis, double waitProbability, double waitMillis) {
    public ResponseTimes {
        if (!(delayMillis >= 0 && serviceMillis > 0 && waitMillis >= 0)) {
            throw new IllegalArgumentException("delayMillis (" + delayMillis + ") and waitMillis (" + waitMillis
                    + ") must be >= 0, serviceMillis (" + serviceMillis + ") above 0");
        }
        if (!(waitProbability >= 0 && waitProbability <= 1)) {
            throw new IllegalArgumentException("waitProbability (" + waitProbability + ") must be from 0 to 1");
        }
    }

    /**
     * The share of requests that take longer.
     *
     * @param millis a time
     * @return 0 to 1
     */
    public double shareAbove(double millis) {
        double t = millis - delayMillis;
        if (t <= 0) {
            return 1;
        }
        double served = StrictMath.exp(-t / serviceMillis);
        if (waitProbability == 0 || waitMillis == 0) {
            return served;
        }
        double difference = waitMillis - serviceMillis;
        double both = Math.abs(difference) < 1e-6 * serviceMillis
                ? served * (1 + t / serviceMillis)
                : (waitMillis * StrictMath.exp(-t / waitMillis) - serviceMillis * served) / difference;
        return Math.max(0, Math.min(1, (1 - waitProbability) * served + waitProbability * both));
    }
}
