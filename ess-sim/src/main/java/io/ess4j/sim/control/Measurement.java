package io.ess4j.sim.control;

import java.util.OptionalDouble;

/**
 * What monitoring knows of one period.
 *
 * @param fromMillis start of the period, since the start of the run
 * @param toMillis its end
 * @param arrivals requests that arrived
 * @param served requests answered
 * @param waiting requests that wait at the end
 * @param capacity capacity units in service, averaged over the period
 * @param utilisationPercent busy share of the capacity in per cent, to a hundredth; empty if nothing could report it
 * @param responseMillis mean response time; NaN if nothing could answer
 */
public record Measurement(
        long fromMillis,
        long toMillis,
        long arrivals,
        long served,
        long waiting,
        double capacity,
        OptionalDouble utilisationPercent,
        double responseMillis) {
    /**
     * Requests that arrived in a second.
     *
     * @return 0 or more
     */
    public double arrivalsPerSecond() {
        return arrivals * 1000.0 / (toMillis - fromMillis);
    }
}
