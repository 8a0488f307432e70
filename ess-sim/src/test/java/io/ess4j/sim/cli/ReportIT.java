package io.ess4j.sim.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.scenario.BuiltInScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the packaged program and opens its report in a browser. Skipped where no Chromium is found, unless the
 * environment says {@code CI=true}: there it must run.
 */
class ReportIT {
    private static final int CHARTS = 6;

    @TempDir
    private Path folder;

    private Path report = Path.of("unset");

    @BeforeEach
    void runTheProgram() throws Exception {
        // names that would break out of the page if they were not escaped
        Path scenario = Files.writeString(
                folder.resolve("s.yaml"),
                BuiltInScenario.ONLINE_EDUCATION
                        .text()
                        .replace("name: Online education platform", "name: \"<script>boom()</script> & co\"")
                        .replace("name: cpu", "name: \"</script><img src=x onerror=boom()>\"")
                        .replace("length: 28d", "length: 3d"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path jar = Path.of(requireNonNull(System.getProperty("ess.jar"), "ess.jar"));
        Browser.Run run = Browser.run(
                folder,
                List.of(java, "-jar", jar.toString(), "run", scenario.toString(), "--out", folder.toString()),
                "run");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Objective kept");
        report = folder.resolve("report.html");
    }

    @Test
    void everyChartDrawsWithoutAnError() throws Exception {
        Browser.Run page = browse(
                "--dump-dom",
                "--enable-logging=stderr",
                "--virtual-time-budget=4000",
                report.toUri().toString());

        assertThat(page.out()).contains("data-errors=\"0\"").contains("data-charts=\"" + CHARTS + "\"");
        assertThat(count(page.out(), "data-drawn=\"true\"")).isEqualTo(CHARTS);
        assertThat(count(page.out(), "<svg [^>]*baseProfile"))
                .as("charts as SVG")
                .isEqualTo(CHARTS);
        assertThat(count(page.out(), "class=\"card ")).as("key figures").isEqualTo(8);
        assertThat(count(page.out(), "class=\"pill ")).as("activities").isGreaterThan(5);
        assertThat(page.out()).contains("aria-label=\"Line chart of requests a second");
        assertThat(page.err()).doesNotContain("CONSOLE");
        assertThat(page.out())
                .contains("<h1>&lt;script&gt;boom()&lt;/script&gt; &amp; co</h1>")
                .doesNotContain("<img src=x");
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        String page = Files.readString(report);

        assertThat(page).contains("default-src 'none'").doesNotContain("<link").doesNotContain(" src=\"http");
        assertThat(page.length()).isLessThan(3_000_000);
    }

    private Browser.Run browse(String... arguments) throws Exception {
        return Browser.open(folder, arguments);
    }

    private static long count(String text, String regex) {
        return Pattern.compile(regex).matcher(text).results().count();
    }
}
