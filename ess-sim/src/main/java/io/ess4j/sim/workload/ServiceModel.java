package io.ess4j.sim.workload;

/**
 * How the group answers requests with the capacity that it has. Implement this one method to bring your own service; a
 * model may keep state, such as a backlog, between periods.
 */
@FunctionalInterface
public interface ServiceModel {
    /**
     * Serves a period.
     *
     * @param arrivals requests that arrive in the period, 0 or more
     * @param capacity capacity units in service, averaged over the period, 0 or more
     * @param periodMillis the length of the period, at least 1
     * @return what became of the requests
     */
    ServiceOutcome serve(long arrivals, double capacity, long periodMillis);
}
