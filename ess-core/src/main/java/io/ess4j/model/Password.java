package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A password that somebody asks for, acceptable or not. Its text never shows up in {@link #toString} or in a message.
 *
 * <p>Acceptable are 8 to 30 characters of at least three classes: upper-case letters, lower-case letters, digits, and
 * the special characters {@value #SPECIAL}; only ASCII letters and digits count (guide map S1-4, S3-5).
 */
public final class Password {
    /** The special characters. */
    public static final String SPECIAL = "()`~!@#$%^&*-_+=|{}[]:;'<>,.?/";

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 30;
    private static final int MIN_CLASSES = 3;

    private final String text;

    private Password(String text) {
        this.text = requireNonNull(text, "text");
    }

    /**
     * The password of that text.
     *
     * @param text any text, acceptable or not
     * @return the password
     */
    public static Password of(String text) {
        return new Password(text);
    }

    /**
     * The password itself, for whoever sets it.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Finds all that is wrong, in one pass.
     *
     * @return every problem, once each, in the order of the enum; empty if the password is acceptable
     */
    public List<PasswordProblem> problems() {
        Set<PasswordProblem> problems = EnumSet.noneOf(PasswordProblem.class);
        if (text.length() < MIN_LENGTH) {
            problems.add(PasswordProblem.TOO_SHORT);
        }
        if (text.length() > MAX_LENGTH) {
            problems.add(PasswordProblem.TOO_LONG);
        }
        int classes = 0;
        for (int i = 0; i < text.length(); i++) {
            int bit = classOf(text.charAt(i));
            classes |= bit;
            if (bit == 0) {
                problems.add(PasswordProblem.FOREIGN_CHARACTER);
            }
        }
        if (Integer.bitCount(classes) < MIN_CLASSES) {
            problems.add(PasswordProblem.TOO_FEW_CLASSES);
        }
        return List.copyOf(problems);
    }

    /** One bit for each class, 0 for a foreign character. */
    private static int classOf(char c) {
        if (c >= 'A' && c <= 'Z') {
            return 1;
        } else if (c >= 'a' && c <= 'z') {
            return 2;
        } else if (c >= '0' && c <= '9') {
            return 4;
        }
        return SPECIAL.indexOf(c) >= 0 ? 8 : 0;
    }

    /** Passwords are equal when their texts are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Password p && text.equals(p.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns a fixed word, never the text. */
    @Override
    public String toString() {
        return "(hidden)";
    }
}
