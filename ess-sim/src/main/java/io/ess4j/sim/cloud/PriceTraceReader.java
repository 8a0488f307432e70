package io.ess4j.sim.cloud;

import io.ess4j.model.Price;
import io.ess4j.model.TextFormatException;
import io.ess4j.sim.input.CsvTable;
import io.ess4j.sim.input.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a price trace: a CSV file with the columns {@code seconds,price}, seconds since the start of the run. */
public final class PriceTraceReader {
    private static final double MAX_SECONDS = 4e8;
    private static final double MAX_PRICE = 1_000_000;

    private PriceTraceReader() {}

    /**
     * Reads a trace.
     *
     * @param path the file
     * @param problems takes whatever is wrong
     * @return the trace, or empty after a problem
     */
    public static Optional<PriceTrace> read(Path path, Problems problems) {
        List<PriceTrace.Change> changes = new ArrayList<>();
        int before = problems.count();
        CsvTable.readCommented(path, List.of("seconds", "price"), row -> add(row, changes), problems);
        return problems.count() == before ? Optional.of(new PriceTrace(changes)) : Optional.empty();
    }

    private static void add(CsvTable.Row row, List<PriceTrace.Change> changes) {
        double seconds = row.number(0, "seconds", MAX_SECONDS);
        double size = row.number(1, "price", MAX_PRICE);
        if (Double.isNaN(seconds) || Double.isNaN(size)) {
            return;
        }
        long at = Math.round(seconds * 1000);
        if (!changes.isEmpty() && at <= changes.get(changes.size() - 1).atMillis()) {
            row.problem("seconds (" + row.text(0) + ") must be after those of the row before");
            return;
        }
        try {
            changes.add(new PriceTrace.Change(at, Price.perHour(row.text(1))));
        } catch (TextFormatException e) {
            row.problem(String.valueOf(e.getMessage()));
        }
    }
}
