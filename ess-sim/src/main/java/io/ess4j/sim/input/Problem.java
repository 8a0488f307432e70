package io.ess4j.sim.input;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with an input file, at a place.
 *
 * @param file the file's name as the user gave it
 * @param line the line, from 1; 0 if the problem concerns the file as a whole
 * @param message what is wrong, and the rule
 */
public record Problem(String file, int line, String message) {
    public Problem {
        requireNonNull(file, "file");
        requireNonNull(message, "message");
    }

    /** Returns {@code file:line: message}, or {@code file: message} for the file as a whole. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
