package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a group is looked at beyond the capacity check of every period.
 *
 * @param health for broken instances, at least a period
 * @param lifetime for instances that have stayed too long; absent if they may stay
 * @param rebalance for zones that are not level; absent if nobody asks
 * @param restoreMix for on-demand instances that stand in for spot; absent if nobody asks
 */
public record RegularChecks(
        Duration health, Optional<Duration> lifetime, Optional<Duration> rebalance, Optional<Duration> restoreMix) {
    /** Health once a minute, nothing else. */
    public static final RegularChecks DEFAULT =
            new RegularChecks(Duration.ofMinutes(1), Optional.empty(), Optional.empty(), Optional.empty());

    public RegularChecks {
        requireNonNull(lifetime, "lifetime");
        requireNonNull(rebalance, "rebalance");
        requireNonNull(restoreMix, "restoreMix");
        positive("health", Optional.of(health));
        positive("lifetime", lifetime);
        positive("rebalance", rebalance);
        positive("restoreMix", restoreMix);
    }

    private static void positive(String name, Optional<Duration> interval) {
        if (interval.isPresent() && interval.get().toSeconds() < 1) {
            throw new IllegalArgumentException(name + " (" + interval.get() + ") must be at least a second");
        }
    }
}
