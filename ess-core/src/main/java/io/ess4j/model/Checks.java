package io.ess4j.model;

import io.ess4j.model.text.Names;

/** Argument checks whose messages carry the name, the value and the rule. */
final class Checks {
    /** Longest identifier and tag value accepted. */
    static final int MAX_NAME_LENGTH = Names.MAX_LENGTH;

    private Checks() {}

    static void name(String what, String value) {
        Names.check(what, value);
    }

    static void atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " (" + value + ") must be >= " + least);
        }
    }
}
