package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What goes wrong at the provider beyond failed boots.
 *
 * @param meanTimeToFailure mean time after which a machine breaks, at least a minute; absent if none does
 * @param outages zones that fail at known times
 * @param zoneOutages zones that fail at random times; absent if none does
 * @param marketOutages spot pools that are empty together at random times; absent if there is no such time
 * @param ordersPerMinute orders accepted in a clock minute over all groups, the rest is refused; absent for no limit
 */
public record Faults(
        Optional<Duration> meanTimeToFailure,
        List<ZoneOutage> outages,
        Optional<Supply.Outages> zoneOutages,
        Optional<MarketOutages> marketOutages,
        OptionalInt ordersPerMinute) {
    /** Nothing goes wrong. */
    public static final Faults NONE =
            new Faults(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty());

    /**
     * A zone that fails: all its machines break at once, and nothing can be bought in it until the end.
     *
     * @param zone the zone
     * @param fromMillis when, since the start of the run, 0 or more
     * @param length how long, at least a second
     */
    public record ZoneOutage(Zone zone, long fromMillis, Duration length) {
        public ZoneOutage {
            requireNonNull(zone, "zone");
            if (fromMillis < 0 || length.toMillis() < 1_000) {
                throw new IllegalArgumentException(
                        "fromMillis (" + fromMillis + ") must be >= 0, length (" + length + ") at least a second");
            }
        }
    }

    /**
     * Spot pools that are empty at once, as real markets are.
     *
     * @param times mean spans between and during such times
     * @param reach the share of the spot pools that one hits, above 0 to 1; drawn anew for each pool and time
     */
    public record MarketOutages(Supply.Outages times, double reach) {
        public MarketOutages {
            requireNonNull(times, "times");
            if (!(reach > 0 && reach <= 1)) {
                throw new IllegalArgumentException("reach (" + reach + ") must be above 0 and at most 1");
            }
        }
    }

    public Faults {
        requireNonNull(meanTimeToFailure, "meanTimeToFailure");
        outages = List.copyOf(outages);
        requireNonNull(zoneOutages, "zoneOutages");
        requireNonNull(marketOutages, "marketOutages");
        requireNonNull(ordersPerMinute, "ordersPerMinute");
        if (meanTimeToFailure.isPresent() && meanTimeToFailure.get().toMinutes() < 1) {
            throw new IllegalArgumentException(
                    "meanTimeToFailure (" + meanTimeToFailure.get() + ") must be at least a minute");
        }
        if (ordersPerMinute.orElse(1) < 1) {
            throw new IllegalArgumentException("ordersPerMinute (" + ordersPerMinute.getAsInt() + ") must be >= 1");
        }
    }
}
