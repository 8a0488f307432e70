package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of listed prices, with Karpenter's published cases (guide map C-4-14). */
class PriceOverlayTest {
    @ParameterizedTest(name = "{0}: {1} {2} is {3}")
    @CsvSource({
        "Karpenter K9,     10,          '-10%',  9",
        "Karpenter K9,     10,          '+10%',  11",
        "Karpenter K9,     10,          '-200%', 0",
        "Karpenter K9,     10,          '+5',    15",
        "Karpenter K9,     10,          '-15',   0",
        "Karpenter K9,     1.5,         '-25%',  1.125",
        "Karpenter K9,     82781,       '80.0',  80",
        "Karpenter K9,     82781,       '',      82781",
        "half up,          0.000000001, '+50%',  0.000000002",
        "just below half,  0.000000001, '+49.999999999%', 0.000000001",
        "free stays free,  0,           '+900%', 0",
        "free by name,     7,           '0',     0",
        "a small part,     1,           '+0.000000001%', 1"
    })
    void changesPrices(String source, String listed, String overlay, String price) {
        assertThat(PriceOverlay.parse(overlay).applyTo(Price.perHour(listed)))
                .as(source)
                .isEqualTo(Price.perHour(price));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "+", "%", "-%", "10%", "++5", "-5 %", " 5", "1e3", "NaN", "-5%%", "0x1", "5-"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> PriceOverlay.parse(text))
                .isInstanceOf(TextFormatException.class)
                .hasMessageStartingWith("price overlay (");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceOverlay(PriceOverlay.Way.EXACTLY, -1))
                .withMessage("amount (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceOverlay(PriceOverlay.Way.BY_AMOUNT, Long.MIN_VALUE));
        assertThatThrownBy(() -> PriceOverlay.parse("+1").applyTo(new Price(Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class);
    }
}
