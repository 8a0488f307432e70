package io.ess4j.sim.workload;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.kernel.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the expected requests of a workload into whole arrivals. Evenly: fractions are carried to the next span, so
 * that the arrivals of a run are the expected ones to within one request. At random: a Poisson draw for each span.
 */
public final class ArrivalProcess {
    private final Workload workload;
    private final @Nullable RandomStream random;
    private double carried;

    private ArrivalProcess(Workload workload, @Nullable RandomStream random) {
        this.workload = requireNonNull(workload, "workload");
        this.random = random;
    }

    /**
     * Arrivals without chance.
     *
     * @param workload what is expected
     * @return the process
     */
    public static ArrivalProcess even(Workload workload) {
        return new ArrivalProcess(workload, null);
    }

    /**
     * Poisson arrivals.
     *
     * @param workload what is expected
     * @param random where the draws come from
     * @return the process
     */
    public static ArrivalProcess poisson(Workload workload, RandomStream random) {
        return new ArrivalProcess(workload, requireNonNull(random, "random"));
    }

    /**
     * The requests that arrive in a span. Spans must follow each other.
     *
     * @param fromMillis start of the span, inclusive
     * @param toMillis end of the span, exclusive
     * @return the number, 0 or more
     * @throws IllegalStateException if the workload expects a negative or infinite number
     */
    public long arrivals(long fromMillis, long toMillis) {
        double expected = workload.expected(fromMillis, toMillis);
        if (!(expected >= 0 && expected < 1e15)) {
            throw new IllegalStateException("the workload expects " + expected + " requests from " + fromMillis + " to "
                    + toMillis + " ms; it must be from 0 to 1e15");
        }
        if (random != null) {
            return random.nextPoisson(expected);
        }
        carried += expected;
        long whole = (long) carried;
        carried -= whole;
        return whole;
    }
}
