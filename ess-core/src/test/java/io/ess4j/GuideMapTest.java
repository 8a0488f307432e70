package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/guide-map.md true: what it says works has a class and a test, and no section is forgotten. */
class GuideMapTest {
    private static final Path LEDGER = Path.of("../docs/guide-map.md");
    private static final Path RESOURCES = Path.of("src/test/resources");

    private static final String TEST_CLASS = """
            class LimitsTest {
                @Test
                void clampsToMax() {
                    clamp();
                }

                void notATest() {}
            }
            """;
    private static final Map<String, String> FILES = Map.of(
            "ess-core/src/main/java/io/ess4j/capacity/Limits.java", "class Limits {}",
            "ess-core/src/test/java/io/ess4j/capacity/LimitsTest.java", TEST_CLASS,
            "ess-sim/src/main/java/io/ess4j/sim/Clock.java", "class Clock {}");

    @Test
    void theLedgerHasNoProblems() throws IOException {
        var ledger = GuideMap.parse(Files.readString(LEDGER));

        assertThat(ledger.rows()).isNotEmpty();
        assertThat(ledger.problems(GuideMapTest::readFromRepository)).isEmpty();
    }

    @Test
    void everyTableOfCasesIsMentioned() throws IOException {
        String ledger = Files.readString(LEDGER);
        try (var files = Files.walk(RESOURCES)) {
            var tables = files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".csv"));

            assertThat(tables).allSatisfy(name -> assertThat(ledger).contains(name));
        }
    }

    @Test
    void acceptsAllKindsOfRows() {
        assertThat(problemsOf(
                        "| G1.1-1 | clamps | works | capacity.Limits | capacity.LimitsTest#clampsToMax |",
                        "| G1.1-2 | ticks | works | sim.Clock, capacity.Limits | capacity.LimitsTest#clampsToMax |",
                        "| G1.1-3 | later | planned | capacity.NotYet | - |",
                        "| G1.1-4 | later, in the root | planned | ScalingGroup | - |",
                        "| G1.1-5 | click here | no decision | - | - |"))
                .isEmpty();
    }

    @Test
    void namesARepeatedId() {
        assertThat(problemsOf("| S0-1 | a | planned | x.Y | - |", "| S0-1 | b | planned | x.Y | - |"))
                .containsExactly("S0-1: the id repeats");
    }

    @Test
    void namesAStrangeId() {
        assertThat(problemsOf("| G7.1-1 | a | planned | x.Y | - |"))
                .containsExactly("G7.1-1: an id looks like G1.6-3, S2-4 or C-12-2");
    }

    @Test
    void namesAnUnknownStatus() {
        assertThat(problemsOf("| C-1-2 | a | done | x.Y | - |")).containsExactly("C-1-2: unknown status (done)");
    }

    @Test
    void namesAMissingBehaviour() {
        assertThat(problemsOf("| C-1-2 | | planned | x.Y | - |")).containsExactly("C-1-2: the behaviour is missing");
    }

    @Test
    void namesALineThatIsNoRow() {
        assertThat(problemsOf("| C-1-2 | a | b | planned | x.Y | - |"))
                .containsExactly("not a row of five cells: | C-1-2 | a | b | planned | x.Y | - |");
    }

    @Test
    void namesAMissingClass() {
        assertThat(problemsOf("| C-1-2 | a | works | capacity.Gone | capacity.LimitsTest#clampsToMax |"))
                .containsExactly("C-1-2: no such class (capacity.Gone)");
        assertThat(problemsOf("| C-1-2 | a | works | - | capacity.LimitsTest#clampsToMax |"))
                .containsExactly("C-1-2: no such class (-)");
    }

    @Test
    void namesAMissingTestClass() {
        assertThat(problemsOf("| C-1-2 | a | works | capacity.Limits | capacity.GoneTest#clampsToMax |"))
                .containsExactly("C-1-2: no such test class (capacity.GoneTest)");
    }

    @Test
    void namesAMissingTestMethod() {
        assertThat(problemsOf("| C-1-2 | a | works | capacity.Limits | capacity.LimitsTest#clamps |"))
                .containsExactly("C-1-2: no such test method (capacity.LimitsTest#clamps)");
        assertThat(problemsOf("| C-1-2 | a | works | capacity.Limits | capacity.LimitsTest#notATest |"))
                .containsExactly("C-1-2: no such test method (capacity.LimitsTest#notATest)");
    }

    @Test
    void namesAWorkingRowWithoutTest() {
        assertThat(problemsOf("| C-1-2 | a | works | capacity.Limits | - |"))
                .containsExactly("C-1-2: a test looks like package.Class#method, not (-)");
    }

    @Test
    void namesAPlannedRowWithoutClassOrWithTest() {
        assertThat(problemsOf("| C-1-2 | a | planned | - | capacity.LimitsTest#clampsToMax |"))
                .containsExactly(
                        "C-1-2: a planned row names its intended class, not (-)",
                        "C-1-2: a planned row has test -, not (capacity.LimitsTest#clampsToMax)");
    }

    @Test
    void namesARowWithoutDecisionThatHasAClass() {
        assertThat(problemsOf("| C-1-2 | a | no decision | x.Y | - |"))
                .containsExactly("C-1-2: a row without a decision has class - and test -");
    }

    @Test
    void namesASectionWithoutRow() {
        String markdown = completeExcept("G4.2");

        assertThat(GuideMap.parse(markdown).problems(GuideMapTest::readFromMap))
                .containsExactly("G4.2: the section has no row");
    }

    /** The problems of the rows, in a table where every section has a row. */
    private static List<String> problemsOf(String... rows) {
        return GuideMap.parse(completeExcept("none") + String.join("\n", rows)).problems(GuideMapTest::readFromMap);
    }

    private static String completeExcept(String section) {
        return GuideMap.SECTIONS.stream()
                .filter(s -> !s.equals(section))
                .map(s -> "| " + s + "-999 | filler | planned | x.Y | - |\n")
                .collect(Collectors.joining(
                        "", "| id | behaviour | status | class | test |\n|---|---|---|---|---|\n", ""));
    }

    private static Optional<String> readFromMap(String path) {
        return Optional.ofNullable(FILES.get(path));
    }

    private static Optional<String> readFromRepository(String path) {
        Path file = Path.of("..").resolve(path);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
