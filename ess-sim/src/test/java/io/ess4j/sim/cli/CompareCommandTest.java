package io.ess4j.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.scenario.BuiltInScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    private Path folder;

    @Test
    void tellsDifferencesAndWhereTheyPart() throws IOException {
        Shell shell = compare("--variant", "tight:group.rules[0].target=75", "--variant", "same:group.name=other");

        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains("3 seeds", "Cost in CNY", "difference", "Where base and tight part, seed 1")
                .containsPattern("At 2026-01-0\\d \\d\\d:\\d\\d:00, after \\d+ equal decisions:")
                .containsPattern("(base|tight) bought \\d+ x ")
                .contains("They decide the same from the beginning to the end.")
                .containsPattern("same +\\d+\\.\\d\\d ± \\d+\\.\\d\\d  difference +0\\.00 ± 0\\.00\n");
        String page = Files.readString(folder.resolve("c/compare.html"));
        assertThat(page).contains("Where they part", "default-src 'none'").doesNotContain("{{");
    }

    @Test
    void theSameComparisonGivesTheSameBytesWhateverTheThreads() throws IOException {
        compare("--variant", "tight:group.rules[0].target=75", "--jobs", "1");
        String one = Files.readString(folder.resolve("c/compare.html"));
        compare("--variant", "tight:group.rules[0].target=75", "--jobs", "3");

        assertThat(Files.readString(folder.resolve("c/compare.html"))).isEqualTo(one);
    }

    @Test
    void comparesFilesAndPrintsJson() throws IOException {
        String text = BuiltInScenario.ONLINE_EDUCATION.text().replace("length: 28d", "length: 6h");
        Path today = Files.writeString(folder.resolve("today.yaml"), text);
        Path tomorrow = Files.writeString(folder.resolve("tomorrow.yml"), text.replace("min: 24", "min: 48"));

        Shell shell = Shell.ess(
                "compare",
                today.toString(),
                tomorrow.toString(),
                "--seeds",
                "1,2",
                "--json",
                "--out",
                folder.resolve("c").toString());

        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out())
                .startsWith("{")
                .contains("\"name\" : \"today\"", "\"name\" : \"tomorrow\"", "\"differenceCi95\"", "\"parting\" :");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThat(Shell.ess("compare").err()).contains("nothing to compare with; add --variant");
        assertThat(compare("--variant", "x").err()).contains("--variant must be a name, a colon and fields");
        assertThat(compare("--variant", "x:y").err()).contains("--variant: 'y' must be path=value");
        assertThat(compare("--variant", "x:group.min=-1").err()).contains("min (-1) must be a whole number");
        assertThat(compare("--variant", "x:length=3h").err()).contains("x must play at the same time as base");
        assertThat(compare("--variant", "x:currency=USD").err()).contains("must be paid in the currency of base");
        assertThat(compare("--variant", "base:group.min=1").err()).contains("names must differ");
        assertThat(compare("--variant", "x:group.min=1", "--seed", "3").err()).contains("use --seeds");
        assertThat(folder.resolve("c")).doesNotExist();
    }

    private Shell compare(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "compare",
                "--set",
                "length=2d",
                "--seeds",
                "1..3",
                "--out",
                folder.resolve("c").toString()));
        arguments.addAll(List.of(more));
        return Shell.ess(arguments.toArray(String[]::new));
    }
}
