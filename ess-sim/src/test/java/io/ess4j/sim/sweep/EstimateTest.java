package io.ess4j.sim.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    /** Two values 0 and 2 have mean 1 and standard error 1, so the half width is the quantile itself. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # n, t(0.975, n - 1) of any printed table
            2, 12.706
            3, 4.303
            5, 2.776
            10, 2.262
            30, 2.045
            """)
    void isTheIntervalOfStudent(int n, double quantile) {
        // n values with mean 0 and standard error 1
        double spread = Math.sqrt((double) n * (n - 1) / 2);
        List<Double> values = new java.util.ArrayList<>(java.util.Collections.nCopies(n - 2, 0.0));
        values.add(spread);
        values.add(-spread);

        Estimate estimate = Estimate.of(values);

        assertThat(estimate.mean()).isZero();
        assertThat(estimate.halfWidth().orElseThrow()).isCloseTo(quantile, within(0.0006));
        assertThat(estimate.isClear()).isFalse();
    }

    @Test
    void fewValuesHaveNoInterval() {
        assertThat(Estimate.of(List.of()).mean()).isNaN();
        assertThat(Estimate.of(List.of(3.0))).isEqualTo(new Estimate(1, 3, java.util.OptionalDouble.empty()));
        assertThat(Estimate.of(List.of(3.0)).isClear()).isFalse();
        assertThat(Estimate.of(List.of(3.0, 3.0)).isClear()).isTrue();
        assertThat(Estimate.of(List.of(0.0, 0.0)).isClear()).isFalse();
    }
}
