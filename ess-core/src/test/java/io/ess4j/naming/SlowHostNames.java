package io.ess4j.naming;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of guide 2.3 said once more, slowly: texts, big integers and regular expressions. */
final class SlowHostNames {
    static final String ORDER = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    final String prefix;
    final String suffix;
    final int extensionDigits;
    final int digits;
    private final BigInteger begin;
    private final List<Pattern> forms;

    SlowHostNames(HostNamePattern pattern) {
        prefix = pattern.prefix();
        suffix = pattern.suffix();
        if (pattern instanceof HostNamePattern.Extended p) {
            extensionDigits = p.extensionDigits();
            digits = p.digits();
            begin = BigInteger.valueOf(p.extensionBegin())
                    .multiply(BigInteger.TEN.pow(digits))
                    .add(BigInteger.valueOf(p.begin()));
        } else {
            var p = (HostNamePattern.AutoIncrement) pattern;
            extensionDigits = 0;
            digits = p.digits();
            begin = BigInteger.valueOf(p.begin());
        }
        String digit = "[0-9]";
        String any = "[0-9a-zA-Z]{" + extensionDigits + "}";
        var shape = Pattern.compile(
                Pattern.quote(prefix) + "(" + any + ")(" + digit + "{" + digits + "})" + Pattern.quote(suffix));
        var loose = Pattern.compile(
                Pattern.quote(prefix) + "(" + any + ")(" + digit + "{1,6})(?!" + digit + ").*", Pattern.DOTALL);
        forms = List.of(shape, loose);
    }

    BigInteger size() {
        return BigInteger.valueOf(62).pow(extensionDigits).multiply(BigInteger.TEN.pow(digits));
    }

    /** The names of a batch after {@code mark}, -1 for the first batch. */
    List<String> next(long mark, int count) {
        BigInteger block = BigInteger.TEN.pow(digits);
        BigInteger at = BigInteger.valueOf(mark);
        if (mark < 0) {
            at = begin.subtract(BigInteger.ONE);
        } else if (extensionDigits > 0) {
            BigInteger number = at.mod(block);
            boolean last = at.subtract(number).add(block).compareTo(size()) >= 0;
            if (!last && number.add(BigInteger.valueOf(count)).compareTo(block) >= 0) {
                at = at.subtract(number).add(block).subtract(BigInteger.ONE);
            }
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            at = at.add(BigInteger.ONE);
            if (at.compareTo(size()) >= 0) {
                break;
            }
            names.add(name(at));
        }
        return names;
    }

    String name(BigInteger ordinal) {
        BigInteger block = BigInteger.TEN.pow(digits);
        BigInteger rest = ordinal.divide(block);
        var extension = new StringBuilder();
        for (int i = 0; i < extensionDigits; i++) {
            extension.insert(0, ORDER.charAt(rest.mod(BigInteger.valueOf(62)).intValue()));
            rest = rest.divide(BigInteger.valueOf(62));
        }
        return prefix + extension + String.format("%0" + digits + "d", ordinal.mod(block)) + suffix;
    }

    /** The ordinal that a name shows, or -1 if it shows none. */
    long read(String name) {
        for (Pattern pattern : forms) {
            var matcher = pattern.matcher(name);
            if (matcher.matches()) {
                BigInteger number = new BigInteger(matcher.group(2));
                if (extensionDigits == 0) {
                    return number.longValueExact();
                }
                BigInteger block = BigInteger.TEN.pow(digits);
                BigInteger extension = BigInteger.ZERO;
                for (char c : matcher.group(1).toCharArray()) {
                    extension = extension.multiply(BigInteger.valueOf(62)).add(BigInteger.valueOf(ORDER.indexOf(c)));
                }
                return extension
                        .multiply(block)
                        .add(number.min(block.subtract(BigInteger.ONE)))
                        .longValueExact();
            }
        }
        return -1;
    }
}
