package io.ess4j.sim.workload;

import io.ess4j.sim.metrics.ResponseTimes;
import java.util.Optional;

/**
 * A service as one queue before many workers: a G/G/c queue within each period, a fluid backlog from period to period.
 *
 * <p>With {@code c = capacity x workersPerUnit} workers of mean service time S, {@code c T / S} requests can be served
 * in a period of length T. Demand is the backlog plus the arrivals; what cannot be served waits, up to the queue limit,
 * and the rest is lost. Utilisation is served / possible. The mean response time is
 *
 * <pre>{@code
 * R = S + Wq + B S / c        B: requests that wait at the end of the period
 * Wq = S (ca2 + cs2) / 2 * rho^(sqrt(2 (c + 1)) - 1) / (c (1 - rho))
 * }</pre>
 *
 * with {@code rho = min(0.99, arrivals S / (c T))} and the squared coefficients of variation ca2 of the times between
 * arrivals and cs2 of the service times (1 each: M/M/c). Wq is the approximation of Sakasegawa (1977) with the factor
 * of Allen and Cunneen; exact for M/M/1. The cut at 0.99 keeps it finite; real overload is seen in the backlog.
 */
public final class QueueingService implements ServiceModel {
    private static final double MAX_RHO = 0.99;

    private final Settings settings;
    private long waiting;
    /** The part of the next request that the last period has already worked off, 0 to 1. */
    private double begun;

    /**
     * The constants of the model.
     *
     * @param serviceMillis mean service time S of a request, above 0
     * @param workersPerUnit workers of one capacity unit, above 0
     * @param queueLimit requests that may wait at the end of a period, 0 or more
     * @param arrivalVariability squared coefficient of variation ca2, 0 or more
     * @param serviceVariability squared coefficient of variation cs2, 0 or more
     */
    public record Settings(
            double serviceMillis,
            double workersPerUnit,
            long queueLimit,
            double arrivalVariability,
            double serviceVariability) {
        public Settings {
            if (!(serviceMillis > 0 && serviceMillis <= 1e9)) {
                throw new IllegalArgumentException(
                        "serviceMillis (" + serviceMillis + ") must be above 0, at most 1e9");
            }
            if (!(workersPerUnit > 0 && workersPerUnit <= 1e6)) {
                throw new IllegalArgumentException(
                        "workersPerUnit (" + workersPerUnit + ") must be above 0, at most 1e6");
            }
            if (queueLimit < 0) {
                throw new IllegalArgumentException("queueLimit (" + queueLimit + ") must be >= 0");
            }
            Rates.check("arrivalVariability", arrivalVariability);
            Rates.check("serviceVariability", serviceVariability);
        }
    }

    /**
     * Creates a service with an empty queue.
     *
     * @param settings the constants of the model
     */
    public QueueingService(Settings settings) {
        this.settings = settings;
    }

    @Override
    public ServiceOutcome serve(long arrivals, double capacity, long periodMillis) {
        double workers = capacity * settings.workersPerUnit;
        double possible = workers * periodMillis / settings.serviceMillis;
        long demand = Math.addExact(waiting, arrivals);
        double credit = possible + begun;
        long served = credit >= demand ? demand : (long) credit;
        begun = served < demand ? credit - served : 0;
        long left = demand - served;
        waiting = Math.min(left, settings.queueLimit);
        double utilisation = possible > 0 ? Math.min(1, served / possible) : demand > 0 ? 1 : 0;
        if (!(possible > 0)) {
            return new ServiceOutcome(served, left - waiting, waiting, utilisation, Double.NaN);
        }
        return new ServiceOutcome(
                served,
                left - waiting,
                waiting,
                utilisation,
                meanMillis(settings, arrivals, capacity, waiting, periodMillis),
                Optional.of(responses(settings, arrivals, capacity, waiting, periodMillis)));
    }

    /** The mean response time of a period, for capacity above 0. */
    static double meanMillis(Settings settings, long arrivals, double capacity, long waiting, long periodMillis) {
        double workers = capacity * settings.workersPerUnit;
        double rho = rho(settings, arrivals, workers, periodMillis);
        double variability = (settings.arrivalVariability + settings.serviceVariability) / 2;
        double queue = waitProbability(rho, workers) / (workers * (1 - rho)) * variability;
        return settings.serviceMillis * (1 + queue + waiting / workers);
    }

    private static double rho(Settings settings, long arrivals, double workers, long periodMillis) {
        return Math.min(MAX_RHO, arrivals * settings.serviceMillis / (workers * periodMillis));
    }

    private static double waitProbability(double rho, double workers) {
        return StrictMath.pow(rho, Math.sqrt(2 * (workers + 1)) - 1);
    }

    /** The distribution behind the mean: those that wait at all wait exponentially long. */
    private static ResponseTimes responses(
            Settings settings, long arrivals, double capacity, long waiting, long periodMillis) {
        double workers = capacity * settings.workersPerUnit;
        double rho = rho(settings, arrivals, workers, periodMillis);
        double variability = (settings.arrivalVariability + settings.serviceVariability) / 2;
        return new ResponseTimes(
                settings.serviceMillis * waiting / workers,
                settings.serviceMillis,
                Math.min(1, waitProbability(rho, workers)),
                settings.serviceMillis * variability / (workers * (1 - rho)));
    }
}
