package io.ess4j.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ratios of the last full run, kept in a file beside the benchmarks: one line a row, its id and the median of its
 * figure.
 */
final class Committed {
    /** A ratio may be so many times worse than the committed one before it counts as lost. */
    static final double MARGIN = 2;

    private Committed() {}

    static Map<String, Double> read(Path file) throws IOException {
        Map<String, Double> ratios = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split(",", -1);
            if (fields.length == 2 && !line.startsWith("#")) {
                ratios.put(fields[0], Double.parseDouble(fields[1]));
            }
        }
        return ratios;
    }

    static void write(Path file, List<Row> rows, List<Round> rounds) throws IOException {
        Map<String, Double> ratios = Files.exists(file) ? read(file) : new TreeMap<>();
        rows.forEach(row -> ratios.put(row.id(), row.median(rounds)));
        List<String> lines = new ArrayList<>();
        lines.add("# ratios of the last full run: id, median of the figure that the row's promise is about");
        ratios.forEach((id, ratio) -> lines.add(id + "," + String.format(Locale.ROOT, "%.4g", ratio)));
        Files.write(file, lines);
    }

    /** Whether a figure is worse than the committed one by more than the margin. */
    static boolean isLost(Row row, double committed, double figure, double margin) {
        // A cell that allocates nothing has no ratio; the gate says all.
        return row.gate().moreIsBetter()
                ? figure < committed / margin
                : figure > committed * margin && !row.gate().isMet(figure);
    }
}
