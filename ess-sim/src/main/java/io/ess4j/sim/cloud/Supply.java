package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** When a pool has anything to sell. */
public sealed interface Supply {
    /** Always. */
    Supply STEADY = new Steady();

    /** Always. */
    record Steady() implements Supply {}

    /**
     * As it was recorded.
     *
     * @param trace when spot could be had
     * @param firstTick the tick of the trace at which the run starts, 0 or more
     */
    record Recorded(AvailabilityTrace trace, int firstTick) implements Supply {
        public Recorded {
            requireNonNull(trace, "trace");
            if (firstTick < 0) {
                throw new IllegalArgumentException("firstTick (" + firstTick + ") must be >= 0");
            }
        }
    }

    /**
     * Empty at random times: exponential spans with stock and without, beginning with stock.
     *
     * @param meanUp mean span with stock, at least a minute
     * @param meanDown mean span without, at least a minute
     */
    record Outages(Duration meanUp, Duration meanDown) implements Supply {
        public Outages {
            if (meanUp.toMinutes() < 1 || meanDown.toMinutes() < 1) {
                throw new IllegalArgumentException(
                        "meanUp (" + meanUp + ") and meanDown (" + meanDown + ") must be at least a minute");
            }
        }
    }
}
