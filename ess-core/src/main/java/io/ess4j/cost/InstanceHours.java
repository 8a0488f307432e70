package io.ess4j.cost;

import io.ess4j.model.Money;
import io.ess4j.model.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Hours that instances run, such as 14625/7, as an exact fraction in lowest terms. Two instances that run for an hour
 * make two instance hours.
 *
 * @param numerator hours times {@code denominator}, 0 or more
 * @param denominator 1 or more
 */
public record InstanceHours(BigInteger numerator, BigInteger denominator) implements Comparable<InstanceHours> {
    /** No hours. */
    public static final InstanceHours ZERO = new InstanceHours(BigInteger.ZERO, BigInteger.ONE);

    /** Decimals of {@link #rounded}, as the guide shows them. */
    static final int DECIMALS = 3;

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000L);
    private static final BigInteger NANOS_PER_HOUR =
            BigInteger.valueOf(Duration.ofHours(1).toNanos());

    public InstanceHours {
        if (numerator.signum() < 0) {
            throw new IllegalArgumentException("numerator (" + numerator + ") must be >= 0");
        }
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator (" + denominator + ") must be >= 1");
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /**
     * The hours of one instance that runs for a time.
     *
     * @param time how long, 0 or more
     * @return the hours
     * @throws IllegalArgumentException if the time is negative
     */
    public static InstanceHours of(Duration time) {
        return ofNanos(nanos(time));
    }

    static InstanceHours ofNanos(BigInteger nanos) {
        return new InstanceHours(nanos, NANOS_PER_HOUR);
    }

    static BigInteger nanos(Duration time) {
        return BigInteger.valueOf(time.getSeconds()).multiply(NANOS_PER_SECOND).add(BigInteger.valueOf(time.getNano()));
    }

    /**
     * The sum of both.
     *
     * @param other hours to add
     * @return the sum
     */
    public InstanceHours plus(InstanceHours other) {
        return new InstanceHours(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * These hours times a fraction.
     *
     * @param by the fraction's numerator, 0 or more
     * @param over the fraction's denominator, 1 or more
     * @return the product
     * @throws IllegalArgumentException if the product is negative, or {@code over} is below 1
     */
    public InstanceHours times(long by, long over) {
        return times(BigInteger.valueOf(by), BigInteger.valueOf(over));
    }

    InstanceHours times(BigInteger by, BigInteger over) {
        return new InstanceHours(numerator.multiply(by), denominator.multiply(over));
    }

    /**
     * These hours as the guide shows them: three decimals, half up.
     *
     * @return a number with three decimals, such as 2089.286
     */
    public BigDecimal rounded() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * What these hours cost, rounded half up once, to 1e-9 currency units.
     *
     * @param price the price of one hour
     * @return the amount
     * @throws ArithmeticException if the amount does not fit
     */
    public Money at(Price price) {
        BigDecimal nanos = new BigDecimal(numerator.multiply(BigInteger.valueOf(price.nanosPerHour())));
        return new Money(nanos.divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** Compares the exact fractions. */
    @Override
    public int compareTo(InstanceHours other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Returns the exact value: a decimal such as {@code 8.5} where it ends, else a fraction such as {@code 25/3}. */
    @Override
    public String toString() {
        BigInteger rest = denominator;
        int decimals = 0;
        while (!rest.equals(BigInteger.ONE)) {
            BigInteger common = rest.gcd(BigInteger.TEN);
            if (common.equals(BigInteger.ONE)) {
                return numerator + "/" + denominator;
            }
            rest = rest.divide(common);
            decimals++;
        }
        BigDecimal exact =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.UNNECESSARY);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
