package io.ess4j.sim.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DecimalsProperties {
    @Property
    void fixedIsWithinHalfAUnitAndKeepsItsDecimals(
            @ForAll @DoubleRange(min = -1e18, max = 1e18) double value, @ForAll @IntRange(max = 6) int decimals) {
        var written = new BigDecimal(Decimals.fixed(value, decimals));

        assertThat(written.scale()).isEqualTo(decimals);
        assertThat(written.subtract(new BigDecimal(value)).abs())
                .isLessThanOrEqualTo(
                        new BigDecimal("0.5001").movePointLeft(decimals).add(new BigDecimal(Math.ulp(value))));
    }

    @Property
    void fixedAgreesWithBigDecimalOnExactBinaryFractions(@ForAll @IntRange(min = -1_000_000) int eighths) {
        double value = eighths / 8.0;

        assertThat(new BigDecimal(Decimals.fixed(value, 2)))
                .isEqualByComparingTo(new BigDecimal(value).setScale(2, RoundingMode.HALF_UP));
    }

    @Property
    void parseReadsWhatPlainWrites(@ForAll @DoubleRange(min = 0, max = 1e12) double value) {
        String text = Decimals.plain(value);

        assertThat(text.length() > 40 || Decimals.parse(text) == value).isTrue();
    }

    @Example
    void parseRefusesWhatIsNoDecimalNumber() {
        for (String text : new String[] {
            "", "NaN", "Infinity", "0x1p3", "1f", "1d", "1_000", "1,5", " 1", "--1", "e5", "1".repeat(41)
        }) {
            assertThat(Decimals.parse(text)).as(text).isNaN();
        }
        assertThat(Decimals.parse("-1.5e3")).isEqualTo(-1500);
    }

    @Example
    void fixedNeverWritesMinusZero() {
        assertThat(Decimals.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Decimals.fixed(-0.0, 0)).isEqualTo("0");
        assertThat(Decimals.fixed(2.5, 0)).isEqualTo("3");
        assertThat(Decimals.fixed(-2.5, 0)).isEqualTo("-3");
    }

    @Example
    void quoteIsShortAndPrintable() {
        assertThat(Decimals.quote("a\u0000b\u001bc")).isEqualTo("a?b?c");
        assertThat(Decimals.quote("x".repeat(100))).hasSize(43).endsWith("...");
    }
}
