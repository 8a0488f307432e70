package io.ess4j.sim.cli;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Opens pages in a browser without a screen. Tests are skipped where no Chromium is found, unless the environment says
 * {@code CI=true}: there they must run.
 */
final class Browser {
    private Browser() {}

    /** What a program printed, and how it ended. */
    record Run(int code, String out, String err) {}

    static Run open(Path folder, String... arguments) throws Exception {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                fail("CI=true, but there is no chromium on the PATH");
            }
            Assumptions.abort("skipped: there is no chromium on the PATH");
        }
        List<String> command = new ArrayList<>(List.of(
                chromium.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(arguments));
        return run(folder, command, "chromium");
    }

    private static Optional<Path> chromium() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(System.getProperty("path.separator")), -1))
                .flatMap(dir -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(n -> Path.of(dir, n)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Run run(Path folder, List<String> command, String name) throws Exception {
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail(name + " did not end within two minutes: " + Files.readString(err));
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
