package io.ess4j.sim.replay;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;

/** Reads lines that end with a line feed, none longer than a limit. */
final class LineReader {
    private final String file;
    private final Reader in;
    private final int longest;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private int lines;

    LineReader(String file, Reader in, int longest) {
        this.file = file;
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; empty at the end of the text. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.append(buffer, from, at - from);
            if (line.length() > longest) {
                throw new InputException(
                        List.of(new Problem(file, lines + 1, "must have at most " + longest + " characters")), 0);
            }
            if (at < end) {
                at++;
                break;
            }
        }
        lines++;
        return any ? Optional.of(line.toString()) : Optional.empty();
    }

    private boolean fill() throws IOException {
        try {
            at = 0;
            end = Math.max(0, in.read(buffer));
            return end > 0;
        } catch (CharacterCodingException e) {
            throw new InputException(List.of(new Problem(file, lines + 1, "must be UTF-8 text")), 0);
        }
    }
}
