package io.ess4j.sim.cli;

import io.ess4j.sim.sweep.Row;
import io.ess4j.sim.sweep.Sweep;
import io.ess4j.sim.sweep.SweepResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ess merge}: joins the parts of a sweep. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Joins the parts of a sweep that ran with --shard, and writes what an undivided sweep writes, to the byte.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The results are written.",
            "2:Runs are missing, parts belong to different sweeps, or the command line is wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ess merge ess-sweep", "  ess merge part-1 part-2 part-3 --out whole"})
final class MergeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders that ess sweep --shard wrote to.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the results go. Default: the first folder.")
    private @Nullable Path out;

    @Mixin
    private ParetoOptions pareto = new ParetoOptions();

    @Override
    public Integer call() throws IOException {
        Sweep sweep = new SweepFolder(folders.get(0)).read();
        pareto.check(sweep);
        Map<Integer, Row> rows = new TreeMap<>();
        for (Path folder : folders) {
            Sweep part = new SweepFolder(folder).read();
            if (!part.fingerprint().equals(sweep.fingerprint())) {
                throw Inputs.problem(folder, "the folder holds another sweep than " + folders.get(0));
            }
            SweepFolder.addAll(folder, rows, new SweepFolder(folder).rows(sweep));
        }
        int points = sweep.grid().points();
        if (rows.size() < points) {
            int first = 0;
            while (rows.containsKey(first)) {
                first++;
            }
            throw Inputs.problem(
                    folders.get(0),
                    points - rows.size() + " of " + points + " runs are missing, the first is " + first);
        }
        Path target = out == null ? folders.get(0) : out;
        Outputs.writing(target, () -> SweepFolder.create(target, sweep));
        pareto.finish(target, sweep, new SweepResults(sweep, rows.values()));
        return Main.OK;
    }
}
