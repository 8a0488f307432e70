package io.ess4j.bench.report;

import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The entry of the benchmark jar: {@code report} measures everything and writes the page, {@code short} looks for
 * losses, and all other words go to JMH.
 */
public final class Main {
    private static final String USAGE = """
            report           measure all and write docs/performance.md, about 20 minutes
            report PART ...  measure some parts: rows, curves, programs; peers where that module is on the class path;
                             rows:kernel for the rows of some paths
            short [MARGIN]   compare with the committed ratios, under 3 minutes; what became MARGIN (2) times worse fails
            ...              what JMH takes, such as a class and -prof gc; -h for help
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
        Path page = Path.of("docs", "performance.md");
        Path module = Path.of("ess-bench");
        if (!Files.isRegularFile(page) || !Files.isDirectory(module)) {
            System.err.println(words.get(0) + " must run in the root of the project: no " + page + " here");
            System.exit(2);
        }
        Path ratios = module.resolve("ratios.csv");
        if (words.get(0).equals("short")) {
            System.exit(lookForLosses(ratios, margin(words), out) ? 1 : 0);
        }
        report(page, ratios, words.subList(1, words.size()), out);
    }

    private static double margin(List<String> words) {
        if (words.size() == 1) {
            return Committed.MARGIN;
        }
        Double margin = Doubles.tryParse(words.get(1));
        if (words.size() > 2 || margin == null || !(margin >= 1)) {
            System.err.println("short takes at most a margin, a number from 1 on, but got " + words);
            System.exit(2);
            return Committed.MARGIN;
        }
        return margin;
    }

    private static void report(Path file, Path ratios, List<String> parts, PrintStream out) throws IOException {
        Page page = new Page(file);
        for (Section section : ServiceLoader.load(Section.class)) {
            List<Row> chosen = chosen(section, parts);
            if (!chosen.isEmpty()) {
                List<Round> rounds = rounds(Effort.FULL, chosen, out);
                String table = chosen.equals(section.rows())
                        ? Tables.rows(chosen, rounds)
                        : Tables.renewed(page.part(section.part()), section.rows(), chosen, rounds);
                page.replace(section.part(), table);
                Committed.write(ratios, chosen, rounds);
            }
        }
        if (parts.isEmpty() || parts.contains("curves")) {
            curves(page, file.resolveSibling("images"), new Laboratory(Effort.CURVE, out));
        }
        if (parts.isEmpty() || parts.contains("programs")) {
            page.replace("programs", Programs.measure(out));
        }
        page.replace("machine", Machine.words());
        page.write();
    }

    /** All rows of a section, those whose id begins as a part says behind a colon, or none. */
    private static List<Row> chosen(Section section, List<String> parts) {
        if (parts.isEmpty() || parts.contains(section.part())) {
            return section.rows();
        }
        String some = section.part() + ":";
        return section.rows().stream()
                .filter(row -> parts.stream()
                        .anyMatch(p -> p.startsWith(some) && row.id().startsWith(p.substring(some.length()))))
                .toList();
    }

    private static List<Round> rounds(Effort effort, List<Row> rows, PrintStream out) {
        Laboratory laboratory = new Laboratory(effort, out);
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= effort.rounds(); i++) {
            rounds.add(new Round(laboratory.round(Rows.cells(rows), "round " + i)));
        }
        return rounds;
    }

    private static void curves(Page page, Path images, Laboratory laboratory) throws IOException {
        List<Curve.Points> curves = new ArrayList<>();
        for (Curve curve : Curve.all()) {
            Curve.Points points = curve.measure(laboratory);
            curves.add(points);
            Files.writeString(images.resolve(curve.fileName()), new LogPlot(points).svg());
        }
        page.replace("curves", Tables.curves(curves));
    }

    /** Says what is slower than it was; true if something is. */
    private static boolean lookForLosses(Path ratios, double margin, PrintStream out) throws IOException {
        Map<String, Double> committed = Committed.read(ratios);
        List<Row> suspects = new Rows()
                .rows().stream()
                        .filter(row -> row.isShort() && committed.containsKey(row.id()))
                        .toList();
        for (Effort effort : List.of(Effort.SHORT, Effort.CAREFUL, Effort.CAREFUL)) {
            List<Round> rounds = rounds(effort, suspects, out);
            List<Row> lost = new ArrayList<>();
            for (Row row : suspects) {
                double before = committed.getOrDefault(row.id(), Double.NaN);
                double now = row.median(rounds);
                boolean isLost = Committed.isLost(row, before, now, margin);
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
