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
 * Reads a trace from a CSV file, plain or packed with gzip (a name that ends in {@code .gz}). Its columns say what it
 * is:
 *
 * <ul>
 *   <li>{@code timestamp,value}: a series;
 *   <li>{@code timestamp,cpu_usage,assigned_mem} and
 *       {@code avg_cpu,avg_mem,avg_assigned_mem,avg_cycles_per_instruction} (a row every 300 s): a column of it, the
 *       first unless another is named;
 *   <li>{@code t_seconds,requests,context_tokens,generated_tokens}: the same, the requests;
 *   <li>{@code TIMESTAMP,ContextTokens,GeneratedTokens} and {@code app,func,end_timestamp,duration}: single requests,
 *       which are counted over ten seconds each, and whose service times are known.
 * </ul>
 *
 * <p>A timestamp is {@code 2014-04-10 00:04:00} or {@code 2014-04-10T00:04:00} in the scenario's time zone, an ISO time
 * with offset, or a number of seconds (since 1970, or since any other beginning). Times of a series must rise; values
 * are 0 to 1e12.
 */
public final class TraceReader {
    private static final int MAX_VALUES = 10_000_000;
    private static final double MAX_VALUE = 1e12;
    private static final double MAX_SECONDS = 9e9;

    private final ZoneId zone;
    private final Options options;
    private final EventBins bins = new EventBins();
    private long[] times = new long[1024];
    private double[] values = new double[1024];
    private int size;
    private boolean isUnknownColumnTold;

    /**
     * How columns become values.
     *
     * @param column the value column of a series with several; empty for the first
     * @param millisPerContextToken service time of a token read, 0 or more
     * @param millisPerGeneratedToken service time of a token written, 0 or more
     */
    public record Options(String column, double millisPerContextToken, double millisPerGeneratedToken) {
        /** The first column; 0.25 ms for a token read and 25 ms for one written, an assumption. */
        public static final Options DEFAULT = new Options("", 0.25, 25);

        public Options {
            Rates.check("millisPerContextToken", millisPerContextToken);
            Rates.check("millisPerGeneratedToken", millisPerGeneratedToken);
        }
    }

    private TraceReader(ZoneId zone, Options options) {
        this.zone = zone;
        this.options = options;
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
        return read(path, zone, Options.DEFAULT, problems);
    }

    /**
     * Reads a trace.
     *
     * @param path the file
     * @param zone the time zone of timestamps without offset
     * @param options how columns become values
     * @param problems takes whatever is wrong
     * @return the trace, or empty after a problem
     */
    public static Optional<Trace> read(Path path, ZoneId zone, Options options, Problems problems) {
        var reader = new TraceReader(zone, options);
        int before = problems.count();
        List<TraceFormat> formats = List.of(TraceFormat.values());
        CsvTable.readAny(
                path,
                formats.stream().map(TraceFormat::columns).toList(),
                formats.stream()
                        .<CsvTable.RowReader>map(f -> row -> reader.add(f, row))
                        .toList(),
                problems);
        if (problems.count() == before && reader.size == 0 && reader.bins.isEmpty()) {
            problems.add(path.toString(), 0, "the trace has a header but no values");
        }
        return problems.count() == before ? Optional.of(reader.trace()) : Optional.empty();
    }

    private void add(TraceFormat format, CsvTable.Row row) {
        if (format.isEvents()) {
            addEvent(format, row);
            return;
        }
        int column = column(format, row);
        if (column < 0) {
            return;
        }
        String name = format.columns().get(column);
        double value = row.number(column, name, MAX_VALUE);
        long time = format == TraceFormat.GOOGLE ? size * 300_000L : time(row, 0);
        if (time != Long.MIN_VALUE && !Double.isNaN(value)) {
            add(row, time, value);
        }
    }

    private int column(TraceFormat format, CsvTable.Row row) {
        int first = format == TraceFormat.GOOGLE ? 0 : 1;
        if (options.column().isEmpty()) {
            return first;
        }
        int column = format.columns().indexOf(options.column());
        if (column < first && !isUnknownColumnTold) {
            isUnknownColumnTold = true;
            row.problem("column (" + Decimals.quote(options.column()) + ") must be one of "
                    + String.join(
                            ", ",
                            format.columns().subList(first, format.columns().size())));
        }
        return column < first ? -1 : column;
    }

    private void addEvent(TraceFormat format, CsvTable.Row row) {
        if (format == TraceFormat.FUNCTIONS) {
            double end = row.number(2, "end_timestamp", MAX_SECONDS);
            double duration = row.number(3, "duration", MAX_SECONDS);
            if (!Double.isNaN(end) && !Double.isNaN(duration)) {
                bins.add(Math.round((end - duration) * 1000), duration * 1000);
            }
            return;
        }
        long time = time(row, 0);
        double read = row.number(1, "ContextTokens", MAX_VALUE);
        double written = row.number(2, "GeneratedTokens", MAX_VALUE);
        if (time != Long.MIN_VALUE && !Double.isNaN(read) && !Double.isNaN(written)) {
            bins.add(time, read * options.millisPerContextToken() + written * options.millisPerGeneratedToken());
        }
    }

    private void add(CsvTable.Row row, long time, double value) {
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

    private long time(CsvTable.Row row, int column) {
        String text = row.text(column);
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
        if (!bins.isEmpty()) {
            return bins.trace();
        }
        long[] offsets = new long[size];
        for (int i = 0; i < size; i++) {
            offsets[i] = times[i] - times[0];
        }
        return new Trace(Instant.ofEpochMilli(times[0]), offsets, Arrays.copyOf(values, size));
    }
}
