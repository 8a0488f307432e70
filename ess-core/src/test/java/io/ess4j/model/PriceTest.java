package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0.000000001, 1, 0.000000001",
        "0.34, 340000000, 0.34",
        "0.50, 500000000, 0.5",
        "007, 7000000000, 7",
        "9223372036.854775807, 9223372036854775807, 9223372036.854775807"
    })
    void readsDecimalTextAndPrintsTheShortestOne(String text, long nanos, String printed) {
        assertThat(Price.perHour(text).nanosPerHour()).isEqualTo(nanos);
        assertThat(Price.perHour(text)).hasToString(printed);
        assertThat(Money.of(text)).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "-1|0",
                "+1|0",
                "1e3|1",
                ".5|0",
                "5.|2",
                "1.2.3|3",
                "1..5|2",
                "1,5|1",
                "0.0000000001|11",
                "NaN|0",
                "' 1'|0",
                "9223372036.854775808|20",
                "99999999999999999999|20",
                "\u0661|0"
            })
    void refusesOtherTextWithItsPosition(String text, int index) {
        assertThatThrownBy(() -> Price.perHour(text))
                .isInstanceOfSatisfying(
                        TextFormatException.class, e -> assertThat(e.index()).isEqualTo(index))
                .hasMessageContaining("price");
    }

    @Test
    void refusesVeryLongTextWithoutRepeatingIt() {
        assertThat(Price.perHour("0".repeat(30) + ".5")).isEqualTo(Price.perHour("0.5"));
        assertThatThrownBy(() -> Price.perHour("0".repeat(31) + ".5")).isInstanceOf(TextFormatException.class);
        assertThatThrownBy(() -> Price.perHour("1".repeat(10_000_000)))
                .isInstanceOf(TextFormatException.class)
                .message()
                .hasSizeLessThan(200);
    }

    /** Guide 1.6: 0.18/2, 0.34/4 and 0.64/8 are 0.090, 0.085 and 0.080 per unit. */
    @Test
    void comparesPricesPerUnit() {
        Price large = Price.perHour("0.18");
        Price xlarge = Price.perHour("0.34");
        assertThat(Price.compareUnit(large, 2, xlarge, 4)).isPositive();
        assertThat(Price.compareUnit(xlarge, 4, Price.perHour("0.64"), 8)).isPositive();
        assertThat(Price.compareUnit(large, 2, Price.perHour("0.36"), 4)).isZero();
        assertThat(Price.compareUnit(Price.ZERO, 1, Price.ZERO, 500)).isZero();
        assertThatThrownBy(() -> Price.compareUnit(large, 0, xlarge, 4)).hasMessage("unitsA (0) must be >= 1");
        assertThatThrownBy(() -> Price.compareUnit(large, 2, xlarge, 0)).hasMessage("unitsB (0) must be >= 1");
    }

    /** Guide 1.3: 2089.286 hours at 0.03 are 62.68 when rounded to cents; here nothing is rounded yet. */
    @Test
    void costsOverTimeRoundHalfUp() {
        assertThat(Price.perHour("0.03").over(Duration.ofHours(2000))).isEqualTo(Money.of("60"));
        assertThat(new Price(1).over(Duration.ofMinutes(30))).isEqualTo(new Money(1));
        assertThat(new Price(1).over(Duration.ofMinutes(30).minusNanos(1))).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> Price.ZERO.over(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-1S");
    }

    @Test
    void arithmeticNeverWrapsAround() {
        Price most = new Price(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Price(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.over(Duration.ofHours(2))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Price(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nanosPerHour (-1) must be >= 0");
        assertThat(most.times(0)).isEqualTo(Price.ZERO);
        assertThatThrownBy(() -> most.times(-1)).hasMessage("count (-1) must be >= 0");
        assertThat(most.plus(Price.ZERO)).isEqualTo(most);
    }
}
