package io.ess4j.bench.peers;

import io.ess4j.bench.report.Cell;
import io.ess4j.bench.report.Row;
import io.ess4j.bench.report.Row.Gate;
import io.ess4j.bench.report.Row.Kind;
import io.ess4j.bench.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** ess4j against solvers and event lists of others. */
public final class PeerRows implements Section {
    private static final Gate NOTHING = new Gate(Kind.NONE, 0);

    private final List<Row> rows = new ArrayList<>();

    /** All rows, in the order of the page. */
    public PeerRows() {
        for (String scale : List.of("100x200", "100x10000")) {
            Gate gate = scale.equals("100x10000") ? new Gate(Kind.FASTER, 100) : NOTHING;
            cover("REALISTIC", scale, "cpSat", "CP-SAT, one worker", gate);
            cover("REALISTIC", scale, "scip", "SCIP", gate);
            cover("REALISTIC", scale, "ojAlgo", "ojAlgo", NOTHING);
        }
        cover("TRAP", "100x10000", "cpSat", "CP-SAT, one worker", NOTHING);
        cover("TRAP", "100x10000", "scip", "SCIP", NOTHING);
        kernel("1000", 3);
        kernel("100000", 8);
        kernel("1000000", 15);
    }

    private void cover(String kind, String scale, String method, String peer, Gate gate) {
        String params = " kind=" + kind + " scale=" + scale;
        rows.add(new Row(
                "cover-" + kind.toLowerCase(Locale.ROOT) + "-" + scale + "-" + method,
                "exact cover, " + (kind.equals("TRAP") ? "parity trap" : "realistic") + ", pools x demand " + scale,
                peer,
                Cell.of("CoverPeersBenchmark.ess4j" + params),
                Cell.of("CoverPeersBenchmark." + method + params),
                gate,
                false));
    }

    private void kernel(String pending, double timesSsj) {
        Cell ess4j = Cell.of("KernelPeersBenchmark.ess4j pending=" + pending);
        String path = "simulator: next event of " + pending;
        rows.add(new Row(
                "kernel-" + pending + "-ssj",
                path,
                "SSJ's default list",
                ess4j,
                Cell.of("KernelPeersBenchmark.ssj pending=" + pending),
                new Gate(Kind.FASTER, timesSsj),
                false));
        rows.add(new Row(
                "kernel-" + pending + "-dsol",
                path,
                "DSOL's list",
                ess4j,
                Cell.of("KernelPeersBenchmark.dsol pending=" + pending),
                NOTHING,
                false));
    }

    @Override
    public String part() {
        return "peers";
    }

    @Override
    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
