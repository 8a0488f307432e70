package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Scene;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of plans are the same in every start of a virtual machine: other locale, time zone, charset, processors,
 * identity hashes. {@code -Dess.other.java=HOME} adds another JDK. {@link #main} prints the fingerprint.
 */
class DeterminismTest {
    private static final int PLANS = 4000;
    private static final String EXPECTED = fingerprint();
    private static final String THIS_JAVA = System.getProperty("java.home");

    @TempDir
    Path folder;

    private static String fingerprint() {
        String[] found = new String[1];
        JqwikSession.run(() -> found[0] = hash());
        return found[0];
    }

    private static String hash() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            RandomGenerator<Scene> scenes = Scene.any().generator(PLANS, true);
            Random random = new Random(42);
            for (int i = 0; i < PLANS; i++) {
                Shrinkable<Scene> drawn = scenes.next(random);
                Scene scene = drawn.value();
                ScalingPlan plan = new Autoscaler(scene.group(), scene.market().catalog())
                        .plan(scene.state(), scene.market(), scene.trigger(), Scene.NOW);
                String words = plan.explain() + plan.removals() + plan.after().fleet();
                hash.update(words.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Prints the fingerprint.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.println(EXPECTED);
    }

    static List<List<String>> machines() {
        List<List<String>> machines = new ArrayList<>(List.of(
                List.of(THIS_JAVA),
                List.of(THIS_JAVA, "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kolkata"),
                List.of(
                        THIS_JAVA,
                        "-Dfile.encoding=ISO-8859-1",
                        "-XX:ActiveProcessorCount=1",
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=2")));
        String other = System.getProperty("ess.other.java", "");
        if (!other.isEmpty()) {
            machines.add(List.of(other, "-Duser.language=ar", "-Duser.country=EG"));
        }
        return machines;
    }

    @ParameterizedTest
    @MethodSource("machines")
    void thePlansAreTheSame(List<String> machine) throws Exception {
        String path = Stream.of("java.class.path", "jdk.module.path")
                .map(property -> System.getProperty(property, ""))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        List<String> command = new ArrayList<>();
        command.add(Path.of(machine.get(0), "bin", "java").toString());
        command.addAll(machine.subList(1, machine.size()));
        command.addAll(List.of("-cp", tests + File.pathSeparator + path, DeterminismTest.class.getName()));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output).lines().reduce((a, b) -> b)).contains(EXPECTED);
    }
}
