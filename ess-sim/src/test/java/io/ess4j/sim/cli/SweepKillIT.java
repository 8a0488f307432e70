package io.ess4j.sim.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills sweeps with SIGKILL at random moments and lets them go on: nothing is lost, nothing is run twice, and the
 * results have the bytes of an undisturbed sweep. Two kills by default; {@code -Dess.kills=20} makes it twenty.
 */
class SweepKillIT {
    private static final int RUNS = 60;
    private static final int KILLS = Integer.getInteger("ess.kills", 2);

    @TempDir
    private Path folder;

    @Test
    void aKilledSweepGoesOnWhereItWas() throws Exception {
        run("whole", RUNS);
        Random random = new Random(20_260_105);
        int between = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String name = "killed-" + kill;
            run(name, random.nextInt(RUNS));
            int kept = finished(name);
            between += kept > 0 && kept < RUNS ? 1 : 0;
            run(name, RUNS);
            String err = Files.readString(folder.resolve(name + ".err"));
            if (kept > 0) {
                assertThat(err).contains("ess: " + kept + " of " + RUNS + " runs were finished before");
            }
            for (String file : List.of("runs.csv", "variants.csv", "pareto.html", "sweep.json")) {
                assertThat(folder.resolve(name).resolve(file))
                        .as("kill " + kill + ", " + file)
                        .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
            }
            assertThat(points(name)).as("each run once").hasSize(RUNS).doesNotHaveDuplicates();
        }
        System.out.println(
                "SweepKillIT: " + KILLS + " kills, " + between + " of them between the first and the last run");
    }

    /** Runs a sweep, or kills it as soon as so many of its runs are in the journal. */
    private void run(String name, int killAt) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = requireNonNull(System.getProperty("ess.jar"), "ess.jar");
        Process process = new ProcessBuilder(
                        java,
                        "-jar",
                        jar,
                        "sweep",
                        "--set",
                        "length=3d",
                        "--vary",
                        "group.rules[cpu].target=35..80..5",
                        "--vary",
                        "group.max=90,160",
                        "--seeds",
                        "1..3",
                        "--jobs",
                        "2",
                        "--out",
                        folder.resolve(name).toString())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
        while (!process.waitFor(3, TimeUnit.MILLISECONDS)) {
            if (killAt < RUNS && finished(name) >= killAt) {
                process.destroyForcibly().waitFor();
                return;
            }
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(name + ".err")))
                .isZero();
    }

    /** Whole lines of the journal, but for its header. */
    private int finished(String name) throws IOException {
        Path journal = folder.resolve(name).resolve("runs.journal");
        if (!Files.exists(journal)) {
            return 0;
        }
        String text = Files.readString(journal);
        return Math.max(0, (int) text.chars().filter(c -> c == '\n').count() - 1);
    }

    private List<String> points(String name) throws IOException {
        List<String> points = new ArrayList<>();
        Files.readAllLines(folder.resolve(name).resolve("runs.journal")).stream()
                .skip(1)
                .forEach(line -> points.add(line.substring(0, line.indexOf(','))));
        return points;
    }
}
