package io.ess4j.sim.control;

import io.ess4j.capacity.CapacityLimits;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Decides how much capacity a group should have, in place of its rules. Implement this one method to bring your own
 * policy; it may keep what it has seen. What is launched and removed for it is still chosen by ess-core.
 */
@FunctionalInterface
public interface CapacityPolicy {
    /**
     * The capacity wanted, asked at the end of every period.
     *
     * @param input what is known
     * @return capacity units, cut to the limits of the group; empty to leave things as they are
     */
    OptionalInt wanted(Input input);

    /**
     * What a policy knows.
     *
     * @param now the present moment
     * @param measurement the newest period that monitoring shows; periods may be missing
     * @param capacity capacity units of the group, on their way into service included
     * @param limits the limits of the group
     * @param unitRate requests a second that one capacity unit can serve
     * @param targetPercent the utilisation aimed at, above 0 to 100
     */
    record Input(
            Instant now,
            Measurement measurement,
            long capacity,
            CapacityLimits limits,
            double unitRate,
            double targetPercent) {}
}
