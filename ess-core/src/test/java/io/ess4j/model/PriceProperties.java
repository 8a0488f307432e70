package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PriceProperties {
    @Property
    void textRoundTrips(@ForAll @LongRange(min = 0) long nanos) {
        assertThat(Price.perHour(new Price(nanos).toString())).isEqualTo(new Price(nanos));
        assertThat(Money.of(new Money(nanos).toString())).isEqualTo(new Money(nanos));
    }

    @Property
    void unitComparisonAgreesWithBigIntegers(
            @ForAll @LongRange(min = 0) long a,
            @ForAll @LongRange(min = 1) long unitsA,
            @ForAll @LongRange(min = 0) long b,
            @ForAll @LongRange(min = 1) long unitsB) {
        int expected = BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(unitsB))
                .compareTo(BigInteger.valueOf(b).multiply(BigInteger.valueOf(unitsA)));
        assertThat(Integer.signum(Price.compareUnit(new Price(a), unitsA, new Price(b), unitsB)))
                .isEqualTo(expected);
    }

    @Property
    void equalUnitPricesCompareEqual(
            @ForAll @LongRange(min = 0, max = 1L << 40) long price,
            @ForAll @LongRange(min = 1, max = 1 << 20) long units,
            @ForAll @LongRange(min = 1, max = 1000) long factor) {
        assertThat(Price.compareUnit(new Price(price), units, new Price(price * factor), units * factor))
                .isZero();
    }
}
