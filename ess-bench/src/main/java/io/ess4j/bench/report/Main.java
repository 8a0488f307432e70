package io.ess4j.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The entry of the benchmark jar: {@code report} measures everything and writes the page, {@code short} looks for
 * losses, and all other words go to JMH.
 */
public final class Main {
    private static final String USAGE = """
            java -jar ess-bench/target/benchmarks.jar report   measure all, write docs/performance.md (about 40 minutes)
            java -jar ess-bench/target/benchmarks.jar short    compare with the committed ratios (under 3 minutes)
            java -jar ess-bench/target/benchmarks.jar ...      what JMH takes, such as a class and -prof gc; -h for help
            """;

    private Main() {}

    /**
     * Runs.
     *
     * @param args the command line
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> words = Arrays.asList(args);
        if (words.isEmpty()) {
            out.print(USAGE);
            return;
        }
        if (!words.get(0).equals("report") && !words.get(0).equals("short")) {
            org.openjdk.jmh.Main.main(args);
            return;
        }
        Path docs = Path.of("docs");
        Path module = Path.of("ess-bench");
        Path ratios = module.resolve("ratios.csv");
        if (words.size() > 1 || !Files.isDirectory(docs) || !Files.isDirectory(module)) {
            System.err.println(words.get(0) + " takes no further words and runs in the root of the project");
            System.exit(2);
        }
        if (words.get(0).equals("report")) {
            report(docs, ratios, out);
        } else {
            System.exit(lookForLosses(ratios, out) ? 1 : 0);
        }
    }

    private static void report(Path docs, Path ratios, PrintStream out) throws IOException {
        Laboratory laboratory = new Laboratory(Effort.FULL, out);
        List<Row> rows = Rows.all();
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= Effort.FULL.rounds(); i++) {
            rounds.add(new Round(laboratory.round(Rows.cells(rows), "round " + i)));
        }
        List<Curve.Points> curves = new ArrayList<>();
        for (Curve curve : Curve.all()) {
            curves.add(curve.measure(new Laboratory(Effort.CURVE, out)));
        }
        Page page = new Page(docs.resolve("performance.md"));
        page.replace("machine", Machine.words());
        page.replace("rows", Tables.rows(rows, rounds));
        page.replace("curves", Tables.curves(curves));
        page.replace("programs", Programs.measure(out));
        page.write();
        for (Curve.Points points : curves) {
            Path file = docs.resolve("images").resolve(points.curve().fileName());
            Files.writeString(file, new LogPlot(points).svg());
        }
        Committed.write(ratios, rows, rounds);
    }

    /** Says what is slower than it was; true if something is. */
    private static boolean lookForLosses(Path ratios, PrintStream out) throws IOException {
        var committed = Committed.read(ratios);
        List<Row> suspects = Rows.all().stream()
                .filter(row -> row.isShort() && committed.containsKey(row.id()))
                .toList();
        for (Effort effort : List.of(Effort.SHORT, Effort.CAREFUL, Effort.CAREFUL)) {
            Laboratory laboratory = new Laboratory(effort, out);
            List<Round> rounds = new ArrayList<>();
            for (int i = 1; i <= effort.rounds(); i++) {
                rounds.add(new Round(laboratory.round(Rows.cells(suspects), "look " + i)));
            }
            List<Row> lost = new ArrayList<>();
            for (Row row : suspects) {
                double before = committed.getOrDefault(row.id(), Double.NaN);
                double now = row.median(rounds);
                boolean isLost = Committed.isLost(row, before, now);
                out.println((isLost ? "LOST  " : "kept  ") + row.id() + ": " + Text.number(now) + ", was "
                        + Text.number(before));
                if (isLost) {
                    lost.add(row);
                }
            }
            suspects = lost;
            if (suspects.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
