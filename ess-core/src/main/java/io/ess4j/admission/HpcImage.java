package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;

/**
 * The image that replaces the operating system of nodes that join a computing cluster.
 *
 * @param id the image's id
 * @param system the operating system that it holds
 * @param owner whose image it is
 */
public record HpcImage(String id, OperatingSystem system, Owner owner) {
    /** Whose image it is. */
    public enum Owner {
        /** A public image of the provider; the default. */
        SYSTEM,
        /** An image of the caller's own. */
        SELF,
        /** An image that another account shares. */
        OTHERS,
        /** An image of the marketplace. */
        MARKETPLACE
    }

    public HpcImage {
        Names.check("image id", id);
        requireNonNull(system, "system");
        requireNonNull(owner, "owner");
    }

    /**
     * A public image.
     *
     * @param id the image's id
     * @param system the operating system that it holds
     * @return the image
     * @throws IllegalArgumentException if the id is no identifier
     */
    public static HpcImage of(String id, OperatingSystem system) {
        return new HpcImage(id, system, Owner.SYSTEM);
    }
}
