package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * What an instance was launched from: a scaling configuration or a version of a launch template, and when that source
 * was added to the group. Age is by the time of adding, never by version number (guide 4.2).
 *
 * @param id the provider's name of the source, such as {@code asc-1}: 1 to 256 characters without white space
 * @param addedAt when the source was added to the group
 * @param templateVersion the version number, if the source is a version of a launch template: 1 or more
 */
public record ConfigurationSource(String id, Instant addedAt, OptionalInt templateVersion)
        implements Comparable<ConfigurationSource> {
    private static final Comparator<ConfigurationSource> OLDEST_FIRST = Comparator.comparing(
                    ConfigurationSource::addedAt)
            .thenComparing(ConfigurationSource::id)
            .thenComparing(s -> s.templateVersion().orElse(0));

    public ConfigurationSource {
        Checks.name("configuration source id", id);
        requireNonNull(addedAt, "addedAt");
        requireNonNull(templateVersion, "templateVersion");
        Checks.atLeast("templateVersion of " + id, templateVersion.orElse(1), 1);
    }

    /**
     * A scaling configuration.
     *
     * @param id the provider's name of the configuration
     * @param addedAt when it was added to the group
     */
    public ConfigurationSource(String id, Instant addedAt) {
        this(id, addedAt, OptionalInt.empty());
    }

    /**
     * A version of a launch template.
     *
     * @param id the provider's name of the template
     * @param version the version number, 1 or more
     * @param addedAt when that version was added to the group
     * @return the source
     * @throws IllegalArgumentException if the id is no name or the version below 1
     */
    public static ConfigurationSource ofTemplate(String id, int version, Instant addedAt) {
        return new ConfigurationSource(id, addedAt, OptionalInt.of(version));
    }

    /** Orders by time of adding, oldest first, then by id and version. */
    @Override
    public int compareTo(ConfigurationSource other) {
        return OLDEST_FIRST.compare(this, other);
    }

    /** Returns the id, and the version after a colon if there is one. */
    @Override
    public String toString() {
        return templateVersion.isPresent() ? id + ":" + templateVersion.getAsInt() : id;
    }
}
