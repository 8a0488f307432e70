package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityLimits;
import java.time.Instant;

/**
 * A task of a predictive rule: sets the group's limits for an hour.
 *
 * @param name {@code PredictiveScaling-<rule>-<hour>}
 * @param at when it runs: the hour less the buffer time, or at once if that is past
 * @param hour the hour that it prepares
 * @param predicted the units that the forecast needs
 * @param limits the limits that it sets
 */
public record PredictiveTask(String name, Instant at, Instant hour, long predicted, CapacityLimits limits) {
    public PredictiveTask {
        requireNonNull(name, "name");
        requireNonNull(at, "at");
        requireNonNull(hour, "hour");
        requireNonNull(limits, "limits");
    }
}
