package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.report.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One small scenario, its outputs compared as text with those checked in. After a wanted change, rewrite them with
 * {@code -Dess.golden.rewrite=true} and read the difference.
 */
class GoldenRunTest {
    private static final boolean REWRITE = Boolean.getBoolean("ess.golden.rewrite");
    private static final Path SOURCES = Path.of("src/test/resources/io/ess4j/sim/scenario");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"timeline.csv", "activities.jsonl", "summary.json"})
    void outputsAreTheCheckedInOnes(String name) throws IOException {
        run();
        String actual = Files.readString(folder.resolve(name));
        if (REWRITE) {
            Files.writeString(SOURCES.resolve("golden-" + name), actual);
        }

        assertThat(actual)
                .isEqualTo(REWRITE ? Files.readString(SOURCES.resolve("golden-" + name)) : resource("golden-" + name));
    }

    @Test
    void linesEndWithALineFeed() throws IOException {
        run();

        assertThat(Files.readString(folder.resolve("timeline.csv")))
                .doesNotContain("\r")
                .endsWith("\n");
        assertThat(Files.readString(folder.resolve("summary.json")))
                .doesNotContain("\r")
                .endsWith("}\n");
    }

    private void run() throws IOException {
        Scenario scenario = ScenarioReader.parse("golden.yaml", resource("golden.yaml"), Overrides.NONE);
        var measured = new RunFigures(scenario);
        try (var report = new RunReport(folder, scenario)) {
            new ScenarioRun(scenario, new RunObserver() {
                        @Override
                        public void period(Period period) {
                            measured.period(period);
                            report.period(period);
                        }

                        @Override
                        public void activity(Activity activity) {
                            measured.activity(activity);
                            report.activity(activity);
                        }
                    })
                    .run();
            report.finish(measured);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = requireNonNull(GoldenRunTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
