package io.ess4j.sim.workload;

import io.ess4j.sim.metrics.ResponseTimes;
import java.util.Optional;

/**
 * What a service did in a period. Requests that arrived or waited before are served, lost, or wait after it.
 *
 * @param served requests answered, 0 or more
 * @param lost requests turned away, 0 or more
 * @param waiting requests that wait at the end of the period, 0 or more
 * @param utilisation the busy share of the capacity, 0 to 1
 * @param responseMillis mean response time; NaN when no capacity was there to answer
 * @param responses how the response times are distributed; if absent, all are taken to be the mean
 */
public record ServiceOutcome(
        long served,
        long lost,
        long waiting,
        double utilisation,
        double responseMillis,
        Optional<ResponseTimes> responses) {
    /**
     * An outcome whose response times are all the mean.
     *
     * @param served requests answered, 0 or more
     * @param lost requests turned away, 0 or more
     * @param waiting requests that wait at the end of the period, 0 or more
     * @param utilisation the busy share of the capacity, 0 to 1
     * @param responseMillis mean response time; NaN when no capacity was there to answer
     */
    public ServiceOutcome(long served, long lost, long waiting, double utilisation, double responseMillis) {
        this(served, lost, waiting, utilisation, responseMillis, Optional.empty());
    }

    public ServiceOutcome {
        if (served < 0 || lost < 0 || waiting < 0) {
            throw new IllegalArgumentException(
                    "served (" + served + "), lost (" + lost + ") and waiting (" + waiting + ") must be >= 0");
        }
        if (!(utilisation >= 0 && utilisation <= 1)) {
            throw new IllegalArgumentException("utilisation (" + utilisation + ") must be from 0 to 1");
        }
        if (responseMillis < 0) {
            throw new IllegalArgumentException("responseMillis (" + responseMillis + ") must be >= 0, or NaN");
        }
    }
}
