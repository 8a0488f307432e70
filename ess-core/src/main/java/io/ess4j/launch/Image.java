package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;

/**
 * The image that instances start from.
 *
 * @param id the image's id
 * @param platform the kind of its operating system
 */
public record Image(String id, Platform platform) {
    /** Kinds of operating systems. */
    public enum Platform {
        /** Any Linux. */
        LINUX,
        /** Any Windows. */
        WINDOWS
    }

    public Image {
        Names.check("image id", id);
        requireNonNull(platform, "platform");
    }

    /**
     * An image of Linux.
     *
     * @param id the image's id
     * @return the image
     * @throws IllegalArgumentException if the id is no identifier
     */
    public static Image linux(String id) {
        return new Image(id, Platform.LINUX);
    }

    /**
     * An image of Windows.
     *
     * @param id the image's id
     * @return the image
     * @throws IllegalArgumentException if the id is no identifier
     */
    public static Image windows(String id) {
        return new Image(id, Platform.WINDOWS);
    }
}
