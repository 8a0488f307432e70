package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.Optional;

/**
 * An existing instance together with what a fleet needs to know of it.
 *
 * @param node whose it is, where it lies and what it does
 * @param type its instance type
 * @param zone its zone
 * @param price what it costs per hour
 * @param weight the capacity units that it provides, 1 or more; 1 in an unweighted group
 */
public record AttachCandidate(Node node, InstanceType type, Zone zone, Price price, int weight) {
    public AttachCandidate {
        requireNonNull(node, "node");
        requireNonNull(type, "type");
        requireNonNull(zone, "zone");
        requireNonNull(price, "price");
        if (weight < 1) {
            throw new IllegalArgumentException("weight of " + node.id() + " (" + weight + ") must be >= 1");
        }
    }

    /**
     * The member that this instance becomes: pending, and without a configuration that it was launched from.
     *
     * @param joinedAt when it joins
     * @param entrusted whether the group releases it when it leaves
     * @return the instance
     * @throws IllegalArgumentException if the time is out of the range of {@link Instance#joinedAt}
     */
    public Instance joining(Instant joinedAt, boolean entrusted) {
        return new Instance(
                node.id(),
                type,
                zone,
                node.purchaseOption(),
                price,
                weight,
                Optional.empty(),
                joinedAt,
                LifecycleState.PENDING,
                true,
                entrusted ? InstanceOrigin.ENTRUSTED : InstanceOrigin.ATTACHED);
    }
}
