package io.ess4j.model;

import static java.util.Objects.requireNonNull;

/** Argument checks whose messages carry the name, the value and the rule. */
final class Checks {
    /** Longest identifier accepted; longer ones are a mistake or an attack, never a name. */
    static final int MAX_NAME_LENGTH = 256;

    private Checks() {}

    static void name(String what, String value) {
        requireNonNull(value, what);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        if (value.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(what + " (" + value.substring(0, 20) + "...) must have at most "
                    + MAX_NAME_LENGTH + " characters, but has " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                throw new IllegalArgumentException(what + " (" + value
                        + ") must not hold white space or control characters, but has one at index " + i);
            }
        }
    }

    static void atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " (" + value + ") must be >= " + least);
        }
    }
}
