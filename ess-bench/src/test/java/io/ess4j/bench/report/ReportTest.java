package io.ess4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ess4j.bench.report.Row.Gate;
import io.ess4j.bench.report.Row.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report makes of figures. */
class ReportTest {
    private static final Cell FAST = Cell.of("ABenchmark.fast size=10");
    private static final Cell SLOW = Cell.of("ABenchmark.slow size=10");

    private static Row row(Kind kind, double limit) {
        return new Row("a", "a path", "another way", FAST, SLOW, new Gate(kind, limit), true);
    }

    private static Round round(double fast, double slow) {
        return new Round(Map.of(
                FAST, new Measured(fast, fast, 3 * fast, 16),
                SLOW, new Measured(slow, slow, 3 * slow, 160)));
    }

    @Test
    void theWorstRoundDecides() {
        List<Round> rounds = List.of(round(10, 100), round(10, 40), round(20, 180));

        assertThat(row(Kind.FASTER, 5).worst(rounds)).isEqualTo(4);
        assertThat(row(Kind.FASTER, 5).median(rounds)).isEqualTo(9);
        assertThat(row(Kind.FASTER, 5).verdict(rounds)).isEqualTo("at least 5 times as fast: **missed**");
        assertThat(row(Kind.FASTER, 4).verdict(rounds)).isEqualTo("at least 4 times as fast: met");
        assertThat(row(Kind.NEAR_FLOOR, 0.25).worst(rounds)).isEqualTo(0.25);
        assertThat(row(Kind.MICROS_P99, 0.05).verdict(rounds)).isEqualTo("p99 at most 0.05 µs: **missed**");
        assertThat(row(Kind.BYTES, 16).verdict(rounds)).isEqualTo("at most 16 B: met");
    }

    @Test
    void aLossIsMoreThanTheMargin() {
        Row faster = row(Kind.FASTER, 5);
        assertThat(Committed.isLost(faster, 100, 51, Committed.MARGIN)).isFalse();
        assertThat(Committed.isLost(faster, 100, 49, Committed.MARGIN)).isTrue();
        Row micros = row(Kind.MICROS, 5);
        assertThat(Committed.isLost(micros, 2, 4.5, Committed.MARGIN)).isFalse();
        assertThat(Committed.isLost(micros, 2, 5.5, Committed.MARGIN)).isTrue();
    }

    @Test
    void committedRatiosAreReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ratios.csv");
        Committed.write(file, List.of(row(Kind.FASTER, 5)), List.of(round(10, 123)));

        assertThat(Committed.read(file)).containsExactly(Map.entry("a", 12.3));
    }

    @Test
    void aPageKeepsItsProse(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("page.md"), "# A\n<!-- begin x -->\nold\n<!-- end x -->\nprose\n");
        Page page = new Page(file);
        page.replace("x", "new\n");
        page.write();

        assertThat(file).hasContent("# A\n<!-- begin x -->\nnew\n<!-- end x -->\nprose\n");
        assertThatThrownBy(() -> page.replace("y", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must have a part y");
    }

    @Test
    void someRowsMayBeMeasuredAnew() {
        Row other = new Row("b", "b path", "another way", FAST, SLOW, new Gate(Kind.NONE, 0), true);
        List<Row> both = List.of(row(Kind.FASTER, 5), other);
        String table = Tables.rows(both, List.of(round(10, 100)));

        String renewed = Tables.renewed(table, both, List.of(other), List.of(round(10, 70)));

        assertThat(renewed).contains("| a path | another way | 10, 10 |").contains("| b path | another way | 7, 7 |");
        assertThat(renewed.lines().count()).isEqualTo(4);
        assertThatThrownBy(() -> Tables.renewed("", both, both, List.of()))
                .hasMessage("the table has other rows; measure all");
    }

    @Test
    void exponentsAreThoseOfPowers() {
        Curve curve = Curve.all().get(0);
        var square = new Curve.Points(
                curve,
                List.of(new Curve.Point(10, 100), new Curve.Point(100, 10_000), new Curve.Point(1000, 1_000_000)));

        assertThat(square.exponent()).isCloseTo(2, within(1e-9));
        assertThat(new LogPlot(square).svg())
                .startsWith("<svg")
                .contains("exponent 2.00")
                .endsWith("</svg>\n");
    }

    @Test
    void cellsAreWrittenAsTheyAreRead() {
        assertThat(FAST).hasToString("ABenchmark.fast size=10");
        assertThat(Cell.of("B.c b=2 a=1")).hasToString("B.c a=1 b=2");
        assertThat(Cell.of("B.c#x a=1").run())
                .isEqualTo(Cell.of("B.c#y a=1").run())
                .isEqualTo(Cell.of("B.c a=1"));
        assertThat(Cell.of("B.c#x a=1").counter()).contains("x");
        assertThat(Cell.of("B.c a=1").counter()).isEmpty();
        assertThat(new Rows().rows()).extracting(Row::id).doesNotHaveDuplicates();
    }
}
