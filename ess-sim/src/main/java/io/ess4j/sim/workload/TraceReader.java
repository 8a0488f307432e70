package io.ess4j.sim.workload;

import io.ess4j.sim.input.CsvTable;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a trace from a CSV file with the columns {@code timestamp,value}. A timestamp is {@code 2014-04-10 00:04:00} or
 * {@code 2014-04-10T00:04:00} in the scenario's time zone, an ISO time with offset, or a number of seconds (since 1970,
 * or since any other beginning). Times must rise; values are 0 to 1e12.
 */
public final class TraceReader {
    private static final int MAX_VALUES = 10_000_000;
    private static final double MAX_VALUE = 1e12;
    private static final double MAX_SECONDS = 9e9;

    private final ZoneId zone;
    private long[] times = new long[1024];
    private double[] values = new double[1024];
    private int size;

    private TraceReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a trace.
     *
     * @param path the file
     * @param zone the time zone of timestamps without offset
     * @param problems takes whatever is wrong
     * @return the trace, or empty after a problem
     */
    public static Optional<Trace> read(Path path, ZoneId zone, Problems problems) {
        var reader = new TraceReader(zone);
        int before = problems.count();
        CsvTable.read(path, List.of("timestamp", "value"), reader::add, problems);
        if (problems.count() == before && reader.size == 0) {
            problems.add(path.toString(), 0, "the trace has a header but no values");
        }
        return problems.count() == before ? Optional.of(reader.trace()) : Optional.empty();
    }

    private void add(CsvTable.Row row) {
        long time = time(row);
        double value = row.number(1, "value", MAX_VALUE);
        if (time == Long.MIN_VALUE || Double.isNaN(value)) {
            return;
        }
        if (size > 0 && time <= times[size - 1]) {
            row.problem("timestamp (" + row.text(0) + ") must be after that of the row before");
        } else if (size == MAX_VALUES) {
            row.problem("a trace may have at most " + MAX_VALUES + " values");
        } else {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            times[size] = time;
            values[size++] = value;
        }
    }

    private long time(CsvTable.Row row) {
        String text = row.text(0);
        double seconds = Decimals.parse(text);
        if (seconds >= 0 && seconds <= MAX_SECONDS) {
            return Math.round(seconds * 1000);
        }
        try {
            String iso = text.replace(' ', 'T');
            boolean offset = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
            Instant instant = offset
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
            long millis = instant.toEpochMilli();
            if (Math.abs(millis) <= MAX_SECONDS * 1000) {
                return millis;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // told below, like a time out of range
        }
        row.problem("timestamp (" + Decimals.quote(text)
                + ") must be a time such as 2014-04-10 00:04:00, or seconds from 0 to 9000000000");
        return Long.MIN_VALUE;
    }

    private Trace trace() {
        long[] offsets = new long[size];
        for (int i = 0; i < size; i++) {
            offsets[i] = times[i] - times[0];
        }
        return new Trace(Instant.ofEpochMilli(times[0]), offsets, Arrays.copyOf(values, size));
    }
}
