package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.ScalingProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is updated in which batch, or why nothing is (guide map G5.1-1 to G5.1-3, G5.2-1, G5.2-9, C-28-1, C-28-4).
 *
 * <p>n instances in b batches give min(b, n) batches whose sizes differ by at most one, the larger ones first: 10 in 2
 * are 5 and 5, 10 in 3 are 4, 3 and 3. The batches take the instances in the order of the fleet.
 *
 * @param policy how it goes
 * @param rollback whether it takes back an earlier task
 * @param batches the ids of each batch; empty if refused
 * @param leftOut instances that do not take part, in the order of the fleet
 * @param suspendedBefore processes that somebody else has suspended, which stay so
 * @param refusals why nothing is done, in declaration order; empty if something is
 */
public record RollingUpdatePlan(
        RollingUpdatePolicy policy,
        boolean rollback,
        List<List<String>> batches,
        List<LeftOut> leftOut,
        List<ScalingProcess> suspendedBefore,
        List<Refusal> refusals) {
    /** Why a task is refused. */
    public enum Refusal {
        /** A scaling activity is running. */
        ACTIVITY_IN_PROGRESS,
        /** Another task has not ended. */
        TASK_IN_PROGRESS,
        /** Images are updated only in groups that create instances from a scaling configuration. */
        LAUNCHES_FROM_TEMPLATE,
        /** System disks are replaced in groups of servers, containers updated in groups of containers. */
        OTHER_KIND_OF_GROUP,
        /** The task to take back is a rollback itself. */
        SOURCE_IS_ROLLBACK,
        /** The task to take back is running and does not pause. */
        SOURCE_RUNNING,
        /** Another task has been executed since. */
        SOURCE_NOT_LATEST,
        /** Neither the task nor the request says what takes it back. */
        NOTHING_TO_GO_BACK_TO,
        /** The request would do another kind of thing, or to another package or configuration, than the task did. */
        OTHER_KIND_OF_UPDATE,
        /** No instance takes part. */
        NO_INSTANCES
    }

    /** Why an instance does not take part. */
    public enum LeftOutReason {
        /** It is not in service. */
        NOT_IN_SERVICE,
        /** The task that is taken back did not update it. */
        NOT_UPDATED
    }

    /**
     * An instance that does not take part.
     *
     * @param instance the instance
     * @param reason why
     */
    public record LeftOut(Instance instance, LeftOutReason reason) {}

    public RollingUpdatePlan {
        requireNonNull(policy, "policy");
        batches = batches.stream().map(List::copyOf).toList();
        leftOut = List.copyOf(leftOut);
        suspendedBefore = List.copyOf(suspendedBefore);
        refusals = List.copyOf(refusals);
    }

    /**
     * Plans a rolling update.
     *
     * @param policy how it goes
     * @param situation what the group is
     * @return the plan
     */
    public static RollingUpdatePlan of(RollingUpdatePolicy policy, UpdateSituation situation) {
        List<String> ids = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Instance instance : situation.fleet()) {
            if (instance.state() == LifecycleState.IN_SERVICE) {
                ids.add(instance.id());
            } else {
                leftOut.add(new LeftOut(instance, LeftOutReason.NOT_IN_SERVICE));
            }
        }
        List<Refusal> refusals = refusals(policy.action(), situation, ids.isEmpty());
        return new RollingUpdatePlan(
                policy,
                false,
                refusals.isEmpty() ? divide(ids, policy.batches()) : List.of(),
                leftOut,
                situation.suspended(),
                refusals);
    }

    static List<Refusal> refusals(UpdateAction action, UpdateSituation situation, boolean nobody) {
        List<Refusal> refusals = new ArrayList<>();
        if (situation.activityInProgress()) {
            refusals.add(Refusal.ACTIVITY_IN_PROGRESS);
        }
        if (situation.taskInProgress()) {
            refusals.add(Refusal.TASK_IN_PROGRESS);
        }
        if (situation.launchesFromTemplate() && action instanceof UpdateAction.Image) {
            refusals.add(Refusal.LAUNCHES_FROM_TEMPLATE);
        }
        boolean fits = situation.containers()
                ? !(action instanceof UpdateAction.Image)
                : !(action instanceof UpdateAction.ContainerGroup);
        if (!fits) {
            refusals.add(Refusal.OTHER_KIND_OF_GROUP);
        }
        if (nobody) {
            refusals.add(Refusal.NO_INSTANCES);
        }
        return refusals;
    }

    /**
     * Divides instances into batches.
     *
     * @param ids the instances
     * @param batches how many batches are wanted, 1 or more
     * @return min(batches, ids) batches in the order of the ids, sizes differing by at most one, larger ones first
     * @throws IllegalArgumentException if less than one batch is wanted
     */
    public static List<List<String>> divide(List<String> ids, int batches) {
        List<String> problems = new ArrayList<>();
        RolloutChecks.between("batches", batches, 1, Integer.MAX_VALUE, problems);
        RolloutChecks.none(problems);
        int count = Math.min(batches, ids.size());
        List<List<String>> divided = new ArrayList<>();
        int from = 0;
        for (int batch = 0; batch < count; batch++) {
            int to = from + ids.size() / count + (batch < ids.size() % count ? 1 : 0);
            divided.add(List.copyOf(ids.subList(from, to)));
            from = to;
        }
        return divided;
    }
}
