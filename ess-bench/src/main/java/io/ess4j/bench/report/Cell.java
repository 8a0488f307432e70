package io.ess4j.bench.report;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One benchmark method with its parameters: the unit that is measured.
 *
 * @param benchmark class and method, such as {@code RemovalBenchmark.planner}; a counter of a method that times several
 *     ways itself follows a {@code #}
 * @param params values of its parameters, in the order of their names; those not named must have one value only
 * @param threads how many threads call it at once
 */
public record Cell(String benchmark, Map<String, String> params, int threads) {
    public Cell {
        params = new TreeMap<>(params);
    }

    /**
     * A cell from its text, measured by one thread.
     *
     * @param text {@code Class.method name=value name=value}
     * @return the cell
     */
    public static Cell of(String text) {
        String[] words = text.split(" ", -1);
        Map<String, String> params = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            params.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new Cell(words[0], params, 1);
    }

    /** What JMH runs for it: one run serves all counters of a method. */
    Cell run() {
        int counter = benchmark.indexOf('#');
        return counter < 0 ? this : new Cell(benchmark.substring(0, counter), params, threads);
    }

    /** The counter that holds the nanoseconds of all calls, or empty if the call itself is timed. */
    Optional<String> counter() {
        int counter = benchmark.indexOf('#');
        return counter < 0 ? Optional.empty() : Optional.of(benchmark.substring(counter + 1));
    }

    Cell withThreads(int count) {
        return new Cell(benchmark, params, count);
    }

    /** The text that {@link #of} reads. */
    @Override
    public String toString() {
        String values = params.entrySet().stream()
                .map(e -> " " + e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining());
        return benchmark + values + (threads == 1 ? "" : " on " + threads + " threads");
    }
}
