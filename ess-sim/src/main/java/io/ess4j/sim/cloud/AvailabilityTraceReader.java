package io.ess4j.sim.cloud;

import io.ess4j.sim.input.CsvTable;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a spot availability trace: lines that begin with {@code #} are comments, then the header
 * {@code tick,available}, then one row for each change (1: spot can be held, 0: it cannot), and at last a row
 * {@code N,END} with the first tick that was not observed. Without that row the last value lasts one tick.
 */
public final class AvailabilityTraceReader {
    private static final int MAX_TICK = 10_000_000;

    private int[] ticks = new int[256];
    private boolean[] values = new boolean[256];
    private int size;
    private int end = -1;

    private AvailabilityTraceReader() {}

    /**
     * Reads a trace.
     *
     * @param path the file
     * @param tick the length of a tick, at least a second
     * @param problems takes whatever is wrong
     * @return the trace, or empty after a problem
     */
    public static Optional<AvailabilityTrace> read(Path path, Duration tick, Problems problems) {
        var reader = new AvailabilityTraceReader();
        int before = problems.count();
        CsvTable.readCommented(path, List.of("tick", "available"), reader::add, problems);
        if (problems.count() == before && reader.size == 0) {
            problems.add(path.toString(), 0, "the trace has a header but no values");
        }
        return problems.count() == before ? Optional.of(reader.trace(tick)) : Optional.empty();
    }

    private void add(CsvTable.Row row) {
        double tick = row.number(0, "tick", MAX_TICK);
        if (Double.isNaN(tick)) {
            return;
        }
        String value = row.text(1);
        int last = end >= 0 ? end : size == 0 ? -1 : ticks[size - 1];
        if (tick != Math.rint(tick) || tick <= last) {
            row.problem("tick (" + Decimals.quote(row.text(0)) + ") must be a whole number after " + last);
        } else if (end >= 0) {
            row.problem("no row may follow the one that ends the trace");
        } else if (value.equals("END") && size > 0) {
            end = (int) tick;
        } else if (!value.equals("0") && !value.equals("1")) {
            row.problem("available (" + Decimals.quote(value) + ") must be 0 or 1, or END in the last row");
        } else {
            add((int) tick, value.equals("1"));
        }
    }

    private void add(int tick, boolean value) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        ticks[size] = tick;
        values[size++] = value;
    }

    private AvailabilityTrace trace(Duration tick) {
        return new AvailabilityTrace(
                tick, Arrays.copyOf(ticks, size), Arrays.copyOf(values, size), end < 0 ? ticks[size - 1] + 1 : end);
    }
}
