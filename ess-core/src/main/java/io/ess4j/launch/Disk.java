package io.ess4j.launch;

import io.ess4j.model.text.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A disk of new instances: a size, and categories of which the first that can be had is taken.
 *
 * @param categories such as {@code cloud_essd}, {@code cloud_ssd}: the preferred first, each once, at least one
 * @param sizeGib the size in GiB, 1 or more
 */
public record Disk(List<String> categories, int sizeGib) {
    public Disk {
        categories = List.copyOf(categories);
        categories.forEach(c -> Names.check("disk category", c));
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("categories must hold at least one category");
        }
        if (new HashSet<>(categories).size() < categories.size()) {
            throw new IllegalArgumentException("categories (" + categories + ") must name each only once");
        }
        if (sizeGib < 1) {
            throw new IllegalArgumentException("sizeGib (" + sizeGib + ") must be >= 1");
        }
    }

    /**
     * A disk with fallbacks.
     *
     * @param sizeGib the size in GiB, 1 or more
     * @param categories the preferred category first
     * @return the disk
     * @throws IllegalArgumentException if a value is out of range
     */
    public static Disk of(int sizeGib, String... categories) {
        return new Disk(List.of(categories), sizeGib);
    }

    /**
     * The category that an instance gets.
     *
     * @param available what can be had
     * @return the first of this disk's categories that is available, or empty
     */
    public Optional<String> choose(List<String> available) {
        return categories.stream().filter(available::contains).findFirst();
    }
}
