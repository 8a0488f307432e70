package io.ess4j.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ElasticityMeterTest {
    /** The demand and supply of the unit tests of BUNGEE (Apache-2.0), and the values that these expect. */
    private static final int[][] DEMAND = {{0, 1}, {7, 5}, {16, 3}, {17, 2}, {19, 4}};

    private static final int[][] SUPPLY = {{0, 1}, {2, 2}, {3, 1}, {5, 3}, {9, 7}, {11, 6}, {12, 8}, {14, 2}};

    @Test
    void agreesWithThePublishedVector() {
        ElasticityMeter meter = vector();

        assertThat(meter.accuracyUnder()).isEqualTo(0.65, within(1e-12));
        assertThat(meter.accuracyOver()).isEqualTo(0.8, within(1e-12));
        assertThat(meter.timeshareUnder()).isEqualTo(0.3, within(1e-12));
        assertThat(meter.timeshareOver()).isEqualTo(0.4, within(1e-12));
        assertThat(meter.jitter()).isEqualTo(0.4, within(1e-12));
    }

    private static ElasticityMeter vector() {
        var meter = new ElasticityMeter();
        for (int t = 0; t < 20; t++) {
            meter.add(at(DEMAND, t), at(SUPPLY, t), 1);
        }
        return meter;
    }

    private static int at(int[][] steps, int time) {
        int value = 0;
        for (int[] step : steps) {
            value = step[0] <= time ? step[1] : value;
        }
        return value;
    }

    @Test
    void normalisedFormsAreSharesOfDemand() {
        var meter = new ElasticityMeter();
        meter.add(4, 3, 1);
        meter.add(2, 3, 1);
        meter.add(0, 3, 2);

        assertThat(meter.normalisedUnder()).isEqualTo(25.0 / 4, within(1e-12));
        assertThat(meter.normalisedOver()).isEqualTo((50 + 2 * 100) / 4.0, within(1e-12));
    }

    @Test
    void instabilityCountsMovesApart() {
        var meter = new ElasticityMeter();
        meter.add(1, 1, 1);
        meter.add(2, 2, 1); // together
        meter.add(3, 1, 1); // apart
        meter.add(3, 1, 1); // both rest

        assertThat(meter.instability()).isEqualTo(0.25);
    }

    @Test
    void nothingMeasuredIsNoNumber() {
        assertThat(new ElasticityMeter().accuracyUnder()).isNaN();
    }
}
