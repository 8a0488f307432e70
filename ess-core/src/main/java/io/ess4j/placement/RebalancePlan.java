package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Zone;
import java.util.List;
import java.util.Optional;

/**
 * How many instances to create in some zones and, once these are in service, to remove from others.
 *
 * @param create how many to create, per zone that gains, in the order of the group
 * @param remove how many to remove afterwards, per zone that loses, in the order of the group; the same sum
 * @param batch how many may be created before as many must have been removed, so that the group does not grow beyond
 *     its surplus; 0 if nothing moves
 * @param refusal why nothing moves, present if and only if nothing does
 */
public record RebalancePlan(List<ZoneCount> create, List<ZoneCount> remove, int batch, Optional<Refusal> refusal) {
    /**
     * A number of instances in a zone.
     *
     * @param zone the zone
     * @param count how many, 1 or more
     */
    public record ZoneCount(Zone zone, int count) {
        public ZoneCount {
            requireNonNull(zone, "zone");
            if (count < 1) {
                throw new IllegalArgumentException("count of " + zone + " (" + count + ") must be >= 1");
            }
        }
    }

    /** Why zones are left as they are. */
    public enum Refusal {
        /** A group in one zone has nothing to balance. */
        FEWER_THAN_TWO_ZONES,
        /** No two zones differ by more than one instance. */
        BALANCED,
        /** Zones differ, but with stopped instances counted they do not, or a move would not help both. */
        BALANCED_WITH_STOPPED,
        /** The instances above the level are protected, on standby or pending. */
        NOTHING_MOVABLE,
        /** The zones below the level have no stock. */
        NO_ROOM,
        /** The group is so far above its maximum that nothing may be created. */
        NO_SURPLUS
    }

    public RebalancePlan {
        create = List.copyOf(create);
        remove = List.copyOf(remove);
        requireNonNull(refusal, "refusal");
        int created = create.stream().mapToInt(ZoneCount::count).sum();
        int removed = remove.stream().mapToInt(ZoneCount::count).sum();
        if (created != removed) {
            throw new IllegalArgumentException("create (" + created + ") must equal remove (" + removed + ")");
        }
        if ((created == 0) != refusal.isPresent() || (created == 0) != (batch == 0)) {
            throw new IllegalArgumentException(
                    "refusal (" + refusal + ") must be present and batch (" + batch + ") 0 only if nothing moves");
        }
    }

    static RebalancePlan refused(Refusal refusal) {
        return new RebalancePlan(List.of(), List.of(), 0, Optional.of(refusal));
    }

    /**
     * How many instances move.
     *
     * @return the sum of what is created
     */
    public int moves() {
        return create.stream().mapToInt(ZoneCount::count).sum();
    }
}
