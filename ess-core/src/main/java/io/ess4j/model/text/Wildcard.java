package io.ess4j.model.text;

/**
 * Names in which {@code *} stands for any run of characters, also an empty one, and, where asked for, {@code ?} for
 * one.
 */
public final class Wildcard {
    private Wildcard() {}

    /**
     * What is wrong with a wildcard name.
     *
     * @param what what the text is, for the message
     * @param pattern the text
     * @return the problem, or an empty text
     */
    public static String problem(String what, String pattern) {
        if (pattern.isEmpty() || pattern.length() > Names.MAX_LENGTH) {
            return what + " must have 1 to " + Names.MAX_LENGTH + " characters, but has " + pattern.length();
        }
        boolean blank = pattern.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        return blank ? what + " (" + pattern + ") must not hold white space or control characters" : "";
    }

    /**
     * Whether a text fits a pattern with {@code *}.
     *
     * @param pattern a pattern; {@code ?} stands for itself
     * @param text any text
     * @return true if all of the text fits
     */
    public static boolean fits(String pattern, String text) {
        return fits(pattern, text, false);
    }

    /**
     * Whether a text fits a pattern with {@code *} and {@code ?}.
     *
     * @param pattern a pattern; {@code ?} stands for exactly one character
     * @param text any text
     * @return true if all of the text fits
     */
    public static boolean fitsWithSingles(String pattern, String text) {
        return fits(pattern, text, true);
    }

    /**
     * Only the last star is ever tried again: what earlier ones took can stay, since a later start of the rest is all
     * that a longer run could offer. So O(text x pattern), whatever the pattern.
     */
    private static boolean fits(String pattern, String text, boolean singles) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < text.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : '\0';
            if (p < pattern.length() && c == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && (c == text.charAt(n) || (singles && c == '?'))) {
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
