package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import java.util.List;
import java.util.Optional;

/**
 * How instances leave a group by hand (guide map C-19-3, C-19-5). Detaching never stops or releases; removing releases
 * or stops what the group has created or was entrusted with, and lets the others run on.
 *
 * @param policy how the group lets instances go
 * @param bindings what its instances are bound to
 * @param hooked whether they meet hooks on the way out
 */
public record Departure(ReclaimPolicy policy, Bindings bindings, boolean hooked) {
    public Departure {
        requireNonNull(policy, "policy");
        requireNonNull(bindings, "bindings");
    }

    /**
     * Removes instances. Those in standby and in the stop pool may be removed; those that are protected only if forced.
     * A stopped instance has nothing to stop or unbind and is released whatever is wished.
     *
     * @param fleet the instances
     * @param ids which of them
     * @param wish what is to become of those that the group releases
     * @param forced whether protection does not count
     * @return the instances on their way out, and who was refused
     */
    public ChangePlan remove(Fleet fleet, List<String> ids, RemovePolicy wish, boolean forced) {
        return RequestedChange.plan(
                fleet,
                ids,
                instance -> refusal(instance, forced),
                instance -> instance.state() == LifecycleState.STOPPED
                        ? new ChangePlan.Change(instance, List.of(LifecycleStep.Plain.RELEASE))
                        : leaving(instance, policy.way(instance.origin(), wish)));
    }

    /**
     * Detaches instances; they run on. Instances of the stop pool cannot be detached.
     *
     * @param fleet the instances
     * @param ids which of them
     * @param forced whether protection does not count
     * @return the instances on their way out, and who was refused
     */
    public ChangePlan detach(Fleet fleet, List<String> ids, boolean forced) {
        return RequestedChange.plan(
                fleet,
                ids,
                instance -> instance.state() == LifecycleState.STOPPED
                        ? Optional.of(ChangePlan.Reason.WRONG_STATE)
                        : refusal(instance, forced),
                instance -> leaving(instance, StepSequence.Way.LEAVE));
    }

    /**
     * The sequence of an instance that a rule or check takes out.
     *
     * @param instance the instance
     * @param tolerant whether failing bound resources are passed over, as for unhealthy instances
     * @return its steps
     */
    public StepSequence sequence(Instance instance, boolean tolerant) {
        return sequence(policy.way(instance.origin()), tolerant);
    }

    private StepSequence sequence(StepSequence.Way way, boolean tolerant) {
        return StepSequence.leaving(way, bindings, hooked, policy.stop(way), tolerant);
    }

    private ChangePlan.Change leaving(Instance instance, StepSequence.Way way) {
        return new ChangePlan.Change(
                instance.withState(LifecycleState.REMOVING), sequence(way, true).steps());
    }

    private static Optional<ChangePlan.Reason> refusal(Instance instance, boolean forced) {
        return switch (instance.state()) {
            case PROTECTED -> forced ? Optional.empty() : Optional.of(ChangePlan.Reason.PROTECTED);
            case IN_SERVICE, STANDBY, STOPPED -> Optional.empty();
            case PENDING, PENDING_WAIT, REMOVING, REMOVING_WAIT -> Optional.of(ChangePlan.Reason.WRONG_STATE);
        };
    }

    /**
     * Whether removing or detaching would leave less than the minimum, for which the whole request is refused. Health
     * checks do not ask.
     *
     * @param fleet the instances
     * @param plan who leaves
     * @param min the least capacity of the group
     * @return true if capacity would fall below it
     */
    public static boolean fallsBelow(Fleet fleet, ChangePlan plan, int min) {
        long leaving = plan.changes().stream()
                .filter(c -> c.after().state() != LifecycleState.STOPPED)
                .mapToLong(c -> c.after().weight())
                .sum();
        return leaving > 0 && fleet.capacity() - leaving < min;
    }
}
