package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.quickstart.QuickStart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows code that compiles and the output that it prints. */
class ReadmeTest {
    private static String block(String language) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).as("a block of " + language).isTrue();
        return block.group(1);
    }

    @Test
    void theQuickStartIsTheCodeThatIsTested() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/ess4j/quickstart/QuickStart.java"));
        String shown = source.substring(
                source.indexOf("// quick start begins\n") + "// quick start begins\n".length(),
                source.indexOf("// quick start ends"));
        assertThat(block("java")).isEqualTo(shown);
        assertThat(shown.lines().count()).isLessThanOrEqualTo(45);
    }

    @Test
    void theQuickStartPrintsWhatTheReadmeShows() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            QuickStart.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(block("text"));
    }
}
