package io.ess4j.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SimulationTest {
    @Test
    void letsEventsScheduleOthersAndStopsAtTheEnd() {
        var simulation = new Simulation();
        var times = new ArrayList<Long>();
        simulation.scheduleEvery(10, 10, times::add);
        simulation.schedule(20, now -> simulation.schedule(now, times::add));

        simulation.runUntil(35);

        assertThat(times).containsExactly(10L, 20L, 20L, 30L);
        assertThat(simulation.now()).isEqualTo(35);
        assertThat(simulation.occurred()).isEqualTo(5);
    }

    @Test
    void cancelsAndRefusesThePast() {
        var simulation = new Simulation();
        var times = new ArrayList<Long>();
        long ticket = simulation.schedule(5, times::add);

        assertThat(simulation.cancel(ticket)).isTrue();
        simulation.runUntil(7);

        assertThat(times).isEmpty();
        assertThatThrownBy(() -> simulation.schedule(6, times::add))
                .hasMessage("atMillis (6) must be >= 7, the current time");
        assertThatThrownBy(() -> simulation.runUntil(6)).hasMessage("endMillis (6) must be >= 7, the current time");
        assertThatThrownBy(() -> simulation.scheduleEvery(8, 0, times::add))
                .hasMessage("periodMillis (0) must be >= 1");
    }

    @Test
    void clockTurnsMillisecondsIntoInstants() {
        var clock = new SimClock(Instant.parse("2026-01-05T00:00:00Z"));

        assertThat(clock.instantAt(90_000)).isEqualTo(Instant.parse("2026-01-05T00:01:30Z"));
        assertThat(clock.millisAt(Instant.parse("2026-01-04T23:59:59Z"))).isEqualTo(-1_000);
    }
}
