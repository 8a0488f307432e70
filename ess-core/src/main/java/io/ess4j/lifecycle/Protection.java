package io.ess4j.lifecycle;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import java.util.List;

/** Protects instances from scale-in and from the health check, without touching their traffic (guide map G1.1-6). */
public final class Protection {
    private Protection() {}

    /**
     * Protects instances in service, in O(n) for each id.
     *
     * @param fleet the instances
     * @param ids which of them
     * @return the protected instances, with nothing to do at the load balancers, and who was refused
     */
    public static ChangePlan protect(Fleet fleet, List<String> ids) {
        return Standby.change(fleet, ids, LifecycleState.IN_SERVICE, LifecycleState.PROTECTED, List.of());
    }

    /**
     * Ends the protection of instances.
     *
     * @param fleet the instances
     * @param ids which of them
     * @return the instances in service, and who was refused
     */
    public static ChangePlan unprotect(Fleet fleet, List<String> ids) {
        return Standby.change(fleet, ids, LifecycleState.PROTECTED, LifecycleState.IN_SERVICE, List.of());
    }
}
