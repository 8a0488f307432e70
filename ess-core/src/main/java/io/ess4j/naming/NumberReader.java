package io.ess4j.naming;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the greatest ordinal among existing names, by characters, without allocation.
 *
 * <p>A name of exactly the pattern's own shape is read by its shape. Any other name that has the prefix is read as the
 * extension (as many digits as the pattern's) and the one to six decimal digits after it, whatever follows: names made
 * before the digits or the suffix were changed still count. Names without number, or with more than six digits, were
 * made by no pattern and do not count.
 */
final class NumberReader {
    private final String prefix;
    private final String suffix;
    private final int extensionDigits;
    private final long perExtension;
    private final long size;
    private final int start;
    private final int end;
    private final int length;
    /** The character after the number of a name of the pattern's shape, or 0 if there is none. */
    private final char after;

    private final boolean shapeMatters;
    /** Whether no number that counts has more digits than the pattern. */
    private final boolean widest;

    /** Where the second digit is, or the first again if there is one only. */
    private final int second;

    private final long perHead;
    private final int headFactor;
    private long greatest;
    /**
     * The first two digits of the greatest ordinal at the pattern's width, as a number; least while they say nothing.
     */
    private int head;

    NumberReader(Numbering numbering, long greatest) {
        this.prefix = numbering.prefix();
        this.suffix = numbering.suffix();
        this.extensionDigits = numbering.extensionDigits();
        this.perExtension = numbering.numbersPerExtension();
        this.size = numbering.size();
        this.start = prefix.length();
        this.end = numbering.end();
        this.length = end + suffix.length();
        this.after = suffix.isEmpty() ? 0 : suffix.charAt(0);
        this.shapeMatters = after >= '0' && after <= '9';
        int radix = extensionDigits > 0 ? Base62.RADIX : 10;
        this.widest = numbering.digits() == HostNamePattern.MAX_DIGITS;
        boolean two = extensionDigits > 1 || (extensionDigits == 0 && numbering.digits() > 1);
        this.second = two ? start + 1 : start;
        this.perHead = two ? size / radix / radix : size / radix;
        this.headFactor = two ? 1 : radix + 1;
        raise(greatest);
    }

    /** The greatest ordinal so far, or -1. */
    long greatest() {
        return greatest;
    }

    void readAll(Iterator<String> names) {
        for (String name = firstNotBelow(names); name != null; name = firstNotBelow(names)) {
            read(name);
        }
    }

    /** A loop of its own, without calls, so that everything it needs stays in registers. */
    private @Nullable String firstNotBelow(Iterator<String> names) {
        while (names.hasNext()) {
            String name = names.next();
            if (!isBelow(name)) {
                return name;
            }
        }
        return null;
    }

    private void read(String name) {
        long ordinal = shapeMatters && hasShape(name) ? ordinal(name, end) : ordinal(name, name.length());
        if (ordinal > greatest && name.startsWith(prefix)) {
            raise(ordinal);
        }
    }

    /**
     * Tells from a few characters that a name cannot raise the greatest number: two digits (twice the same if there is
     * one) reject nearly all names at once. Of an extension they decide alone, and likewise of a number as wide as
     * numbers get: a shorter one is lower still, and a character that is no digit leaves at most one digit, so it may
     * count as whatever its last four bits are, without a branch that strangers' names would mislead.
     */
    private boolean isBelow(String name) {
        if (extensionDigits > 0) {
            return name.length() > second
                    && Base62.rank(name.charAt(start)) * Base62.RADIX + Base62.rank(name.charAt(second)) < head;
        }
        return name.length() > second
                && (name.charAt(start) & 0xF) * 10 + (name.charAt(second) & 0xF) < head
                && (widest || endsAsThePattern(name));
    }

    /** Tells whether the number ends where the pattern's suffix begins, so that it has at most the pattern's digits. */
    private boolean endsAsThePattern(String name) {
        return !shapeMatters && name.length() == length && (after == 0 || name.charAt(end) == after);
    }

    private void raise(long ordinal) {
        greatest = ordinal;
        head = ordinal < 0 || ordinal >= size ? Integer.MIN_VALUE : (int) (ordinal / perHead) * headFactor;
    }

    private boolean hasShape(String name) {
        return name.length() == length && name.endsWith(suffix);
    }

    /** The ordinal of the number that starts after the prefix and ends before {@code limit}, or -1. */
    private long ordinal(String name, int limit) {
        int at = start;
        int numberStart = at + extensionDigits;
        if (limit <= numberStart) {
            return -1;
        }
        long extension = 0;
        for (; at < numberStart; at++) {
            int rank = Base62.rank(name.charAt(at));
            if (rank < 0) {
                return -1;
            }
            extension = extension * Base62.RADIX + rank;
        }
        int number = 0;
        int stop = Math.min(limit, numberStart + HostNamePattern.MAX_DIGITS + 1);
        for (; at < stop; at++) {
            int digit = name.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
        }
        int read = at - numberStart;
        if (read == 0 || read > HostNamePattern.MAX_DIGITS) {
            return -1;
        }
        return extensionDigits == 0 ? number : extension * perExtension + Math.min(number, perExtension - 1);
    }
}
