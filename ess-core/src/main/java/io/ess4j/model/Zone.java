package io.ess4j.model;

import static java.util.Objects.requireNonNull;

/**
 * An isolated part of a region, such as {@code cn-hangzhou-h}. Zones are equal when their ids are equal; their order in
 * a group, not their names, says which is preferred.
 *
 * @param id the provider's name of the zone, without white space
 */
public record Zone(String id) {
    /**
     * Checks the id.
     *
     * @param id the provider's name of the zone
     * @throws IllegalArgumentException if the id is empty or holds white space
     */
    public Zone {
        Checks.name("zone id", requireNonNull(id, "id"));
    }

    /**
     * The zone of that id.
     *
     * @param id the provider's name of the zone
     * @return the zone
     * @throws IllegalArgumentException if the id is empty or holds white space
     */
    public static Zone of(String id) {
        return new Zone(id);
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }
}
