package io.ess4j;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import java.util.List;

/** Looks after stopped instances, and costs nothing in groups that have none (guide map G3.3-4, G3.3-5, C-6-2). */
final class Stopped {
    private Stopped() {}

    /** The fleet with its stopped instances in the order of starting. */
    static Fleet inStartOrder(GroupState state) {
        return state.fleet().count(LifecycleState.STOPPED) == 0
                ? state.fleet()
                : state.stopPool().inStartOrder(state.fleet());
    }

    /** The stopped instances that no longer fit under the maximum beside those in service. */
    static List<Instance> surplus(GroupState state, Fleet fleet, CapacityLimits limits) {
        return fleet.count(LifecycleState.STOPPED) == 0
                ? List.of()
                : state.stopPool().surplus(fleet, limits.max());
    }
}
