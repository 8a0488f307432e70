package io.ess4j.sim.cli;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.PartFile;
import io.ess4j.sim.sweep.Journal;
import io.ess4j.sim.sweep.Row;
import io.ess4j.sim.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that holds a sweep: what it is, and journals of its finished runs. */
record SweepFolder(Path path) {
    private static final String SWEEP = "sweep.json";
    private static final String JOURNAL = ".journal";

    /** Creates a folder, or takes one that holds the same sweep. */
    static SweepFolder create(Path path, Sweep sweep) throws IOException {
        Files.createDirectories(path);
        Path file = path.resolve(SWEEP);
        if (Files.exists(file)) {
            if (!Files.readString(file).equals(sweep.toText())) {
                throw Inputs.problem(path, "the folder holds another sweep; choose another one with --out");
            }
        } else {
            try (PartFile part = PartFile.open(file)) {
                part.writer().write(sweep.toText());
                part.finish();
            }
        }
        return new SweepFolder(path);
    }

    Path journal(int shard, int of) {
        return path.resolve(of == 1 ? "runs" + JOURNAL : "runs-" + shard + "-of-" + of + JOURNAL);
    }

    Sweep read() throws IOException {
        Path file = path.resolve(SWEEP);
        if (!Files.isRegularFile(file)) {
            throw Inputs.problem(path, "the folder holds no sweep");
        }
        return Sweep.parse(file.toString(), Files.readString(file));
    }

    /** The rows of all journals in the folder. */
    Map<Integer, Row> rows(Sweep sweep) throws IOException {
        Map<Integer, Row> rows = new TreeMap<>();
        List<Path> journals;
        try (Stream<Path> files = Files.list(path)) {
            journals =
                    files.filter(f -> f.toString().endsWith(JOURNAL)).sorted().toList();
        }
        for (Path journal : journals) {
            addAll(journal, rows, Journal.read(journal, sweep));
        }
        return rows;
    }

    /** Adds rows; a run that two journals have must be the same in both. */
    static void addAll(Path file, Map<Integer, Row> rows, Map<Integer, Row> more) throws InputException {
        more.forEach((point, row) -> {
            Row known = rows.putIfAbsent(point, row);
            if (known != null && !known.equals(row)) {
                throw Inputs.problem(file, "run " + point + " is another one in another journal");
            }
        });
    }
}
