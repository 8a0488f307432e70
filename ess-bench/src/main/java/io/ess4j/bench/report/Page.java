package io.ess4j.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of prose with parts that are made anew: what stands between {@code <!-- begin x -->} and its end. */
final class Page {
    private final Path file;
    private String text;

    Page(Path file) throws IOException {
        this.file = file;
        this.text = Files.readString(file);
    }

    void replace(String part, String content) {
        String begin = "<!-- begin " + part + " -->\n";
        String end = "<!-- end " + part + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " must have a part " + part);
        }
        text = text.substring(0, from + begin.length()) + content + text.substring(to);
    }

    void write() throws IOException {
        Files.writeString(file, text);
    }
}
