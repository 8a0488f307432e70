package io.ess4j.sim.cli;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Opens and reads what a command is given, and says why it cannot. */
final class Inputs {
    private Inputs() {}

    /** A UTF-8 text; one whose name ends with {@code .gz} is unpacked. */
    static Reader text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw problem(file, "cannot be read: it is a directory");
            }
            InputStream bytes = Files.newInputStream(file);
            try {
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                return new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder());
            } catch (IOException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            throw problem(file, "cannot be read: " + Outputs.reason(e));
        }
    }

    static InputException problem(Path file, String message) {
        return new InputException(List.of(new Problem(file.toString(), 0, message)), 0);
    }

    /** A moment that an option names. */
    static Instant time(CommandSpec spec, String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), option + " (" + text + ") must be a time such as 2026-01-05T08:00:00Z");
        }
    }
}
