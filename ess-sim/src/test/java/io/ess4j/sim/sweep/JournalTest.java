package io.ess4j.sim.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    @Test
    void aPointIsRunOnlyOnceAndOneProcessWrites() throws IOException {
        Sweep sweep = SweepProperties.sweep();
        Row row = new Row(
                3, List.copyOf(java.util.Collections.nCopies(sweep.columns().size(), "1.5")));
        try (Journal journal = Journal.open(folder.resolve("j"), sweep)) {
            journal.add(row);
            assertThatThrownBy(() -> journal.add(row)).hasMessageContaining("only once");
            assertThatThrownBy(() -> Journal.open(folder.resolve("j"), sweep))
                    .hasMessageContaining("another sweep has it");
        }
        assertThat(Journal.read(folder.resolve("j"), sweep)).containsExactly(java.util.Map.entry(3, row));
    }

    @Test
    void aJournalOfAnotherSweepIsRefused() throws IOException {
        Path file = folder.resolve("j");
        Journal.open(file, SweepProperties.sweep()).close();
        Sweep other = new Sweep(
                new ScenarioSource(Optional.empty(), BuiltInScenario.ONLINE_EDUCATION, Overrides.NONE),
                new Grid(List.of(), List.of(1L)));

        assertThatThrownBy(() -> Journal.open(file, other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("another sweep");
    }

    @Test
    void aDamagedLineAndWhatFollowsItAreRunAgain() throws IOException {
        Sweep sweep = SweepProperties.sweep();
        Path file = folder.resolve("j");
        try (Journal journal = Journal.open(file, sweep)) {
            for (int point = 0; point < 4; point++) {
                journal.add(new Row(
                        point,
                        List.copyOf(
                                java.util.Collections.nCopies(sweep.columns().size(), "1"))));
            }
        }
        Files.writeString(file, Files.readString(file).replace("\n2,1,", "\n2,7,"));

        try (Journal journal = Journal.open(file, sweep)) {
            assertThat(journal.rows()).containsOnlyKeys(0, 1);
        }
    }

    @Test
    void theFingerprintCoversFilesThatTheScenarioNames() throws IOException {
        Path trace = Files.writeString(folder.resolve("t.csv"), "timestamp,value\n0,1\n60,2\n");
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                BuiltInScenario.ONLINE_EDUCATION.text().replace("parts:", "parts:\n    - {type: trace, file: t.csv}"));
        ScenarioSource source = new ScenarioSource(Optional.of(file), BuiltInScenario.ONLINE_EDUCATION, Overrides.NONE);
        Sweep before = new Sweep(source, new Grid(List.of(), List.of(1L)));
        before.check();
        Files.writeString(trace, "timestamp,value\n0,1\n60,3\n");
        Sweep after = new Sweep(source, new Grid(List.of(), List.of(1L)));

        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
        assertThatThrownBy(() -> Sweep.parse("sweep.json", before.toText()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has changed");
    }
}
