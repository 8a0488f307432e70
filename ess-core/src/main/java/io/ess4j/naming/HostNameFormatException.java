package io.ess4j.naming;

import java.io.Serial;

/** A host-name pattern that cannot be read: the text, the place, and what was expected there. */
public final class HostNameFormatException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    /** The text that could not be read. */
    private final String text;

    /** Where reading stopped. */
    private final int index;

    HostNameFormatException(String expected, String text, int index) {
        super("host name pattern (" + shorten(text) + ") expected " + expected + " at index " + index
                + found(text, index));
        this.text = text;
        this.index = index;
    }

    /**
     * Returns the text that could not be read, in full.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Returns where reading stopped.
     *
     * @return the index of the first character that does not fit, or the length of the text when it ends too early
     */
    public int index() {
        return index;
    }

    private static String found(String text, int index) {
        return index >= text.length() ? ", but the text ends" : ", but found '" + printable(text.charAt(index)) + "'";
    }

    /** Foreign and control characters are shown by their code, so that a message is always one line of ASCII. */
    private static String shorten(String text) {
        var shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
            shown.append(printable(text.charAt(i)));
        }
        return text.length() <= SHOWN ? shown.toString() : shown + "..., " + text.length() + " characters";
    }

    private static String printable(char c) {
        return c >= ' ' && c <= '~'
                ? String.valueOf(c)
                : "\\u" + Integer.toHexString(c | 0x10000).substring(1);
    }
}
