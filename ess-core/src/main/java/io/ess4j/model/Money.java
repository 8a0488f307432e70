package io.ess4j.model;

/**
 * An amount of money, such as {@code 62.68}, as an exact count of 1e-9 currency units. The currency is the caller's.
 *
 * @param nanos 1e-9 currency units, 0 or more
 */
public record Money(long nanos) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    public Money {
        Checks.atLeast("nanos", nanos, 0);
    }

    /**
     * Reads an amount from decimal text, such as {@code "62.68"}.
     *
     * @param text digits with at most one decimal point and nine decimals; no sign, no exponent
     * @return the amount
     * @throws TextFormatException if the text is anything else, or larger than a {@code long} of 1e-9 units
     */
    public static Money of(String text) {
        return new Money(FixedPoint.parse("amount", text));
    }

    /**
     * The sum of two amounts.
     *
     * @param other the amount to add
     * @return the sum
     * @throws ArithmeticException if the sum does not fit
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(nanos, other.nanos));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(nanos, other.nanos);
    }

    /** Returns the shortest decimal text that {@link #of} reads back as this amount. */
    @Override
    public String toString() {
        return FixedPoint.print(nanos);
    }
}
