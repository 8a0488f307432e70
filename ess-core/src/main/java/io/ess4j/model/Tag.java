package io.ess4j.model;

import static java.util.Objects.requireNonNull;

/**
 * A label on a group or an instance. Keys are case-sensitive.
 *
 * @param key what the label says something about: 1 to 256 characters without white space
 * @param value what it says; may be empty
 */
public record Tag(String key, String value) {
    public Tag {
        Checks.name("tag key", key);
        requireNonNull(value, "value");
        if (value.length() > Checks.MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("value of tag " + key + " must have at most " + Checks.MAX_NAME_LENGTH
                    + " characters, but has " + value.length());
        }
    }

    /** Returns {@code key=value}. */
    @Override
    public String toString() {
        return key + "=" + value;
    }
}
