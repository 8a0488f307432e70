package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/**
 * Every figure of a scenario in which everything happens, compared with those checked in, on every Java version and
 * under another locale and time zone. Rewrite them with {@code -Dess.golden.rewrite=true} and read the difference.
 */
class WorldGoldenTest {
    private static final Path SOURCES = Path.of("src/test/resources/io/ess4j/sim/scenario");

    @Test
    void figuresAreTheCheckedInOnes() throws IOException {
        String actual = figures();
        if (Boolean.getBoolean("ess.golden.rewrite")) {
            Files.writeString(SOURCES.resolve("golden-world.txt"), actual);
        }

        assertThat(actual).isEqualTo(resource("golden-world.txt"));
    }

    @Test
    void localeAndTimeZoneDoNotMatter() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(figures()).isEqualTo(resource("golden-world.txt"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String figures() throws IOException {
        Scenario scenario = ScenarioReader.parse("golden-world.yaml", resource("golden-world.yaml"), Overrides.NONE);
        var figures = new RunFigures(scenario);
        new ScenarioRun(scenario, figures).run();
        var text = new StringBuilder();
        figures.figures()
                .all()
                .forEach(f -> text.append(f.name()).append(' ').append(f.text()).append('\n'));
        return text.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = requireNonNull(WorldGoldenTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
