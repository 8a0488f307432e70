package io.ess4j.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run with thousands of decisions writes the same bytes on every virtual machine: other locale, time zone, default
 * charset, number of processors, collector and start. {@code -Dess.other.java=HOME} adds another JDK.
 */
class DeterminismIT {
    private static final Path JAR =
            Path.of(System.getProperty("ess.jar", "target/ess.jar")).toAbsolutePath();
    private static final Path SCENARIO =
            Path.of("src/test/resources/io/ess4j/sim/scenario/golden.yaml").toAbsolutePath();
    private static final String THIS_JAVA = System.getProperty("java.home");

    @TempDir
    static Path folder;

    private static String expected = "";

    static List<List<String>> machines() {
        List<List<String>> machines = new ArrayList<>(List.of(
                List.of(THIS_JAVA),
                List.of(THIS_JAVA, "-Duser.language=tr", "-Duser.country=TR"),
                List.of(THIS_JAVA, "-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Asia/Kolkata"),
                List.of(THIS_JAVA, "-Dfile.encoding=ISO-8859-1", "-Duser.timezone=America/St_Johns"),
                List.of(THIS_JAVA, "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"),
                List.of(THIS_JAVA, "-Xint", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2")));
        String other = System.getProperty("ess.other.java", "");
        if (!other.isEmpty()) {
            machines.add(List.of(other));
            machines.add(List.of(other, "-Duser.language=th", "-Duser.country=TH"));
        }
        return machines;
    }

    @BeforeAll
    static void runOnce() throws Exception {
        expected = fingerprint(List.of(THIS_JAVA));
        System.out.println("fingerprint of the run: " + expected);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theSameBytesComeOut(List<String> machine) throws Exception {
        assertThat(fingerprint(machine)).isEqualTo(expected);
    }

    /** A hash over a morning in which everything happens and a day of the built-in scenario. */
    private static String fingerprint(List<String> machine) throws Exception {
        return fingerprint(machine, List.of(SCENARIO.toString())) + fingerprint(machine, List.of("--set", "length=1d"));
    }

    /** A hash of the names and bytes of all files that a run writes, its decision log included. */
    private static String fingerprint(List<String> machine, List<String> what) throws Exception {
        Path out = Files.createTempDirectory(folder, "run");
        List<String> command = new ArrayList<>();
        command.add(Path.of(machine.get(0), "bin", "java").toString());
        command.addAll(machine.subList(1, machine.size()));
        command.addAll(List.of("-jar", JAR.toString(), "run", "--quiet"));
        command.addAll(what);
        command.addAll(List.of(
                "--out", out.toString(), "--log", out.resolve("decisions.jsonl").toString()));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.sorted().toList()) {
                hash.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                hash.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }
}
