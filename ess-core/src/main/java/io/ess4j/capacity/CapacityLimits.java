package io.ess4j.capacity;

/**
 * The least and the most capacity of a group, such as 2 to 40 units (guide 1.6, guide map C-1-1).
 *
 * @param min the least capacity, 0 or more
 * @param max the most capacity, at least {@code min}; a weighted group may exceed it by less than its largest weight
 */
public record CapacityLimits(int min, int max) {
    public CapacityLimits {
        if (min < 0) {
            throw new IllegalArgumentException("min (" + min + ") must be >= 0");
        }
        if (max < min) {
            throw new IllegalArgumentException("max (" + max + ") must be >= min (" + min + ")");
        }
    }

    /**
     * Limits from {@code min} to {@code max}.
     *
     * @param min the least capacity, 0 or more
     * @param max the most capacity, at least {@code min}
     * @return the limits
     * @throws IllegalArgumentException if they are negative or out of order
     */
    public static CapacityLimits of(int min, int max) {
        return new CapacityLimits(min, max);
    }

    /**
     * The capacity nearest to a wish within these limits.
     *
     * @param capacity any number of capacity units
     * @return {@code min}, {@code max}, or the wish itself
     */
    public int clamp(long capacity) {
        return (int) Math.max(min, Math.min(max, capacity));
    }

    /**
     * Whether a capacity lies within these limits.
     *
     * @param capacity any number of capacity units
     * @return true from {@code min} to {@code max}, both included
     */
    public boolean contains(long capacity) {
        return capacity >= min && capacity <= max;
    }

    /** Returns {@code min..max}. */
    @Override
    public String toString() {
        return min + ".." + max;
    }
}
