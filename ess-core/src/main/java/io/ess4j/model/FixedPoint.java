package io.ess4j.model;

/**
 * Decimal text to and from integers that count 1e-9 units: the shared arithmetic of {@link Price} and {@link Money}.
 */
final class FixedPoint {
    static final int SCALE = 9;
    static final long ONE = 1_000_000_000L;
    private static final int MAX_TEXT = 32;

    private FixedPoint() {}

    /** Reads {@code digits[.digits]}: no sign, no exponent, at most nine decimals. */
    static long parse(String what, String text) {
        if (text.length() > MAX_TEXT) {
            throw bad(what, text.substring(0, MAX_TEXT) + "...", MAX_TEXT, "at most " + MAX_TEXT + " characters");
        }
        long value = 0;
        int decimals = -1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0 && digits > 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                if (decimals == SCALE) {
                    throw bad(what, text, i, "at most " + SCALE + " decimals");
                }
                value = append(what, text, value, c - '0');
                decimals += decimals >= 0 ? 1 : 0;
                digits++;
            } else {
                throw bad(what, text, i, "digits with at most one decimal point");
            }
        }
        if (digits == 0 || decimals == 0) {
            throw bad(what, text, text.length(), "a digit here");
        }
        for (int i = Math.max(decimals, 0); i < SCALE; i++) {
            value = append(what, text, value, 0);
        }
        return value;
    }

    private static long append(String what, String text, long value, int digit) {
        if (value > (Long.MAX_VALUE - digit) / 10) {
            throw bad(what, text, text.length(), "at most " + print(Long.MAX_VALUE));
        }
        return value * 10 + digit;
    }

    private static TextFormatException bad(String what, String text, int index, String expected) {
        return new TextFormatException(what, text, index, expected);
    }

    /** Writes the shortest text that {@link #parse} reads back as the same value. */
    static String print(long value) {
        long whole = value / ONE;
        long rest = value % ONE;
        if (rest == 0) {
            return Long.toString(whole);
        }
        String decimals = Long.toString(ONE + rest).substring(1);
        int end = decimals.length();
        while (decimals.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + decimals.substring(0, end);
    }
}
