package io.ess4j.sim.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal numbers as text, the same on every Java version and in every locale ({@link Double#toString} changed in Java
 * 19).
 */
public final class Decimals {
    private static final int LONGEST = 40;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Decimals() {}

    /**
     * Reads a decimal number: digits, a sign, a point, an exponent; no {@code NaN}, {@code Infinity}, hexadecimal
     * digits or type suffixes.
     *
     * @param text the text
     * @return the number, or NaN if the text is anything else
     */
    public static double parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * Writes a number with a fixed count of decimals, rounded half up on its magnitude.
     *
     * @param value a finite number
     * @param decimals 0 to 6
     * @return the text, such as {@code 3.142}
     */
    public static String fixed(double value, int decimals) {
        double scaled = Math.abs(value) * POWERS[decimals];
        if (!(scaled < 1e15)) {
            return new BigDecimal(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        long units = (long) (scaled + 0.5);
        long power = POWERS[decimals];
        String sign = value < 0 && units > 0 ? "-" : "";
        if (decimals == 0) {
            return sign + units;
        }
        return sign + units / power + "." + Long.toString(power + units % power).substring(1);
    }

    /**
     * Writes a number without exponent and trailing zeros, such as {@code 1000000000000} or {@code 0.5}.
     *
     * @param value a finite number
     * @return the text
     */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /**
     * Writes the fewest digits that give a number back; an exponent only for the very great and small.
     *
     * @param value a finite number
     * @return the text, such as {@code 0.1} or {@code -3}
     */
    public static String shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return text(value, rounded);
            }
        }
        return text(value, exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static String text(double value, BigDecimal number) {
        boolean negativeZero = value == 0 && 1 / value < 0;
        BigDecimal plain = number.stripTrailingZeros();
        // beyond this an exponent is shorter
        String digits = Math.abs(plain.scale()) > LONGEST / 2 ? plain.toString() : plain.toPlainString();
        return negativeZero ? "-" + digits + ".0" : digits;
    }

    /**
     * Makes text of unknown origin fit for a message: at most 40 characters, control characters as question marks.
     *
     * @param text the text
     * @return the text to show
     */
    public static String quote(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        StringBuilder safe = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            safe.append(c < ' ' || (c >= 0x7f && c < 0xa0) || c == '\ufffd' ? '?' : c);
        }
        return safe.toString();
    }
}
