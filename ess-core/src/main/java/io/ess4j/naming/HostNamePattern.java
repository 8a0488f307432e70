package io.ess4j.naming;

import static java.util.Objects.requireNonNull;

/**
 * How a group's instances are called, such as {@code ess-node-(AUTO_INCREMENT)[0,3]-ecshost}.
 *
 * <table>
 * <caption>The four kinds</caption>
 * <tr><th>text</th><th>kind</th><th>names</th></tr>
 * <tr><td>{@code web}</td><td>{@link Fixed}</td><td>all the same</td></tr>
 * <tr><td>{@code web-[6,4]}</td><td>{@link Ordered}</td><td>numbered afresh by every activity: web-0006, web-0007</td></tr>
 * <tr><td>{@code web-(AUTO_INCREMENT)[0,3]}</td><td>{@link AutoIncrement}</td>
 *     <td>unique in the group: web-000 .. web-999</td></tr>
 * <tr><td>{@code web-(0,1)[0,3]}</td><td>{@link Extended}</td>
 *     <td>unique in the group, with an extension in base 62: web-0000 .. web-Z999</td></tr>
 * </table>
 *
 * <p>Inside a bracket either field may be empty: {@code [5,]} begins at 5 with 6 digits, {@code [,3]} at 0 with 3,
 * {@code []} and {@code [,]} at 0 with 6; an extension without fields begins at 0 with 3 digits. A beginning that has
 * more digits than its width takes the greatest width: {@code [99,1]} is {@code [99,6]}. Leading zeros of a beginning
 * do not count as digits. Blanks are refused everywhere. No generated name is longer than {@value #MAX_LENGTH}
 * characters.
 *
 * <p>A pattern prints as text that parses to an equal pattern, with all fields written out. Source: guide 2.3.
 */
public sealed interface HostNamePattern {
    /** The longest host name of any operating system, in characters. */
    int MAX_LENGTH = 64;

    /** The greatest number a pattern can begin with, and the greatest that {@link Ordered} reaches. */
    int MAX_NUMBER = 999_999;

    /** The most digits of a number. */
    int MAX_DIGITS = 6;

    /** The greatest extension, {@code ZZZ}. */
    int MAX_EXTENSION = Base62.RADIX * Base62.RADIX * Base62.RADIX - 1;

    /** The most digits of an extension. */
    int MAX_EXTENSION_DIGITS = 3;

    /**
     * Reads a pattern, in one pass over the text.
     *
     * @param text a host name, or a pattern of one of the forms above
     * @return the pattern
     * @throws HostNameFormatException if the text is none of the forms, with the index where it stops being one
     */
    static HostNamePattern parse(String text) {
        return new HostNameParser(requireNonNull(text, "text")).parse();
    }

    /**
     * Returns what every name begins with.
     *
     * @return the text in front of the number, or the whole name if there is no number; never empty
     */
    String prefix();

    /**
     * Returns what every name ends with.
     *
     * @return the text after the number, often empty
     */
    String suffix();

    /**
     * A plain name, the same for every instance.
     *
     * @param name the host name
     */
    record Fixed(String name) implements HostNamePattern {
        /**
         * Checks the name.
         *
         * @param name the host name
         * @throws IllegalArgumentException if the name is empty, too long, or holds anything but letters, digits, '-',
         *     '.'
         */
        public Fixed {
            HostNameParser.checkParts(name, 0, "");
        }

        @Override
        public String prefix() {
            return name;
        }

        @Override
        public String suffix() {
            return "";
        }

        /** Returns the name. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Numbers that start afresh with every activity, so unique only within one: {@code k8s-node-[6,4]-ecshost} calls
     * three instances 0006, 0007, 0008. A number that outgrows its digits takes more; after 999999 every further
     * instance is called 999999 too.
     *
     * @param prefix what every name begins with
     * @param begin the first number, 0..999999
     * @param digits the least number of digits, 1..6, filled with zeros
     * @param suffix what every name ends with
     */
    record Ordered(String prefix, int begin, int digits, String suffix) implements HostNamePattern {
        /**
         * Checks the parts.
         *
         * @param prefix what every name begins with
         * @param begin the first number
         * @param digits the least number of digits
         * @param suffix what every name ends with
         * @throws IllegalArgumentException if a part is out of range or a name would be too long
         */
        public Ordered {
            HostNameParser.checkNumber(begin, digits);
            HostNameParser.checkParts(prefix, MAX_DIGITS, suffix);
        }

        /** Returns the text that parses to this pattern. */
        @Override
        public String toString() {
            return prefix + "[" + begin + "," + digits + "]" + suffix;
        }
    }

    /**
     * Numbers that rise through the life of the group and are never given twice. When the digits are used up, no
     * further instance can be named until the pattern is changed; three digits or more are advised.
     *
     * @param prefix what every name begins with
     * @param begin the number of the group's very first instance, 0..999999
     * @param digits the number of digits, 1..6, filled with zeros
     * @param suffix what every name ends with
     */
    record AutoIncrement(String prefix, int begin, int digits, String suffix) implements HostNamePattern {
        /** The word that marks this kind. */
        static final String MARKER = "AUTO_INCREMENT";

        /**
         * Checks the parts.
         *
         * @param prefix what every name begins with
         * @param begin the number of the very first instance
         * @param digits the number of digits
         * @param suffix what every name ends with
         * @throws IllegalArgumentException if a part is out of range or a name would be too long
         */
        public AutoIncrement {
            HostNameParser.checkNumber(begin, digits);
            HostNameParser.checkParts(prefix, digits, suffix);
        }

        /** Returns the text that parses to this pattern. */
        @Override
        public String toString() {
            return prefix + "(" + MARKER + ")[" + begin + "," + digits + "]" + suffix;
        }
    }

    /**
     * Numbers with an extension in front that rises by one when the numbers are used up: {@code 9} is followed by
     * {@code a}, {@code z} by {@code A}, and {@code Z} is last. A batch that does not fit into the numbers left under
     * one extension starts under the next (see {@link HostNameSequence}).
     *
     * <p>Extensions tell {@code a} from {@code A}; name services do not. {@link HostNameFinding#CASE_COLLISION} says
     * so.
     *
     * @param prefix what every name begins with
     * @param extensionBegin the extension of the very first instance as a number, 0..238327 ({@code ZZZ})
     * @param extensionDigits the number of digits of the extension, 1..3, filled with zeros
     * @param begin the number of the very first instance, 0..999999
     * @param digits the number of digits of the number, 1..6, filled with zeros
     * @param suffix what every name ends with
     */
    record Extended(String prefix, int extensionBegin, int extensionDigits, int begin, int digits, String suffix)
            implements HostNamePattern {
        /**
         * Checks the parts.
         *
         * @param prefix what every name begins with
         * @param extensionBegin the extension of the very first instance
         * @param extensionDigits the number of digits of the extension
         * @param begin the number of the very first instance
         * @param digits the number of digits of the number
         * @param suffix what every name ends with
         * @throws IllegalArgumentException if a part is out of range or a name would be too long
         */
        public Extended {
            HostNameParser.checkExtension(extensionBegin, extensionDigits);
            HostNameParser.checkNumber(begin, digits);
            HostNameParser.checkParts(prefix, extensionDigits + digits, suffix);
        }

        /** Returns the text that parses to this pattern. */
        @Override
        public String toString() {
            return prefix + "(" + Base62.text(extensionBegin) + "," + extensionDigits + ")[" + begin + "," + digits
                    + "]" + suffix;
        }
    }
}
