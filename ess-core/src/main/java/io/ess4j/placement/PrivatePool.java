package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Tag;
import io.ess4j.model.Zone;
import java.util.List;

/**
 * Capacity of one instance type in one zone that somebody has reserved (guide map C-4-17).
 *
 * @param id its id
 * @param type the instance type; only its name counts
 * @param zone where it is
 * @param open whether it is used by itself; if not, only when it is named
 * @param available how many instances it can still serve, 0 or more
 * @param tags its tags
 */
public record PrivatePool(String id, InstanceType type, Zone zone, boolean open, int available, List<Tag> tags) {
    public PrivatePool {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id of a private pool must not be blank");
        }
        requireNonNull(type, "type");
        requireNonNull(zone, "zone");
        if (available < 0) {
            throw new IllegalArgumentException("available of pool " + id + " (" + available + ") must be >= 0");
        }
        tags = List.copyOf(tags);
    }

    /**
     * A pool without tags.
     *
     * @param id its id
     * @param type the instance type
     * @param zone where it is
     * @param open whether it is used by itself
     * @param available how many instances it can still serve, 0 or more
     * @return the pool
     * @throws IllegalArgumentException if the id is blank or the number negative
     */
    public static PrivatePool of(String id, InstanceType type, Zone zone, boolean open, int available) {
        return new PrivatePool(id, type, zone, open, available, List.of());
    }
}
