package io.ess4j.sim.workload;

import java.util.List;

/**
 * What is asked of the group: a number of requests for any span of simulated time. Implement this one method to bring
 * your own load.
 *
 * <pre>{@code
 * Workload steady = (from, to) -> 20.0 * (to - from) / 1000;   // 20 requests a second
 * }</pre>
 */
@FunctionalInterface
public interface Workload {
    /**
     * The requests expected in a span. A run asks for consecutive spans that begin at 0.
     *
     * @param fromMillis start of the span, inclusive, in milliseconds since the start of the run
     * @param toMillis end of the span, exclusive
     * @return the number, 0 or more and finite; fractions are carried over by the arrival process
     */
    double expected(long fromMillis, long toMillis);

    /**
     * The sum of several loads.
     *
     * @param parts the loads, at least one
     * @return a load that expects what its parts expect together
     */
    static Workload sum(List<Workload> parts) {
        List<Workload> copy = List.copyOf(parts);
        return (from, to) -> {
            double total = 0;
            for (Workload part : copy) {
                total += part.expected(from, to);
            }
            return total;
        };
    }
}
