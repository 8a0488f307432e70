package io.ess4j.sim.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlineCommandTest {
    private static final Path DATA = Path.of(
            Optional.ofNullable(System.getProperty("ess.data")).orElse("../../shared/data"), "spot-availability-2022");

    @TempDir
    private Path folder;

    @Test
    void showsEveryPolicyForEverySetting() throws IOException {
        Path market = write("m.csv", "# comment\ntick,available\n0,1\n30,0\n60,1\n90,END\n");
        Path windows = write("w.json", "{\"window_ticks\": 20, \"tick_seconds\": 600, \"starts\": [0, 25]}");

        Shell shell = Shell.ess(
                "deadline",
                market.toString(),
                "--windows",
                windows.toString(),
                "--work",
                "3h",
                "--deadline",
                "5h,6h",
                "--overhead",
                "3m");

        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains("3 h of work in 5 h, 0.05 h a start, 2 jobs\n")
                .contains("3 h of work in 6 h")
                .contains("  on-demand only                    9.33      9.33       0\n")
                .contains("mean over the settings\n");
    }

    @Test
    void tellsEverythingThatIsWrongWithTheFiles() throws IOException {
        Path market = write("m.csv", "tick,available\n5,1\n3,0\n9,2\n12,END\n13,1\n");
        Path windows = write("w.json", "{\"window_ticks\": -1, \"tick_secs\": 600, \"starts\": [1, \"x\"]}");

        Shell shell = Shell.ess("deadline", market.toString(), "--windows", windows.toString());

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err())
                .contains("m.csv:3: tick (3) must be a whole number after 5")
                .contains("m.csv:4: available (2) must be 0 or 1, or END in the last row")
                .contains("m.csv:6: no row may follow the one that ends the trace")
                .contains("w.json:1: window_ticks must be a whole number from 0 to 1000000")
                .contains("w.json:1: unknown field tick_secs")
                .contains("w.json:1: starts must be a whole number");
    }

    @Test
    void aDeadlineThatCannotBeKeptIsRefused() throws IOException {
        Path market = write("m.csv", "tick,available\n0,1\n");

        Shell shell = Shell.ess("deadline", market.toString(), "--work", "5h", "--deadline", "5h");

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains("deadline (PT5H) must be at least work (PT5H) plus two overheads (PT3M)");
    }

    /** Every thirtieth of the published windows; the whole table is in docs/simulator.md. */
    @Test
    void learnedAvailabilityIsTheCheapestOnRecordedMarkets() throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "skipped: there is no " + DATA);
        String json = Files.readString(DATA.resolve("windows.json"));
        String[] starts =
                json.substring(json.lastIndexOf('[') + 1, json.lastIndexOf(']')).split(",", -1);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < starts.length; i += 30) {
            some.add(starts[i].strip());
        }
        Path windows = write(
                "w.json",
                "{\"window_ticks\": 554, \"tick_seconds\": 600, \"starts\": [" + String.join(",", some) + "]}");
        List<String> arguments = new ArrayList<>(List.of("deadline", "--csv", "--windows", windows.toString()));
        try (Stream<Path> files = Files.list(DATA)) {
            files.map(Path::toString).filter(f -> f.endsWith(".csv")).sorted().forEach(arguments::add);
        }

        Shell shell = Shell.ess(arguments.toArray(String[]::new));

        assertThat(shell.code()).as(shell.err()).isZero();
        Map<String, Double> means = new LinkedHashMap<>();
        for (String line : shell.out().lines().skip(1).toList()) {
            String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            means.merge(fields[2], Double.parseDouble(fields[3]) / 4, Double::sum);
            assertThat(fields[5]).as(line).isIn("0", "");
        }
        assertThat(means).hasSize(6);
        double learned = requireNonNull(means.remove("\"learned availability\""));
        double optimum = requireNonNull(means.remove("\"optimum, knowing the market\""));
        assertThat(means.values()).allMatch(other -> learned < other);
        assertThat(learned).isBetween(optimum, 1.1 * optimum);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
