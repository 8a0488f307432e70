package io.ess4j.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Karpenter's balanced consolidation (peers K1 to K4) with a tolerance of 2. */
class ChurnGateTest {
    @ParameterizedTest(name = "{0}: saving {1} disturbing {2} of {3} and {4}: {5}")
    @CsvSource({
        "K1, 7.26, 3, 58.08, 80, true",
        "K1, 4.84, 4, 58.08, 80, true",
        "K1, 2.42, 8, 58.08, 80, false",
        "K2 boundary, 2.42, 8, 48.40, 80, true",
        "K3 ten times larger, 7.26, 3, 580.8, 800, true",
        "K4, 20, 5, 100, 100, true",
        "K4, 10, 10, 100, 100, true",
        "K4, 5, 50, 100, 100, false",
        "K4 no saving, 0, 10, 100, 100, false",
        "no saving without disruption, 0, 0, 100, 100, false"
    })
    void passes(String name, String savings, long disruption, String groupCost, long groupDisruption, boolean passes) {
        assertThat(new ChurnGate(2)
                        .passes(Price.perHour(savings), disruption, Price.perHour(groupCost), groupDisruption))
                .as(name)
                .isEqualTo(passes);
    }

    @Test
    void hugeNumbersDoNotOverflow() {
        Price huge = new Price(Long.MAX_VALUE);

        assertThat(new ChurnGate(Integer.MAX_VALUE).passes(huge, Long.MAX_VALUE, huge, Long.MAX_VALUE))
                .isTrue();
        assertThat(new ChurnGate(1).passes(new Price(1), Long.MAX_VALUE, huge, 1))
                .isFalse();
    }

    /** Nothing is disturbed: any saving is worth it. */
    @Test
    void withoutDisruptionEverySavingPasses() {
        assertThat(new ChurnGate(1).passes(new Price(1), 0, Price.perHour("9"), 0))
                .isTrue();
    }

    @Test
    void wrongArgumentsNameTheValueAndTheRule() {
        assertThatThrownBy(() -> new ChurnGate(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tolerance (0) must be >= 1");
        assertThatThrownBy(() -> new ChurnGate(2).passes(Price.ZERO, -1, Price.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("disruption (-1) and groupDisruption (0) must be >= 0");
    }
}
