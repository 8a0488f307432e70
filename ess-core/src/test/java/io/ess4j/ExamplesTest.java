package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.examples.AccessExample;
import io.ess4j.examples.AdmissionExample;
import io.ess4j.examples.BalanceExample;
import io.ess4j.examples.CapacityExample;
import io.ess4j.examples.CostExample;
import io.ess4j.examples.ElasticityExample;
import io.ess4j.examples.EventExample;
import io.ess4j.examples.GroupExample;
import io.ess4j.examples.LaunchExample;
import io.ess4j.examples.LifecycleExample;
import io.ess4j.examples.MatchExample;
import io.ess4j.examples.NamingExample;
import io.ess4j.examples.PlacementExample;
import io.ess4j.examples.RemovalExample;
import io.ess4j.examples.RolloutExample;
import io.ess4j.examples.RulesExample;
import io.ess4j.examples.ScheduleExample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages under docs/algorithms show programs that compile and the output that they print. */
class ExamplesTest {
    private static final Path SOURCES = Path.of("src/test/java/io/ess4j/examples");
    private static final Path PAGES = Path.of("..", "docs", "algorithms");

    /** A program and the page that shows it. */
    record Example(String name, String page, Consumer<String[]> main) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Example> examples() {
        return List.of(
                new Example("AccessExample", "access.md", AccessExample::main),
                new Example("AdmissionExample", "admission.md", AdmissionExample::main),
                new Example("BalanceExample", "zone-balance.md", BalanceExample::main),
                new Example("CapacityExample", "exact-cover.md", CapacityExample::main),
                new Example("CostExample", "cost.md", CostExample::main),
                new Example("ElasticityExample", "elasticity.md", ElasticityExample::main),
                new Example("EventExample", "events.md", EventExample::main),
                new Example("GroupExample", "group.md", GroupExample::main),
                new Example("LaunchExample", "launch.md", LaunchExample::main),
                new Example("LifecycleExample", "lifecycle.md", LifecycleExample::main),
                new Example("MatchExample", "matching.md", MatchExample::main),
                new Example("NamingExample", "host-names.md", NamingExample::main),
                new Example("PlacementExample", "placement.md", PlacementExample::main),
                new Example("RemovalExample", "removal.md", RemovalExample::main),
                new Example("RolloutExample", "rollout.md", RolloutExample::main),
                new Example("RulesExample", "rules.md", RulesExample::main),
                new Example("ScheduleExample", "schedules.md", ScheduleExample::main));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void thePageShowsTheProgramAndWhatItPrints(Example example) throws IOException {
        String source = Files.readString(SOURCES.resolve(example.name + ".java"));
        String shown = source.substring(
                source.indexOf("// example begins\n") + "// example begins\n".length(),
                source.indexOf("// example ends"));

        assertThat(shown.lines().count()).isLessThanOrEqualTo(40);
        assertThat(Files.readString(PAGES.resolve(example.page)))
                .contains("```java\n" + shown + "```\n\n```text\n" + printed(example) + "```\n");
    }

    @Test
    void everyProgramIsListed() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith("Example.java")))
                    .containsExactlyInAnyOrderElementsOf(
                            examples().stream().map(e -> e.name + ".java").toList());
        }
    }

    private static String printed(Example example) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example.main.accept(new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
