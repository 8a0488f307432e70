package io.ess4j.model;

/** Argument checks whose messages carry the name, the value and the rule. */
final class Checks {
    /** Longest identifier accepted; longer ones are a mistake or an attack, never a name. */
    static final int MAX_NAME_LENGTH = 256;

    private Checks() {}

    static String name(String what, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        if (value.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(what + " (" + value.substring(0, 20) + "..., " + value.length()
                    + " characters) must have at most " + MAX_NAME_LENGTH + " characters");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isWhitespace(value.charAt(i)) || Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException(what + " (" + value
                        + ") must not hold white space or control characters, but has one at index " + i);
            }
        }
        return value;
    }

    static long atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " (" + value + ") must be >= " + least);
        }
        return value;
    }
}
