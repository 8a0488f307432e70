package io.ess4j.lifecycle;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import java.util.List;
import java.util.Optional;

/**
 * Sets instances aside and takes them back (guide map C-19-4). In standby an instance gets no traffic, its health is
 * not looked at and no rule removes it; leaving standby gives it the weight of its configuration again.
 */
public final class Standby {
    private Standby() {}

    /**
     * Sets instances in service aside, in O(n) for each id.
     *
     * @param fleet the instances
     * @param ids which of them
     * @param bindings what they are bound to
     * @return the instances in standby, with a weight of 0 for each load balancer, and who was refused
     */
    public static ChangePlan enter(Fleet fleet, List<String> ids, Bindings bindings) {
        return change(fleet, ids, LifecycleState.IN_SERVICE, LifecycleState.STANDBY, weights(bindings, false));
    }

    /**
     * Takes instances in standby back into service.
     *
     * @param fleet the instances
     * @param ids which of them
     * @param bindings what they are bound to, with the weight of their configuration
     * @return the instances in service, with that weight for each load balancer, and who was refused
     */
    public static ChangePlan exit(Fleet fleet, List<String> ids, Bindings bindings) {
        return change(fleet, ids, LifecycleState.STANDBY, LifecycleState.IN_SERVICE, weights(bindings, true));
    }

    private static List<LifecycleStep> weights(Bindings bindings, boolean on) {
        return bindings.loadBalancers().stream()
                .<LifecycleStep>map(
                        id -> new LifecycleStep.SetWeight(id, on ? 0 : bindings.weight(), on ? bindings.weight() : 0))
                .toList();
    }

    static ChangePlan change(
            Fleet fleet, List<String> ids, LifecycleState from, LifecycleState to, List<LifecycleStep> steps) {
        return RequestedChange.plan(
                fleet,
                ids,
                instance -> instance.state() == from ? Optional.empty() : Optional.of(ChangePlan.Reason.WRONG_STATE),
                (Instance instance) -> new ChangePlan.Change(instance.withState(to), steps));
    }
}
