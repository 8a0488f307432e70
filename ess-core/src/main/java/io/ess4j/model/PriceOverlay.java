package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * A change of listed prices, such as {@code -10%} for a discount that a contract gives (guide map C-4-14). Prices never
 * fall below 0; results are rounded half up to 1e-9 currency units.
 *
 * <table>
 * <caption>Texts, and what they make of a price of 10</caption>
 * <tr><th>text</th><th>meaning</th><th>price</th></tr>
 * <tr><td>(empty)</td><td>unchanged</td><td>10</td></tr>
 * <tr><td>{@code -10%}</td><td>a part of it less, or with + more</td><td>9</td></tr>
 * <tr><td>{@code +5}</td><td>so much more, or with - less</td><td>15</td></tr>
 * <tr><td>{@code 80.0}</td><td>this price in its place</td><td>80</td></tr>
 * </table>
 *
 * @param way how the amount is read
 * @param amount 1e-9 currency units, or 1e-9 percent; not negative for {@link Way#EXACTLY}
 */
public record PriceOverlay(Way way, long amount) {
    /** How an amount is read. */
    public enum Way {
        /** The price of that amount, whatever is listed. */
        EXACTLY,
        /** Added to the listed price. */
        BY_AMOUNT,
        /** That many percent of the listed price are added to it. */
        BY_PERCENT
    }

    /** Leaves every price as it is. */
    public static final PriceOverlay UNCHANGED = new PriceOverlay(Way.BY_AMOUNT, 0);

    private static final BigInteger HUNDRED_PERCENT = BigInteger.valueOf(100 * FixedPoint.ONE);

    public PriceOverlay {
        requireNonNull(way, "way");
        Checks.atLeast("amount", amount, way == Way.EXACTLY ? 0 : -Long.MAX_VALUE);
    }

    /**
     * Reads an overlay.
     *
     * @param text a decimal number with at most nine decimals, a sign before it for a change, and then {@code %} for a
     *     part; or nothing
     * @return the overlay
     * @throws TextFormatException if the text is anything else
     */
    public static PriceOverlay parse(String text) {
        if (text.isEmpty()) {
            return UNCHANGED;
        }
        boolean minus = text.charAt(0) == '-';
        if (!minus && text.charAt(0) != '+') {
            return new PriceOverlay(Way.EXACTLY, FixedPoint.parse("price overlay", text));
        }
        boolean percent = text.endsWith("%");
        long size = FixedPoint.parse("price overlay", text.substring(1, text.length() - (percent ? 1 : 0)));
        return new PriceOverlay(percent ? Way.BY_PERCENT : Way.BY_AMOUNT, minus ? -size : size);
    }

    /**
     * The price that takes the place of a listed one.
     *
     * @param listed a price
     * @return the changed price, 0 or more
     * @throws ArithmeticException if the price does not fit
     */
    public Price applyTo(Price listed) {
        BigInteger nanos = BigInteger.valueOf(listed.nanosPerHour());
        BigInteger change = BigInteger.valueOf(amount);
        BigInteger changed = switch (way) {
            case EXACTLY -> change;
            case BY_AMOUNT -> nanos.add(change);
            case BY_PERCENT -> rounded(nanos.multiply(HUNDRED_PERCENT.add(change)));
        };
        return new Price(changed.max(BigInteger.ZERO).longValueExact());
    }

    /** A hundredth of a product with 1e-9 percent, half up; what is negative ends at 0 in any case. */
    private static BigInteger rounded(BigInteger product) {
        return product.shiftLeft(1).add(HUNDRED_PERCENT).divide(HUNDRED_PERCENT.shiftLeft(1));
    }

    /** Returns the shortest text that {@link #parse} reads back as this overlay, such as {@code -10%}. */
    @Override
    public String toString() {
        if (equals(UNCHANGED)) {
            return "";
        }
        String size = FixedPoint.print(Math.abs(amount));
        return switch (way) {
            case EXACTLY -> size;
            case BY_AMOUNT -> (amount < 0 ? "-" : "+") + size;
            case BY_PERCENT -> (amount < 0 ? "-" : "+") + size + "%";
        };
    }
}
