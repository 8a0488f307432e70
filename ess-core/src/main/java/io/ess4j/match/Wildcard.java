package io.ess4j.match;

/** Names with {@code *} for any run of characters, also an empty one. */
final class Wildcard {
    private static final int MAX_LENGTH = 256;

    private Wildcard() {}

    /** What is wrong with a wildcard name, or an empty text. */
    static String problem(String what, String pattern) {
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
            return what + " must have 1 to " + MAX_LENGTH + " characters, but has " + pattern.length();
        }
        boolean blank = pattern.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        return blank ? what + " (" + pattern + ") must not hold white space or control characters" : "";
    }

    /**
     * Whether a name fits. Only the last star is ever tried again: what earlier ones took can stay, since a later start
     * of the rest is all that a longer run could offer. So O(name x pattern), whatever the pattern.
     */
    static boolean fits(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
