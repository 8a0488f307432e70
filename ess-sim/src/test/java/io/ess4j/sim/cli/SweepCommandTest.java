package io.ess4j.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    private static final List<String> RESULTS = List.of("runs.csv", "variants.csv", "pareto.html", "sweep.json");

    @TempDir
    private Path folder;

    @Test
    void shardsMergeToTheBytesOfTheWhole() throws IOException {
        assertThat(sweep("whole", "--jobs", "2").err()).contains("runs, about").doesNotContain("Exception");
        for (int part = 1; part <= 3; part++) {
            Shell shell = sweep(part == 3 ? "other" : "parts", "--shard", part + "/3");
            assertThat(shell.code()).as(shell.err()).isZero();
            assertThat(shell.out()).contains("When all are: ess merge");
        }
        assertThat(Shell.ess("merge", path("parts")).err()).contains("of 8 runs are missing, the first is 2");
        Shell merged = Shell.ess("merge", path("parts"), path("other"), "--out", path("merged"));

        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(merged.out()).contains("8 runs of 4 variants", "group.max=");
        for (String name : RESULTS) {
            assertThat(folder.resolve("merged").resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
        }
    }

    @Test
    void aFinishedSweepRunsNothingAgain() {
        sweep("a", "--quiet");

        assertThat(sweep("a").err()).isEqualTo("ess: 8 of 8 runs were finished before\n");
    }

    @Test
    void aFolderHoldsOneSweep() {
        sweep("a", "--quiet");

        Shell shell = sweep("a", "--set", "group.min=3");

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains("the folder holds another sweep");
    }

    @Test
    void whatIsWrongIsToldBeforeTheFirstRun() {
        assertThat(sweep("a", "--vary", "group.rules[9].target=1").err()).contains("there is no item 9");
        assertThat(sweep("a", "--vary", "group.min=x").err()).contains("min (x) must be a whole number");
        assertThat(sweep("a", "--shard", "3/2").err()).contains("--shard (3/2) must be I/N");
        assertThat(sweep("a", "--shard", "1").err()).contains("--shard (1) must be I/N");
        assertThat(sweep("a", "--jobs", "0").err()).contains("--jobs must be");
        assertThat(sweep("a", "--seed", "7").err()).contains("use --seeds");
        assertThat(Shell.ess("sweep", "--seeds", "7..1").err()).contains("must be seeds");
        assertThat(sweep("a", "--cost", "money").err()).contains("figure (money) must be one of requests.arrived");
        assertThat(sweep("a", "--spark", "local[1]").err()).contains("ess-sim-spark");
        assertThat(Shell.ess("sweep", path("none.yaml")).err()).contains("there is no such file");
        assertThat(Shell.ess("merge", path("none")).err()).contains("holds no sweep");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    private Shell sweep(String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sweep",
                "--set",
                "length=2h",
                "--vary",
                "group.max=40,80",
                "--vary",
                "group.rules[cpu].target=40,60",
                "--seeds",
                "1..2",
                "--out",
                path(out)));
        arguments.addAll(List.of(more));
        return Shell.ess(Stream.of(arguments.toArray(String[]::new)).toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
