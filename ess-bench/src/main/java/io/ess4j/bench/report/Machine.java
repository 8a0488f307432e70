package io.ess4j.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says on what the figures were measured. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String words() {
        return "Measured on " + Runtime.getRuntime().availableProcessors() + " virtual cores (" + processor()
                + ") with "
                + System.getProperty("java.vm.name") + " " + Runtime.version() + ", " + Effort.FULL.rounds()
                + " JVMs of " + Effort.FULL.iterations() + " iterations of " + Effort.FULL.millis()
                + " ms for every figure.\n";
    }

    private static String processor() {
        try {
            List<String> lines = Files.isReadable(PROCESSORS) ? Files.readAllLines(PROCESSORS) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
