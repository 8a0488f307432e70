package io.ess4j.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.metrics.Figures;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OwnPartsTest {
    @Test
    void allFourPartsTakePart() {
        Figures figures = OwnParts.run();

        // 28 days: two thirds of the hours at 20 requests a second, a third at 100
        long expected = 28 * 24L * 3600 * (2 * 20 + 100) / 3;
        assertThat(value(figures, "requests.arrived")).isEqualByComparingTo(BigDecimal.valueOf(expected));
        assertThat(value(figures, "requests.worstPeriodResponseMillis")).isEqualByComparingTo("50");
        // 100 / 2 + 4 units; each of four parts, on-demand and three spot pools, may exceed by less than one instance
        // of 8
        assertThat(value(figures, "capacity.peakUnits").intValue()).isBetween(54, 54 + 4 * 7);
        // the provider refuses every fifth order, which is seen as a boot that failed
        assertThat(value(figures, "activities.WARNING").intValue()).isPositive();
        assertThat(value(figures, "requests.lost").longValue()).isLessThan(expected / 100);
    }

    private static BigDecimal value(Figures figures, String name) {
        return figures.find(name).orElseThrow().value().orElseThrow();
    }
}
