package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Tag;

/**
 * A tag of a group.
 *
 * @param tag the tag
 * @param propagated whether new instances get it too
 */
public record GroupTag(Tag tag, boolean propagated) {
    public GroupTag {
        requireNonNull(tag, "tag");
    }
}
