package io.ess4j.removal;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import java.util.ArrayList;
import java.util.List;

/**
 * Which instances leave, in order; those that stay and why are worked out when asked for.
 *
 * @param fleet the instances that were looked at
 * @param policy the order of leaving
 * @param goal how much was to go
 * @param rows the rows of the fleet that leave, in order
 */
public record RemovalPlan(Fleet fleet, RemovalPolicy policy, RemovalGoal goal, List<Integer> rows) {
    /**
     * An instance that stays.
     *
     * @param instance the instance
     * @param reason why it stays
     */
    public record Kept(Instance instance, KeptReason reason) {}

    public RemovalPlan {
        rows = List.copyOf(rows);
    }

    /**
     * The instances that leave, first one first.
     *
     * @return an unmodifiable list, empty if nobody leaves
     */
    public List<Instance> removed() {
        return rows.stream().map(fleet::instance).toList();
    }

    /**
     * The capacity that leaves.
     *
     * @return the sum of the removed instances' weights
     */
    public long capacity() {
        return rows.stream().mapToLong(row -> fleet.instance(row).weight()).sum();
    }

    /**
     * The instances that stay, each with its reason, in O(n).
     *
     * @return an unmodifiable list in the order of the fleet
     */
    public List<Kept> kept() {
        boolean[] leaves = new boolean[fleet.size()];
        rows.forEach(row -> leaves[row] = true);
        long left = fleet.capacity() - capacity();
        List<Kept> kept = new ArrayList<>();
        for (int row = 0; row < fleet.size(); row++) {
            if (!leaves[row]) {
                Instance instance = fleet.instance(row);
                kept.add(new Kept(instance, reason(instance, left)));
            }
        }
        return List.copyOf(kept);
    }

    private KeptReason reason(Instance instance, long left) {
        if (instance.state() == LifecycleState.PROTECTED) {
            return KeptReason.PROTECTED;
        }
        if (instance.state() == LifecycleState.STANDBY) {
            return KeptReason.STANDBY;
        }
        if (instance.state() != LifecycleState.IN_SERVICE) {
            return KeptReason.NOT_IN_SERVICE;
        }
        boolean wanted = rows.size() < goal.mostInstances() && left >= goal.whileAtLeast();
        return wanted ? KeptReason.CAPACITY_WOULD_FALL_BELOW_GOAL : KeptReason.OTHERS_LEAVE_FIRST;
    }
}
