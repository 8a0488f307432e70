package io.ess4j.model.text;

import static java.util.Objects.requireNonNull;

/** The one rule for identifiers: neither empty, nor endless, nor with white space or control characters. */
public final class Names {
    /** Longest identifier accepted; longer ones are a mistake or an attack, never a name. */
    public static final int MAX_LENGTH = 256;

    private static final int SHOWN = 20;

    private Names() {}

    /**
     * A text as messages show it: no longer than an identifier may be.
     *
     * @param value any text
     * @return the text, or its beginning with three dots
     */
    public static String shown(String value) {
        return value.length() <= MAX_LENGTH ? value : value.substring(0, SHOWN) + "...";
    }

    /**
     * Checks an identifier.
     *
     * @param what what the text is, for the message
     * @param value the text
     * @return the text
     * @throws IllegalArgumentException if it is no identifier
     */
    public static String check(String what, String value) {
        requireNonNull(value, what);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(what + " (" + shown(value) + ") must have at most " + MAX_LENGTH
                    + " characters, but has " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                throw new IllegalArgumentException(what + " (" + value
                        + ") must not hold white space or control characters, but has one at index " + i);
            }
        }
        return value;
    }
}
