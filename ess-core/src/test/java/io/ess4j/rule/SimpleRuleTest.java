package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas of guide map C-9-1 to C-9-5. */
class SimpleRuleTest {
    @ParameterizedTest(name = "{0}: {1} {2} (least {3}) on {4} wants {5}")
    @CsvSource({
        // source, type, value, least magnitude (0: none), total, wanted, reason
        "C-9 +25 % of 10,        PERCENT,  25, 0, 10, 13, ADDS",
        "C-9 -25 % of 10,        PERCENT, -25, 0, 10,  7, REMOVES",
        "C-9 least magnitude,    PERCENT,  10, 2,  3,  5, ADDS",
        "C-9 rounds to nothing,  PERCENT,  10, 0,  3,  3, NO_CHANGE",
        "peers A10 change 5,           QUANTITY,  5, 0,  3,  8, ADDS",
        "peers A10 exactly 5,          TOTAL,     5, 0,  3,  5, ADDS",
        "peers E7 change 2,            QUANTITY,  2, 0,  1,  3, ADDS",
        "peers E7 change -2,           QUANTITY, -2, 0,  4,  2, REMOVES",
        "C-9 half a unit up,           PERCENT,   50, 0,  5,  8, ADDS",
        "C-9 half a unit down,         PERCENT,  -50, 0,  5,  2, REMOVES",
        "peers A11,                    PERCENT,  25, 2,  4,  6, ADDS",
        "least magnitude going down,   PERCENT, -10, 2,  9,  7, REMOVES",
        "least magnitude of nothing,   PERCENT,   0, 2,  9,  9, NO_CHANGE",
        "all of it,                    PERCENT,-100, 0,  9,  0, REMOVES",
        "C-2 before clamping,    QUANTITY,  3, 0,  2,  5, ADDS",
        "never below zero,             QUANTITY, -5, 0,  3,  0, REMOVES",
        "peers E7,                     TOTAL,     2, 0,  1,  2, ADDS",
        "zero is a value,              TOTAL,     0, 0,  1,  0, REMOVES",
        "same,                         TOTAL,     4, 0,  4,  4, NO_CHANGE",
        "peers A7 12.7 becomes 12,     PERCENT_TOWARD_ZERO, 127, 0,  10,  22, ADDS",
        "peers A7 .67 becomes 1,       PERCENT_TOWARD_ZERO,  67, 0,   1,   2, ADDS",
        "peers A7 -.58 becomes -1,     PERCENT_TOWARD_ZERO, -58, 0,   1,   0, REMOVES",
        "peers A7 -6.67 becomes -6,    PERCENT_TOWARD_ZERO, -67, 0,  10,   4, REMOVES",
        "peers A10 ten percent of 10,  PERCENT_TOWARD_ZERO,  10, 0,  10,  11, ADDS",
        "peers A11 as AWS rounds,      PERCENT_TOWARD_ZERO,  25, 2,   4,   6, ADDS",
        "nothing of nothing,           PERCENT_TOWARD_ZERO,  10, 0,   0,   0, NO_CHANGE",
        "no percent is no change,      PERCENT_TOWARD_ZERO,   0, 0,   7,   7, NO_CHANGE"
    })
    void wantsTheDocumentedCapacity(
            String source, AdjustmentType type, int value, int least, long total, long wanted, RuleReason reason) {
        SimpleRule rule = SimpleRule.of("r", type, value);
        SimpleRule enlarged = least == 0 ? rule : rule.withLeastMagnitude(least);

        assertThat(enlarged.evaluate(RuleInput.of(total))).as(source).isEqualTo(new RuleOutcome(wanted, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "QUANTITY, -1001",
        "QUANTITY, 1001",
        "PERCENT, -101",
        "PERCENT, 10001",
        "TOTAL, -1",
        "TOTAL, 2001",
    })
    void refusesValuesOutOfRange(AdjustmentType type, int value) {
        assertThatThrownBy(() -> SimpleRule.of("r", type, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(" + value + ") must be from");
    }

    @ParameterizedTest
    @CsvSource({"QUANTITY, -1000", "QUANTITY, 1000", "PERCENT, -100", "PERCENT, 10000", "TOTAL, 0", "TOTAL, 2000"})
    void takesTheEndsOfTheRange(AdjustmentType type, int value) {
        assertThat(SimpleRule.of("r", type, value).value()).isEqualTo(value);
    }

    @Test
    void refusesALeastMagnitudeForOtherTypes() {
        assertThatThrownBy(() -> ScalingRule.change("r", 1).withLeastMagnitude(2))
                .hasMessageContaining("PERCENT only, but the type is QUANTITY");
        assertThatThrownBy(() -> ScalingRule.percent("r", 1).withLeastMagnitude(0))
                .hasMessage("leastMagnitude (0) must be >= 1");
    }

    @Test
    void refusesACooldownOutOfRange() {
        assertThat(ScalingRule.exactly("r", 1).withCooldown(Duration.ofDays(1)).cooldown())
                .contains(Duration.ofDays(1));
        assertThatThrownBy(() -> ScalingRule.exactly("r", 1).withCooldown(Duration.ofSeconds(86_401)))
                .hasMessageContaining("cooldown (PT24H1S)");
        assertThatThrownBy(() -> ScalingRule.exactly("r", 1).withCooldown(Duration.ofSeconds(-1)))
                .hasMessageContaining("from 0 to 86400 seconds");
        assertThatThrownBy(() -> new SimpleRule(" ", AdjustmentType.TOTAL, 1, OptionalInt.empty(), Optional.empty()))
                .hasMessageContaining("blank");
    }
}
