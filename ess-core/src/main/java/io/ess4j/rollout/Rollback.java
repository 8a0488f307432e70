package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.ScalingProcess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back a rolling update: a task that pauses, or the one that was executed last (guide map G5.2-5 to G5.2-8,
 * C-28-3). Only instances that were updated take part. Which processes are suspended and resumed follows from the task
 * that is taken back; what it has left suspended is resumed in the end. A rollback cannot be taken back.
 *
 * @param action what to do instead of what the task names for its rollback, if something else
 * @param batches into how many batches the instances are divided, 1 or more
 * @param pause after which batches it waits
 */
public record Rollback(Optional<UpdateAction> action, int batches, PauseOption pause) {
    /**
     * What a rollback comes to.
     *
     * @param cancelsSource whether the task that is taken back is cancelled first, because it pauses
     * @param plan who is taken back, or why nobody is
     */
    public record Plan(boolean cancelsSource, RollingUpdatePlan plan) {
        public Plan {
            requireNonNull(plan, "plan");
        }
    }

    public Rollback {
        requireNonNull(action, "action");
        requireNonNull(pause, "pause");
        List<String> problems = new ArrayList<>();
        RolloutChecks.between("batches", batches, 1, Integer.MAX_VALUE, problems);
        RolloutChecks.none(problems);
    }

    /**
     * Plans the rollback of a task. A task that pauses does not count as a task in progress.
     *
     * @param source the task
     * @param latest whether no other task has been executed since
     * @param situation what the group is
     * @return the plan
     */
    public Plan plan(RollingUpdate source, boolean latest, UpdateSituation situation) {
        UpdateAction done = source.plan().policy().action();
        Optional<UpdateAction> back = action.isPresent() ? action : done.rollback();
        List<String> ids = new ArrayList<>();
        List<RollingUpdatePlan.LeftOut> leftOut = new ArrayList<>();
        // Membership only; the order of hashing is never seen.
        Set<String> updated = new HashSet<>(source.updated());
        for (Instance instance : situation.fleet()) {
            boolean inService = instance.state() == LifecycleState.IN_SERVICE;
            if (inService && updated.contains(instance.id())) {
                ids.add(instance.id());
            } else {
                leftOut.add(new RollingUpdatePlan.LeftOut(
                        instance,
                        inService
                                ? RollingUpdatePlan.LeftOutReason.NOT_UPDATED
                                : RollingUpdatePlan.LeftOutReason.NOT_IN_SERVICE));
            }
        }
        boolean pauses = pauses(source);
        UpdateSituation seen = pauses ? situation.withoutTask() : situation;
        List<RollingUpdatePlan.Refusal> refusals =
                new ArrayList<>(RollingUpdatePlan.refusals(back.orElse(done), seen, ids.isEmpty()));
        refusals.addAll(sourceRefusals(source, latest, back));
        return new Plan(
                pauses && refusals.isEmpty(),
                new RollingUpdatePlan(
                        policy(source, back.orElse(done)),
                        true,
                        refusals.isEmpty() ? RollingUpdatePlan.divide(ids, batches) : List.of(),
                        leftOut,
                        suspendedByOthers(source, situation),
                        refusals.stream().sorted().toList()));
    }

    private static boolean pauses(RollingUpdate source) {
        return source.status() == RollingUpdate.Status.BATCH_PAUSE
                || source.status() == RollingUpdate.Status.FAILURE_PAUSE;
    }

    private static List<RollingUpdatePlan.Refusal> sourceRefusals(
            RollingUpdate source, boolean latest, Optional<UpdateAction> back) {
        List<RollingUpdatePlan.Refusal> refusals = new ArrayList<>();
        if (source.plan().rollback()) {
            refusals.add(RollingUpdatePlan.Refusal.SOURCE_IS_ROLLBACK);
        }
        if (source.status() == RollingUpdate.Status.RUNNING) {
            refusals.add(RollingUpdatePlan.Refusal.SOURCE_RUNNING);
        }
        if (!latest) {
            refusals.add(RollingUpdatePlan.Refusal.SOURCE_NOT_LATEST);
        }
        if (back.isEmpty()) {
            refusals.add(RollingUpdatePlan.Refusal.NOTHING_TO_GO_BACK_TO);
        } else if (!sameKind(source.plan().policy().action(), back.get())) {
            refusals.add(RollingUpdatePlan.Refusal.OTHER_KIND_OF_UPDATE);
        }
        return refusals;
    }

    private static boolean sameKind(UpdateAction done, UpdateAction back) {
        if (done instanceof UpdateAction.SoftwarePackage a && back instanceof UpdateAction.SoftwarePackage b) {
            return a.name().equals(b.name());
        }
        if (done instanceof UpdateAction.Image a && back instanceof UpdateAction.Image b) {
            return a.configuration().equals(b.configuration());
        }
        if (done instanceof UpdateAction.ContainerGroup a && back instanceof UpdateAction.ContainerGroup b) {
            return a.configuration().equals(b.configuration());
        }
        return done.getClass().equals(back.getClass());
    }

    private RollingUpdatePolicy policy(RollingUpdate source, UpdateAction back) {
        RollingUpdatePolicy first = source.plan().policy();
        return new RollingUpdatePolicy(back, batches, pause, first.suspended(), first.resumed(), 0, first.role());
    }

    /** What is suspended now and not by the task: a task that was cancelled or pauses still holds its own. */
    private static List<ScalingProcess> suspendedByOthers(RollingUpdate source, UpdateSituation situation) {
        List<ScalingProcess> others = new ArrayList<>(situation.suspended());
        others.removeAll(source.heldProcesses());
        return others;
    }
}
