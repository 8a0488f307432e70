package io.ess4j.sim.cloudstate;

import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.model.ScalingProcess;
import io.ess4j.placement.SpotMix;
import io.ess4j.removal.RemovalCriterion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A group as its provider has described it.
 *
 * @param id its id
 * @param name its name
 * @param min minimum capacity
 * @param max maximum capacity
 * @param desired desired capacity, if it has one
 * @param cooldown its cooldown
 * @param status whether it is active
 * @param zones its zones in the order of priority; empty if they are not told
 * @param placement {@code priority}, {@code balanced} or {@code cost-optimized}
 * @param mix how on-demand and spot instances are mixed
 * @param removal who leaves first; one or two
 * @param weights instance types with their weights, in order; empty if they are not told
 * @param weighted whether the provider told weights
 * @param configuration the scaling configuration that new instances are made from
 * @param reclaim whether instances are released or stopped
 * @param suspended processes that are suspended
 */
public record CloudGroup(
        String id,
        String name,
        int min,
        int max,
        OptionalInt desired,
        Duration cooldown,
        GroupStatus status,
        List<String> zones,
        String placement,
        SpotMix mix,
        List<RemovalCriterion> removal,
        Map<String, Integer> weights,
        boolean weighted,
        Optional<String> configuration,
        ReclaimMode reclaim,
        List<ScalingProcess> suspended) {
    public CloudGroup {
        zones = List.copyOf(zones);
        removal = List.copyOf(removal);
        suspended = List.copyOf(suspended);
    }
}
