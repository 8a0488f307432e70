package io.ess4j.model;

/** What a cloud does not accept in the password of an instance. */
public enum PasswordProblem {
    /** Fewer than 8 characters. */
    TOO_SHORT,
    /** More than 30 characters. */
    TOO_LONG,
    /** Fewer than three of: upper-case letters, lower-case letters, digits, special characters. */
    TOO_FEW_CLASSES,
    /** A character that is neither an ASCII letter or digit nor one of the special characters. */
    FOREIGN_CHARACTER
}
