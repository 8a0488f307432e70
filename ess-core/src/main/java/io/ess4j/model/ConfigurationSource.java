package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;

/**
 * What an instance was launched from: a scaling configuration or a version of a launch template, and when that source
 * was added to the group. Age is by the time of adding, never by version number (guide 4.2).
 *
 * @param id the provider's name of the source, such as {@code asc-1}: 1 to 256 characters without white space
 * @param addedAt when the source was added to the group
 */
public record ConfigurationSource(String id, Instant addedAt) implements Comparable<ConfigurationSource> {
    private static final Comparator<ConfigurationSource> OLDEST_FIRST =
            Comparator.comparing(ConfigurationSource::addedAt).thenComparing(ConfigurationSource::id);

    public ConfigurationSource {
        Checks.name("configuration source id", id);
        requireNonNull(addedAt, "addedAt");
    }

    /** Orders by time of adding, oldest first, then by id. */
    @Override
    public int compareTo(ConfigurationSource other) {
        return OLDEST_FIRST.compare(this, other);
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }
}
