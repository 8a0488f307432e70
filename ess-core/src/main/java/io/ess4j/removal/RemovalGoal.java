package io.ess4j.removal;

/**
 * How much a scale-in may take: at most some instances, while capacity is at or above one bound, and never below
 * another.
 *
 * @param mostInstances how many instances may leave at most, 0 or more
 * @param whileAtLeast removal goes on only while capacity is at least this, 0 or more
 * @param neverBelow an instance stays if capacity without it would be below this, 0 or more
 */
public record RemovalGoal(int mostInstances, long whileAtLeast, long neverBelow) {
    public RemovalGoal {
        if (mostInstances < 0 || whileAtLeast < 0 || neverBelow < 0) {
            throw new IllegalArgumentException("mostInstances (" + mostInstances + "), whileAtLeast (" + whileAtLeast
                    + ") and neverBelow (" + neverBelow + ") must be >= 0");
        }
    }

    /**
     * That many instances, whatever their weight.
     *
     * @param instances how many leave, 0 or more
     * @return the goal
     * @throws IllegalArgumentException if the number is negative
     */
    public static RemovalGoal count(int instances) {
        return new RemovalGoal(instances, 0, 0);
    }

    /**
     * This goal with at most so many instances.
     *
     * @param instances how many may leave, 0 or more
     * @return a changed copy, with the smaller of both bounds
     * @throws IllegalArgumentException if the number is negative
     */
    public RemovalGoal atMost(int instances) {
        return new RemovalGoal(Math.min(mostInstances, instances), whileAtLeast, neverBelow);
    }

    /**
     * Down to a capacity: instances leave while capacity is at least {@code goal + largestWeight}, and none leaves
     * whose weight would bring capacity below the goal (guide 1.6, guide map C-3-1).
     *
     * @param goal the capacity to keep, 0 or more
     * @param largestWeight the largest weight of the group, 1 or more
     * @return the goal
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RemovalGoal downTo(long goal, int largestWeight) {
        if (largestWeight < 1) {
            throw new IllegalArgumentException("largestWeight (" + largestWeight + ") must be >= 1");
        }
        return new RemovalGoal(Integer.MAX_VALUE, Math.addExact(goal, largestWeight), goal);
    }
}
