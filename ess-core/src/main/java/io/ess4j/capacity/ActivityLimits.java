package io.ess4j.capacity;

/**
 * How much one scaling activity may do (guide map C-2-6). What is left over is for the next activity: a later check
 * finds the group still off its goal.
 *
 * @param mostInstances how many instances one activity may launch and start, or remove: 1 or more
 */
public record ActivityLimits(int mostInstances) {
    /** The documented quota: 500 instances. */
    public static final ActivityLimits DEFAULT = new ActivityLimits(500);

    public ActivityLimits {
        if (mostInstances < 1) {
            throw new IllegalArgumentException("mostInstances (" + mostInstances + ") must be >= 1");
        }
    }
}
