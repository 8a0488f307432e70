package io.ess4j.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds lines that look as if they held a password, a key or a token in plain text. */
final class SecretScan {
    /** All repetitions are bounded, so that no line takes long. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(pass(word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key([_-]?(id|secret))?|private[_-]?key)"
                    + "[\\w-]{0,20}[\"']?\\s{0,4}[=:]\\s{0,4}[\"']?[^\\s\"'$<{(]{4}");

    private static final Pattern KNOWN_SHAPE =
            Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY|\\b(LTAI[A-Za-z0-9]{12}|AKIA[A-Z0-9]{16})");

    private SecretScan() {}

    /** Line numbers from 1. O(length of the text). */
    static List<Integer> lines(String text) {
        List<Integer> found = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (ASSIGNED.matcher(lines[i]).find()
                    || KNOWN_SHAPE.matcher(lines[i]).find()) {
                found.add(i + 1);
            }
        }
        return List.copyOf(found);
    }
}
