package io.ess4j.model;

/**
 * An isolated part of a region, such as {@code cn-hangzhou-h}. Zones are equal when their ids are equal; which zone a
 * group prefers is said by the order of the group's zone list, never by their names.
 *
 * @param id the provider's name of the zone: 1 to 256 characters without white space
 */
public record Zone(String id) implements Comparable<Zone> {
    public Zone {
        Checks.name("zone id", id);
    }

    /**
     * The zone of that id.
     *
     * @param id the provider's name of the zone
     * @return the zone
     * @throws IllegalArgumentException if the id is empty, too long, or holds white space
     */
    public static Zone of(String id) {
        return new Zone(id);
    }

    /** Compares ids by code unit. */
    @Override
    public int compareTo(Zone other) {
        return id.compareTo(other.id);
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }
}
