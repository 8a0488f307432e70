package io.ess4j.sim.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the terminal can show. */
final class Terminal {
    static final int OUT = 1;
    static final int ERR = 2;
    private static final int DEFAULT_COLUMNS = 80;

    private Terminal() {}

    /** Whether to colour what goes to standard output: it is a terminal, and NO_COLOR is unset or empty. */
    static boolean colour() {
        return isTerminal(OUT) && env("NO_COLOR").isEmpty() && !env("TERM").equals("dumb");
    }

    /**
     * Whether a stream is a terminal. Java knows only whether all of them are, and since Java 22 not even that without
     * asking further; where the system tells, it is asked.
     */
    @SuppressWarnings("SystemConsoleNull") // asked further where that is needed
    static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // before Java 22 a console is a terminal
        }
    }

    /** The width of the terminal as the shell states it. */
    static int columns() {
        try {
            return Math.max(40, Math.min(200, Integer.parseInt(env("COLUMNS"))));
        } catch (NumberFormatException e) {
            return DEFAULT_COLUMNS;
        }
    }

    private static String env(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
