package io.ess4j.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a mix divides a total between on-demand and spot. */
class SpotMixTest {
    /** Peers A1 to A4, AWS mixed instances groups: base, percentage above base, total. */
    @ParameterizedTest(name = "peers A1-A4, A6: base {0}, {1} %, total {2}: {3} on-demand")
    @CsvSource({
        "10, 50, 10, 10",
        "10, 50, 20, 15",
        "10, 50, 30, 20",
        "10, 50, 40, 25",
        "0, 0, 10, 0",
        "0, 0, 40, 0",
        "0, 60, 10, 6",
        "0, 60, 20, 12",
        "0, 60, 30, 18",
        "0, 60, 40, 24",
        "0, 100, 10, 10",
        "0, 100, 40, 40",
        "0, 50, 3, 2",
        "0, 1, 1, 1"
    })
    void onDemandTarget(int base, int percent, long total, long expected) {
        SpotMix mix = SpotMix.builder()
                .onDemandBase(base)
                .onDemandPercentAboveBase(percent)
                .build();

        assertThat(mix.onDemandTarget(total)).isEqualTo(expected);
    }
}
