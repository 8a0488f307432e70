package io.ess4j.elasticity;

import java.util.List;

/**
 * How a group's strength has changed between two assessments.
 *
 * @param before available pools then
 * @param after available pools now
 * @param gained pools available now that were not, in the later assessment's order
 * @param lost pools available then that are no longer, whether they fail now or left the group, in the earlier order
 * @param failing those of the lost pools that the group still has, with the reasons of now, in the later order
 */
public record StrengthTrend(
        int before, int after, List<ResourcePool> gained, List<ResourcePool> lost, List<ResourcePool> failing) {
    /** Which way the number of available pools went. */
    public enum Direction {
        /** More pools are available. */
        RISING,
        /** As many pools are available, perhaps other ones. */
        LEVEL,
        /** Fewer pools are available. */
        FALLING
    }

    public StrengthTrend {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        failing = List.copyOf(failing);
    }

    /**
     * Which way the number of available pools went.
     *
     * @return the direction
     */
    public Direction direction() {
        return after > before ? Direction.RISING : after < before ? Direction.FALLING : Direction.LEVEL;
    }

    /**
     * Whether the level changed, not only the number.
     *
     * @return true if weak, medium or strong is not what it was
     */
    public boolean crossedLevel() {
        return ElasticityStrength.of(before) != ElasticityStrength.of(after);
    }
}
