package io.ess4j.model;

import java.math.BigInteger;
import java.time.Duration;

/**
 * What one instance costs per hour, such as {@code 0.34}, as an exact count of 1e-9 currency units.
 *
 * <p>The currency is the caller's; a program never mixes two. Prices of different capacity are compared per unit by
 * {@link #compareUnit}, which multiplies crosswise in 128 bits and never rounds. Zero is a price (a free instance), not
 * an unknown one.
 *
 * @param nanosPerHour 1e-9 currency units per hour, 0 or more
 */
public record Price(long nanosPerHour) implements Comparable<Price> {
    /** Free of charge. */
    public static final Price ZERO = new Price(0);

    private static final BigInteger NANOS_PER_HOUR =
            BigInteger.valueOf(Duration.ofHours(1).toNanos());

    public Price {
        Checks.atLeast("nanosPerHour", nanosPerHour, 0);
    }

    /**
     * Reads a price per hour from decimal text, such as {@code "0.34"}.
     *
     * @param text digits with at most one decimal point and nine decimals; no sign, no exponent
     * @return the price
     * @throws TextFormatException if the text is anything else, or larger than a {@code long} of 1e-9 units
     */
    public static Price perHour(String text) {
        return new Price(FixedPoint.parse("price", text));
    }

    /**
     * Compares two prices per unit of capacity, exactly: {@code a / unitsA} with {@code b / unitsB}.
     *
     * @param a a price
     * @param unitsA the capacity that {@code a} buys, 1 or more
     * @param b another price
     * @param unitsB the capacity that {@code b} buys, 1 or more
     * @return negative, zero or positive as {@code a} is cheaper, equal or dearer per unit
     * @throws IllegalArgumentException if a capacity is below 1
     */
    public static int compareUnit(Price a, long unitsA, Price b, long unitsB) {
        Checks.atLeast("unitsA", unitsA, 1);
        Checks.atLeast("unitsB", unitsB, 1);
        long left = a.nanosPerHour;
        long right = b.nanosPerHour;
        int high = Long.compare(Math.multiplyHigh(left, unitsB), Math.multiplyHigh(right, unitsA));
        return high != 0 ? high : Long.compareUnsigned(left * unitsB, right * unitsA);
    }

    /**
     * The sum of two prices.
     *
     * @param other the price to add
     * @return the sum
     * @throws ArithmeticException if the sum does not fit
     */
    public Price plus(Price other) {
        return new Price(Math.addExact(nanosPerHour, other.nanosPerHour));
    }

    /**
     * This price for several instances.
     *
     * @param count how many, 0 or more
     * @return the product
     * @throws IllegalArgumentException if the count is negative
     * @throws ArithmeticException if the product does not fit
     */
    public Price times(long count) {
        Checks.atLeast("count", count, 0);
        return new Price(Math.multiplyExact(nanosPerHour, count));
    }

    /**
     * What this price amounts to over a time, rounded half up to 1e-9 currency units.
     *
     * @param time how long, 0 or more
     * @return the amount
     * @throws IllegalArgumentException if the time is negative
     * @throws ArithmeticException if the amount does not fit
     */
    public Money over(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time (" + time + ") must not be negative");
        }
        BigInteger nanos = BigInteger.valueOf(time.getSeconds())
                .multiply(BigInteger.valueOf(FixedPoint.ONE))
                .add(BigInteger.valueOf(time.getNano()));
        BigInteger doubled = BigInteger.valueOf(nanosPerHour).multiply(nanos).shiftLeft(1);
        BigInteger rounded = doubled.add(NANOS_PER_HOUR).divide(NANOS_PER_HOUR.shiftLeft(1));
        return new Money(rounded.longValueExact());
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(nanosPerHour, other.nanosPerHour);
    }

    /** Returns the shortest decimal text that {@link #perHour} reads back as this price, such as {@code 0.34}. */
    @Override
    public String toString() {
        return FixedPoint.print(nanosPerHour);
    }
}
