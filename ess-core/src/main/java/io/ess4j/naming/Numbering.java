package io.ess4j.naming;

import com.google.common.collect.ImmutableList;
import io.ess4j.naming.HostNamePattern.AutoIncrement;
import io.ess4j.naming.HostNamePattern.Extended;
import io.ess4j.naming.HostNamePattern.Fixed;
import io.ess4j.naming.HostNamePattern.Ordered;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The numbers of a pattern as ordinals 0, 1, 2, ... in the order in which they are given: extension times 10^digits
 * plus number. Prints ordinals as names and reads them back.
 */
record Numbering(String prefix, int extensionDigits, int digits, String suffix, long begin) {
    /** The numbering of a pattern; one without numbers has one name only, of ordinal 0. */
    static Numbering of(HostNamePattern pattern) {
        if (pattern instanceof Fixed p) {
            return new Numbering(p.name(), 0, 0, "", 0);
        }
        if (pattern instanceof Ordered p) {
            return new Numbering(p.prefix(), 0, p.digits(), p.suffix(), p.begin());
        }
        if (pattern instanceof AutoIncrement p) {
            return new Numbering(p.prefix(), 0, p.digits(), p.suffix(), p.begin());
        }
        if (pattern instanceof Extended p) {
            long begin = (long) p.extensionBegin() * power(10, p.digits()) + p.begin();
            return new Numbering(p.prefix(), p.extensionDigits(), p.digits(), p.suffix(), begin);
        }
        throw new AssertionError(pattern);
    }

    static int power(int base, int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    /** How many numbers one extension holds. */
    int numbersPerExtension() {
        return power(10, digits);
    }

    /** How many ordinals there are. */
    long size() {
        return (long) power(Base62.RADIX, extensionDigits) * numbersPerExtension();
    }

    /** How many characters of a name change. */
    int width() {
        return extensionDigits + digits;
    }

    /** Where the changing characters end. */
    int end() {
        return prefix.length() + width();
    }

    /** The name of one ordinal. */
    String name(long ordinal) {
        return names(ordinal, 1).get(0);
    }

    /**
     * The names of {@code count} ordinals from {@code from} on, all below {@link #size()}. One String and one byte[]
     * each.
     */
    List<String> names(long from, int count) {
        var names = ImmutableList.<String>builderWithExpectedSize(count);
        byte[] odometer = start(from);
        int first = prefix.length();
        int last = end() - 1;
        for (int i = 0; i < count; i++) {
            names.add(new String(odometer, StandardCharsets.ISO_8859_1));
            advance(odometer, first, last);
        }
        return names.build();
    }

    private byte[] start(long ordinal) {
        byte[] name = (prefix + "0".repeat(width()) + suffix).getBytes(StandardCharsets.ISO_8859_1);
        int end = end();
        long rest = ordinal;
        for (int i = 1; i <= width(); i++) {
            int radix = i <= digits ? 10 : Base62.RADIX;
            name[end - i] = (byte) Base62.digit((int) (rest % radix));
            rest /= radix;
        }
        return name;
    }

    /** Adds one, carrying from right to left; the greatest ordinal is followed by 0. */
    private void advance(byte[] name, int first, int last) {
        int at = last;
        while (at > last - digits && name[at] == '9') {
            name[at--] = '0';
        }
        if (at > last - digits) {
            name[at]++;
            return;
        }
        while (at >= first && name[at] == 'Z') {
            name[at--] = '0';
        }
        if (at >= first) {
            name[at] = (byte) Base62.digit(Base62.rank((char) name[at]) + 1);
        }
    }
}
