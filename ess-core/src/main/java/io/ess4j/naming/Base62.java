package io.ess4j.naming;

/**
 * The digits of an extension in counting order: 0-9, a-z, A-Z. Not ASCII order, so digits are ranked, never compared.
 */
final class Base62 {
    static final int RADIX = 62;

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Base62() {}

    /** The rank of a digit, 0..61, or -1 for any other character. */
    static int rank(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 10;
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 36 : -1;
    }

    /** The digit of a rank in 0..61. */
    static char digit(int rank) {
        return DIGITS.charAt(rank);
    }

    /** The value of a text of at most five digits. */
    static int value(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = value * RADIX + rank(text.charAt(i));
        }
        return value;
    }

    /** The shortest text of a value that is not negative. */
    static String text(int value) {
        var text = new StringBuilder();
        int rest = value;
        do {
            text.append(digit(rest % RADIX));
            rest /= RADIX;
        } while (rest > 0);
        return text.reverse().toString();
    }
}
