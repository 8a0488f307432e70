package io.ess4j.sim.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.Setting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However the points of a sweep are divided, ordered and interrupted, the results have the same bytes. */
class SweepProperties {
    private static final Sweep SWEEP = sweep();
    private static final List<Row> ROWS =
            IntStream.range(0, SWEEP.grid().points()).mapToObj(SWEEP::run).toList();
    private static final String WHOLE = text(ROWS);

    static Sweep sweep() {
        Overrides overrides = Overrides.NONE.with(List.of(Setting.parse("length=2h"), Setting.parse("group.min=0")));
        return new Sweep(
                new ScenarioSource(Optional.empty(), BuiltInScenario.ONLINE_EDUCATION, overrides),
                new Grid(
                        List.of(Axis.parse("group.max=30,60"), Axis.parse("group.rules[cpu].target=40,60")),
                        List.of(1L, 2L, 3L)));
    }

    private static String text(Collection<Row> rows) {
        StringWriter out = new StringWriter();
        SweepResults results = new SweepResults(SWEEP, rows);
        try {
            results.writeRuns(out);
            results.writeVariants(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Property(tries = 50)
    void anyOrderOfRowsGivesTheSame(@ForAll Random random) {
        List<Row> rows = new ArrayList<>(ROWS);
        Collections.shuffle(rows, random);

        assertThat(text(rows)).isEqualTo(WHOLE);
    }

    @Property(tries = 30)
    void aJournalCutAnywhereGoesOn(@ForAll @IntRange(min = 0, max = 4_000) int cut) throws IOException {
        Path folder = Files.createTempDirectory("sweep");
        Path file = folder.resolve("runs.journal");
        try {
            try (Journal journal = Journal.open(file, SWEEP)) {
                ROWS.forEach(journal::add);
            }
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(whole, Math.min(cut, whole.length)));
            try (Journal journal = Journal.open(file, SWEEP)) {
                Map<Integer, Row> kept = journal.rows();
                ROWS.stream().filter(r -> !kept.containsKey(r.point())).forEach(journal::add);
                assertThat(text(journal.rows().values())).isEqualTo(WHOLE);
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    @Property(tries = 4)
    void anyNumberOfThreadsGivesTheSame(@ForAll @IntRange(min = 1, max = 5) int threads) {
        List<Row> rows = new ArrayList<>();
        new LocalExecutor()
                .run(
                        SWEEP,
                        IntStream.range(0, SWEEP.grid().points()).boxed().toList(),
                        Integer.toString(threads),
                        rows::add);

        assertThat(text(rows)).isEqualTo(WHOLE);
    }

    @Property(tries = 1)
    void aSweepIsReadBackFromItsText() {
        Sweep read = Sweep.parse("sweep.json", SWEEP.toText());

        assertThat(read.toText()).isEqualTo(SWEEP.toText());
        assertThat(read.run(3)).isEqualTo(ROWS.get(3));
    }
}
