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
        text = text.substring(0, begin(part)) + content + text.substring(end(part));
    }

    String part(String part) {
        return text.substring(begin(part), end(part));
    }

    private int begin(String part) {
        String mark = "<!-- begin " + part + " -->\n";
        int from = text.indexOf(mark);
        if (from < 0 || text.indexOf(endMark(part)) < from) {
            throw new IllegalStateException(file + " must have a part " + part);
        }
        return from + mark.length();
    }

    private int end(String part) {
        return text.indexOf(endMark(part));
    }

    private static String endMark(String part) {
        return "<!-- end " + part + " -->";
    }

    void write() throws IOException {
        Files.writeString(file, text);
    }
}
