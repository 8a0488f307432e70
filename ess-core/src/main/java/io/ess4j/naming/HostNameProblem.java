package io.ess4j.naming;

/** What an operating system does not accept in a host name. */
public enum HostNameProblem {
    /** Fewer characters than the least length. */
    TOO_SHORT,
    /** More characters than the greatest length. */
    TOO_LONG,
    /** A character that is none of letters, digits, '-', '.'. */
    FOREIGN_CHARACTER,
    /** A '.' where names have one segment only. */
    DOT,
    /** Nothing but digits where that is an address, not a name. */
    ONLY_DIGITS,
    /** A '-' or '.' at the beginning. */
    STARTS_WITH_SEPARATOR,
    /** A '-' or '.' at the end. */
    ENDS_WITH_SEPARATOR,
    /** Two of '-' and '.' in a row, be they the same or not. */
    SEPARATORS_IN_A_ROW
}
