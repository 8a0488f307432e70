package io.ess4j.sim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.docs.Page.Block;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documents show is true: programs compile and print what stands below them, commands of examples and
 * tutorials run, links lead somewhere. Runs against the runnable jar, as a reader does.
 */
class DocumentsIT {
    private static final Path JAR =
            Path.of(System.getProperty("ess.jar", "target/ess.jar")).toAbsolutePath();
    private static final Pattern TYPE =
            Pattern.compile("^(?:public )?(?:final )?(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    @TempDir
    Path folder;

    static List<Page> pages() {
        return Page.all();
    }

    static List<Page> pagesWithPrograms() {
        return Page.all().stream().filter(p -> !p.blocks("java").isEmpty()).toList();
    }

    static List<Page> pagesWithCommands() {
        return Page.all().stream()
                .filter(p ->
                        p.toString().startsWith("docs/examples") || p.toString().startsWith("docs/tutorials"))
                .filter(p -> !p.blocks("sh").isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pagesWithPrograms")
    void programsPrintWhatThePageSays(Page page) throws IOException, InterruptedException {
        for (Block block : page.blocks("java")) {
            Matcher type = TYPE.matcher(block.content());
            String source = block.content();
            String name = "Fragment";
            if (type.find()) {
                name = type.group(1);
            } else {
                source = Fragments.wrapped(source);
            }
            Path file = Files.writeString(folder.resolve(name + ".java"), source);
            String path = source.contains("import io.ess4j.testing") ? withTestJar() : JAR.toString();
            if (block.expected().isPresent()) {
                String printed = run(List.of(java("java"), "-cp", JAR.toString(), file.toString()), folder);
                assertThat(printed).isEqualTo(block.expected().get());
            } else {
                run(List.of(java("javac"), "-cp", path, "-d", folder.toString(), file.toString()), folder);
            }
        }
    }

    /** Maven has run before this test; every other command is run in the root of the project. */
    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void commandsRun(Page page) throws IOException, InterruptedException {
        for (Block block : page.blocks("sh")) {
            String printed = "";
            for (String line : block.content().replace("\\\n", " ").split("\n", -1)) {
                if (line.startsWith("java ")) {
                    List<String> words =
                            new ArrayList<>(Arrays.asList(line.strip().split("\\s+")));
                    words.set(0, java("java"));
                    words.replaceAll(w -> w.equals("ess-sim/target/ess.jar") ? JAR.toString() : w);
                    words.replaceAll(
                            w -> w.startsWith("docs/") ? Page.ROOT.resolve(w).toString() : w);
                    printed = run(words, folder);
                } else {
                    assertThat(line).as("a command that this test knows").matches("mvn .*|#.*|");
                }
            }
            if (block.expected().isPresent()) {
                assertThat(printed).isEqualTo(block.expected().get());
            }
        }
    }

    static List<Page> pagesWithScenarios() {
        return Page.all().stream().filter(p -> !p.blocks("yaml").isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("pagesWithScenarios")
    void scenariosCanBeRun(Page page) throws IOException, InterruptedException {
        for (Block block : page.blocks("yaml")) {
            Path file = Files.writeString(folder.resolve("shown.yaml"), block.content());

            assertThat(run(List.of(java("java"), "-jar", JAR.toString(), "run", file.toString()), folder))
                    .contains("Objective kept");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Page page) throws IOException {
        Matcher link = LINK.matcher(page.text());
        while (link.find()) {
            String target = link.group(1);
            if (target.startsWith("http")) {
                continue;
            }
            Path file = target.isEmpty() ? page.file() : page.file().resolveSibling(target);
            assertThat(file).as("link in %s", page).exists();
            if (link.group(2) != null) {
                assertThat(anchors(file)).as("link in %s", page).contains(link.group(2));
            }
        }
    }

    /** The headings of a page as links name them: small letters, words joined by hyphens. */
    private static List<String> anchors(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** The runnable jar with the generators and the engine of properties that they need. */
    private static String withTestJar() throws IOException {
        Path target = Page.ROOT.resolve("ess-core").resolve("target");
        try (Stream<Path> jars = Files.list(target)) {
            Path generators = jars.filter(f -> f.toString().endsWith("-tests.jar"))
                    .findFirst()
                    .orElseThrow();
            return String.join(
                    File.pathSeparator, JAR.toString(), generators.toString(), System.getProperty("java.class.path"));
        }
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static String run(List<String> words, Path where) throws IOException, InterruptedException {
        Path output = Files.createTempFile(where, "output", ".txt");
        ProcessBuilder command = new ProcessBuilder(words).directory(where.toFile());
        command.environment().remove("JDK_JAVA_OPTIONS");
        Process process = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("%s ends", words).isTrue();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as("%s%n%s", words, printed).isZero();
        return printed;
    }
}
