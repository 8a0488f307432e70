package io.ess4j.sim.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens the three pages in a browser, on a wide and on a narrow screen; the pictures stay in target/screenshots. */
class PagesIT {
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String HOSTILE = "group.name=\"</script><img src=x onerror=boom()>\"";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"run, report.html, 6", "compare, compare.html, 3", "sweep, pareto.html, 1"})
    void everyChartDrawsAndNothingIsBlocked(String command, String page, int charts) throws Exception {
        Path file = make(command).resolve(page);

        Browser.Run dom = Browser.open(
                folder,
                "--dump-dom",
                "--enable-logging=stderr",
                "--virtual-time-budget=4000",
                file.toUri().toString());

        assertThat(dom.out()).contains("data-errors=\"0\"").contains("data-charts=\"" + charts + "\"");
        assertThat(count(dom.out(), "data-drawn=\"true\"")).isEqualTo(charts);
        assertThat(dom.err()).doesNotContain("CONSOLE");
        assertThat(dom.out()).doesNotContain("<img src=x").contains("aria-roledescription=\"chart\"");
        assertThat(Files.readString(file)).contains("default-src 'none'").doesNotContain(" src=\"http");
        for (int width : new int[] {1280, 420}) {
            picture(file, command + "-" + width, width, 1800);
        }
    }

    @Test
    void aPageCanBePrinted() throws Exception {
        Path pdf = folder.resolve("page.pdf");

        Browser.open(
                folder,
                "--virtual-time-budget=4000",
                "--print-to-pdf=" + pdf,
                make("compare").resolve("compare.html").toUri().toString());

        assertThat(Files.size(pdf)).isGreaterThan(20_000);
    }

    private void picture(Path page, String name, int width, int height) throws Exception {
        Files.createDirectories(PICTURES);
        Path picture = PICTURES.resolve(name + ".png").toAbsolutePath();
        Browser.open(
                folder,
                "--virtual-time-budget=4000",
                "--window-size=" + width + "," + height,
                "--screenshot=" + picture,
                page.toUri().toString());

        assertThat(Files.size(picture)).isGreaterThan(20_000);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(picture))) {
            in.skipNBytes(16);
            assertThat(in.readInt()).isGreaterThanOrEqualTo(width);
        }
    }

    private Path make(String command) throws Exception {
        Path out = folder.resolve(command);
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                requireNonNull(System.getProperty("ess.jar"), "ess.jar"),
                command,
                "--set",
                "length=3d",
                "--set",
                HOSTILE,
                "--out",
                out.toString()));
        if (command.equals("compare")) {
            words.addAll(List.of("--variant", "tight </script>:group.rules[0].target=75", "--seeds", "1..3"));
        } else if (command.equals("sweep")) {
            words.addAll(List.of(
                    "--vary", "group.rules[0].target=40..70..10", "--vary", "group.max=80,160", "--seeds", "1,2"));
        }
        Browser.Run run = Browser.run(folder, words, "program");
        assertThat(run.code()).as(run.err()).isZero();
        return out;
    }

    private static long count(String text, String regex) throws IOException {
        return Pattern.compile(regex).matcher(text).results().count();
    }
}
