package io.ess4j.sim.workload;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Counts single requests into spans of ten seconds, and gathers mean and variance of their service times. */
final class EventBins {
    static final long BIN_MILLIS = 10_000;

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long requests;
    private double sum;
    private double squares;

    void add(long millis, double serviceMillis) {
        counts.merge(Math.floorDiv(millis, BIN_MILLIS), 1L, Long::sum);
        requests++;
        sum += serviceMillis;
        squares += serviceMillis * serviceMillis;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The counts from the first span on, spans without requests included. */
    Trace trace() {
        long first = counts.firstKey();
        int size = Math.toIntExact(counts.lastKey() - first + 1);
        long[] times = new long[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = i * BIN_MILLIS;
        }
        for (Map.Entry<Long, Long> bin : counts.entrySet()) {
            values[(int) (bin.getKey() - first)] = bin.getValue();
        }
        double mean = sum / requests;
        double variance = Math.max(0, squares / requests - mean * mean);
        var service = mean > 0 ? new Trace.Service(mean, variance / (mean * mean)) : null;
        return new Trace(Instant.ofEpochMilli(first * BIN_MILLIS), times, values, service);
    }
}
