package io.ess4j.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueingServiceTest {
    private static final long MINUTE = 60_000;

    @ParameterizedTest
    @CsvSource({"0.1, 111.11", "0.5, 200.0", "0.8, 500.0", "0.9, 1000.0"})
    void isExactForMm1(double rho, double expected) {
        // R = S / (1 - rho)
        var service = new QueueingService(settings(100, 1_000));

        ServiceOutcome outcome = service.serve(Math.round(600 * rho), 1, MINUTE);

        assertThat(outcome.responseMillis()).isCloseTo(expected, within(0.01));
        assertThat(outcome.utilisation()).isCloseTo(rho, within(1e-12));
    }

    @ParameterizedTest
    // Erlang C, computed apart: Wq / S of M/M/c is C(c, a) / (c (1 - rho))
    @CsvSource({"2, 0.5, 0.3333", "4, 0.8, 0.7455", "10, 0.9, 0.6687"})
    void isCloseToErlangCForMoreWorkers(int workers, double rho, double waitInServiceTimes) {
        var service = new QueueingService(settings(100, 1_000));

        double response =
                service.serve(Math.round(600 * workers * rho), workers, MINUTE).responseMillis();

        assertThat(response / 100 - 1).isCloseTo(waitInServiceTimes, within(0.1 * waitInServiceTimes));
    }

    @Test
    void keepsABacklogUpToTheLimitAndWorksItOff() {
        var service = new QueueingService(settings(1_000, 100));

        ServiceOutcome overload = service.serve(200, 1, MINUTE);
        assertThat(overload.served()).isEqualTo(60);
        assertThat(overload.waiting()).isEqualTo(100);
        assertThat(overload.lost()).isEqualTo(40);
        assertThat(overload.utilisation()).isEqualTo(1);
        assertThat(overload.responseMillis()).isGreaterThan(100_000);

        ServiceOutcome recovery = service.serve(0, 2, MINUTE);
        assertThat(recovery.served()).isEqualTo(100);
        assertThat(recovery.waiting()).isZero();
        assertThat(recovery.utilisation()).isCloseTo(100 / 120.0, within(1e-12));
    }

    @Test
    void workOnARequestGoesOnInTheNextPeriod() {
        // 1.5 requests fit into a period: 3 in two, not 2
        var service = new QueueingService(settings(40_000, 100));

        long first = service.serve(10, 1, MINUTE).served();
        long second = service.serve(0, 1, MINUTE).served();

        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(2);
    }

    @Test
    void withoutCapacityEverythingWaits() {
        ServiceOutcome outcome = new QueueingService(settings(100, 5)).serve(7, 0, MINUTE);

        assertThat(outcome.served()).isZero();
        assertThat(outcome.waiting()).isEqualTo(5);
        assertThat(outcome.lost()).isEqualTo(2);
        assertThat(outcome.utilisation()).isEqualTo(1);
        assertThat(outcome.responseMillis()).isNaN();
        assertThat(new QueueingService(settings(100, 5)).serve(0, 0, MINUTE).utilisation())
                .isZero();
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> settings(0, 1)).hasMessage("serviceMillis (0.0) must be above 0, at most 1e9");
        assertThatThrownBy(() -> settings(Double.NaN, 1)).hasMessageContaining("serviceMillis (NaN)");
        assertThatThrownBy(() -> settings(1, -1)).hasMessage("queueLimit (-1) must be >= 0");
        assertThatThrownBy(() -> new QueueingService.Settings(1, 0, 0, 1, 1))
                .hasMessageContaining("workersPerUnit (0.0)");
        assertThatThrownBy(() -> new QueueingService.Settings(1, 1, 0, -1, 1))
                .hasMessage("arrivalVariability (-1.0) must be from 0 to 1e9");
    }

    private static QueueingService.Settings settings(double serviceMillis, long queueLimit) {
        return new QueueingService.Settings(serviceMillis, 1, queueLimit, 1, 1);
    }
}
