package io.ess4j.naming;

import static java.util.Objects.requireNonNull;

import io.ess4j.naming.HostNamePattern.AutoIncrement;
import io.ess4j.naming.HostNamePattern.Extended;
import io.ess4j.naming.HostNamePattern.Fixed;
import io.ess4j.naming.HostNamePattern.Ordered;

/** Reads a host-name pattern from left to right, and checks its parts. One use per text. */
final class HostNameParser {
    private static final String LITERAL = "a letter, a digit, '-' or '.'";

    private final String text;
    private int at;

    HostNameParser(String text) {
        this.text = text;
    }

    HostNamePattern parse() {
        String prefix = literal();
        if (at == text.length()) {
            require(!prefix.isEmpty(), "a host name");
            return withinLength(0, prefix, "", () -> new Fixed(prefix));
        }
        if (text.charAt(at) != '(' && text.charAt(at) != '[') {
            throw expected(LITERAL + ", '(' or '['");
        }
        require(!prefix.isEmpty(), "a prefix");
        if (text.charAt(at) == '[') {
            Field number = number();
            String suffix = suffix();
            return withinLength(
                    HostNamePattern.MAX_DIGITS,
                    prefix,
                    suffix,
                    () -> new Ordered(prefix, number.begin, number.digits, suffix));
        }
        at++;
        if (text.startsWith(AutoIncrement.MARKER, at)) {
            at += AutoIncrement.MARKER.length();
            take(')');
            Field number = number();
            String suffix = suffix();
            return withinLength(
                    number.digits,
                    prefix,
                    suffix,
                    () -> new AutoIncrement(prefix, number.begin, number.digits, suffix));
        }
        Field extension = extension();
        Field number = number();
        String suffix = suffix();
        return withinLength(
                extension.digits + number.digits,
                prefix,
                suffix,
                () -> new Extended(prefix, extension.begin, extension.digits, number.begin, number.digits, suffix));
    }

    private record Field(int begin, int digits) {}

    /** {@code [begin,digits]}, positioned at the opening bracket. */
    private Field number() {
        take('[');
        int from = at;
        int begin = 0;
        while (at < text.length() && isDecimal(text.charAt(at))) {
            require(at - from < HostNamePattern.MAX_DIGITS, "a beginning in 0.." + HostNamePattern.MAX_NUMBER);
            begin = begin * 10 + text.charAt(at++) - '0';
        }
        boolean given = at > from;
        int digits = width(HostNamePattern.MAX_DIGITS, given, ']', "a decimal digit");
        return new Field(begin, Integer.toString(begin).length() > digits ? HostNamePattern.MAX_DIGITS : digits);
    }

    /** {@code begin,digits)}, positioned after the opening bracket. */
    private Field extension() {
        int from = at;
        while (at < text.length() && Base62.rank(text.charAt(at)) >= 0) {
            require(
                    at - from < HostNamePattern.MAX_EXTENSION_DIGITS,
                    AutoIncrement.MARKER + " or an extension in 0..ZZZ");
            at++;
        }
        int begin = Base62.value(text.substring(from, at));
        int digits = width(HostNamePattern.MAX_EXTENSION_DIGITS, at > from, ')', "a digit 0-9, a-z or A-Z");
        return new Field(begin, Base62.text(begin).length() > digits ? HostNamePattern.MAX_EXTENSION_DIGITS : digits);
    }

    /** The rest of a bracket after its beginning: nothing at all, or a comma and perhaps the width. */
    private int width(int max, boolean given, char close, String beginning) {
        if (!given && at < text.length() && text.charAt(at) == close) {
            at++;
            return max;
        }
        if (at >= text.length() || text.charAt(at) != ',') {
            throw expected(given ? beginning + " or ','" : beginning + ", ',' or '" + close + "'");
        }
        at++;
        int width = max;
        if (at < text.length() && text.charAt(at) != close) {
            width = text.charAt(at) - '0';
            require(width >= 1 && width <= max, "a width in 1.." + max + " or '" + close + "'");
            at++;
        }
        take(close);
        return width;
    }

    private String suffix() {
        String suffix = literal();
        require(at == text.length(), LITERAL + " or the end");
        return suffix;
    }

    private String literal() {
        int from = at;
        while (at < text.length() && isLiteral(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private void take(char c) {
        require(at < text.length() && text.charAt(at) == c, "'" + c + "'");
        at++;
    }

    private interface Made {
        HostNamePattern make();
    }

    private HostNamePattern withinLength(int digits, String prefix, String suffix, Made made) {
        int length = prefix.length() + digits + suffix.length();
        if (length > HostNamePattern.MAX_LENGTH) {
            // the first character too many: of the suffix if the names fit without it, else of the prefix
            int over = length - HostNamePattern.MAX_LENGTH;
            at = over <= suffix.length() ? text.length() - over : Math.max(0, HostNamePattern.MAX_LENGTH - digits);
            throw expected("names of at most " + HostNamePattern.MAX_LENGTH + " characters");
        }
        return made.make();
    }

    private void require(boolean condition, String expected) {
        if (!condition) {
            throw expected(expected);
        }
    }

    private HostNameFormatException expected(String what) {
        return new HostNameFormatException(what, text, at);
    }

    private static boolean isDecimal(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLiteral(char c) {
        return Base62.rank(c) >= 0 || c == '-' || c == '.';
    }

    static void checkNumber(int begin, int digits) {
        checkRange("digits", digits, 1, HostNamePattern.MAX_DIGITS);
        checkRange("begin", begin, 0, Numbering.power(10, digits) - 1);
    }

    static void checkExtension(int begin, int digits) {
        checkRange("extensionDigits", digits, 1, HostNamePattern.MAX_EXTENSION_DIGITS);
        checkRange("extensionBegin", begin, 0, Numbering.power(Base62.RADIX, digits) - 1);
    }

    static void checkParts(String prefix, int digits, String suffix) {
        checkLiteral("prefix", requireNonNull(prefix, "prefix"));
        checkLiteral("suffix", requireNonNull(suffix, "suffix"));
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("prefix must not be empty");
        }
        checkRange(
                "length of a name", (long) prefix.length() + digits + suffix.length(), 1, HostNamePattern.MAX_LENGTH);
    }

    private static void checkLiteral(String what, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isLiteral(value.charAt(i))) {
                throw new IllegalArgumentException(
                        what + " (" + value + ") must hold letters, digits, '-' and '.' only, but not at index " + i);
            }
        }
    }

    private static void checkRange(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " (" + value + ") must be in " + min + ".." + max);
        }
    }
}
