package io.ess4j.sim.cloudstate;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An instance as far as its provider has described it.
 *
 * @param id its id
 * @param group the id of its group, if it is told
 * @param type its type
 * @param zone its zone
 * @param option how it is paid for
 * @param joined when it was created
 * @param weight its weight, if the group is weighted
 * @param source the scaling configuration or template that it was made from
 * @param state its state in the group
 * @param healthy whether it is healthy
 * @param origin how it came into the group
 */
public record CloudInstance(
        String id,
        Optional<String> group,
        Optional<String> type,
        Optional<String> zone,
        Optional<PurchaseOption> option,
        Optional<Instant> joined,
        OptionalInt weight,
        Optional<String> source,
        LifecycleState state,
        boolean healthy,
        InstanceOrigin origin) {
    public CloudInstance {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        requireNonNull(origin, "origin");
    }

    /** With what another description adds; what is known already stays. */
    CloudInstance completedBy(CloudInstance other) {
        return new CloudInstance(
                id,
                group.or(() -> other.group),
                type.or(() -> other.type),
                zone.or(() -> other.zone),
                option.or(() -> other.option),
                joined.or(() -> other.joined),
                weight.isPresent() ? weight : other.weight,
                source.or(() -> other.source),
                state,
                healthy,
                origin);
    }
}
