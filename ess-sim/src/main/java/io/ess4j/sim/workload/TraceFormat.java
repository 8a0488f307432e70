package io.ess4j.sim.workload;

import java.util.List;

/** The layouts of trace files, told apart by their columns. */
enum TraceFormat {
    /** A series of values at given times. */
    SERIES(List.of("timestamp", "value"), false),
    /** Azure VM usage, summed up: seconds, CPU, memory. */
    AZURE(List.of("timestamp", "cpu_usage", "assigned_mem"), false),
    /** Google 2019 usage: one row for every five minutes, without a time. */
    GOOGLE(List.of("avg_cpu", "avg_mem", "avg_assigned_mem", "avg_cycles_per_instruction"), false),
    /** Requests to a language model counted over spans: seconds, requests, tokens read and written. */
    TOKEN_COUNTS(List.of("t_seconds", "requests", "context_tokens", "generated_tokens"), false),
    /** Single requests to a language model: time, tokens read and written. */
    TOKENS(List.of("TIMESTAMP", "ContextTokens", "GeneratedTokens"), true),
    /** Single calls of functions: application, function, end and duration in seconds. */
    FUNCTIONS(List.of("app", "func", "end_timestamp", "duration"), true);

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> columns;

    private final boolean isEvents;

    TraceFormat(List<String> columns, boolean isEvents) {
        this.columns = columns;
        this.isEvents = isEvents;
    }

    List<String> columns() {
        return columns;
    }

    /** Whether each row is one request, rather than a value of a series. */
    boolean isEvents() {
        return isEvents;
    }
}
