package io.ess4j.bench.report;

import io.ess4j.bench.report.Row.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of the page. */
final class Tables {
    /** Lines above the first row. */
    private static final int HEAD = 2;

    private Tables() {}

    static String rows(List<Row> rows, List<Round> rounds) {
        StringBuilder table = new StringBuilder("""
                | path | against | ratio: median, worst | time | against takes | allocated | promise |
                |---|---|---|---|---|---|---|
                """);
        for (Row row : rows) {
            boolean alone = row.subject().equals(row.other());
            Kind kind = row.gate().kind();
            boolean tail = kind == Kind.MICROS_P99 || kind == Kind.NEAR_FLOOR_P99;
            String time = Text.time(Row.median(rounds, row.subject(), tail ? Measured::p99 : Measured::p50));
            table.append("| ")
                    .append(row.path())
                    .append(" | ")
                    .append(alone ? "" : row.against())
                    .append(" | ")
                    .append(alone ? "" : Text.number(row.median(rounds)) + ", " + Text.number(row.worst(rounds)))
                    .append(" | ")
                    .append(tail ? time + " (p99)" : time)
                    .append(" | ")
                    .append(alone ? "" : Text.time(Row.median(rounds, row.other(), Measured::p50)))
                    .append(" | ")
                    .append(Text.bytes(Row.median(rounds, row.subject(), Measured::bytes)))
                    .append(" | ")
                    .append(row.verdict(rounds))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** A table of all rows in which those that were measured anew have other lines. */
    static String renewed(String table, List<Row> all, List<Row> renewed, List<Round> rounds) {
        List<String> lines = new ArrayList<>(table.lines().toList());
        if (lines.size() != all.size() + HEAD) {
            throw new IllegalStateException("the table has other rows; measure all");
        }
        List<String> measured = rows(renewed, rounds).lines().toList();
        for (int i = 0; i < renewed.size(); i++) {
            lines.set(all.indexOf(renewed.get(i)) + HEAD, measured.get(i + HEAD));
        }
        return String.join("\n", lines) + "\n";
    }

    static String curves(List<Curve.Points> curves) {
        StringBuilder table = new StringBuilder("""
                | what grows | from, to | fitted exponent, whole and last third | expected | picture |
                |---|---|---|---|---|
                """);
        for (Curve.Points points : curves) {
            Curve curve = points.curve();
            table.append("| ")
                    .append(curve.title())
                    .append(" | ")
                    .append(Text.number(points.least()))
                    .append(", ")
                    .append(Text.number(points.greatest()))
                    .append(" | ")
                    .append(String.format(Locale.ROOT, "%.2f, %.2f", points.exponent(), points.lastExponent()))
                    .append(" | ")
                    .append(curve.expected())
                    .append(" | [plot](images/")
                    .append(curve.fileName())
                    .append(") |\n");
        }
        return table.toString();
    }
}
