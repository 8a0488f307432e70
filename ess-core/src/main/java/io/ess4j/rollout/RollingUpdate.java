package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.ScalingProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rolling update on its way: batch after batch goes to standby, is updated, and returns to service, each instance as
 * soon as its own update is done (guide map G5.1-8, C-28-2). A failure makes the task wait until somebody tries the
 * instance again, passes over it or gives it up.
 *
 * <p>When the last batch is done, an image update rewrites the image of the scaling configuration if any instance took
 * it, and the processes are resumed, except those that somebody else had suspended before. A cancelled task resumes
 * nothing: {@link #heldProcesses} and {@link #inStandby} say what is left to do by hand.
 *
 * @param plan who takes part
 * @param status how far the task is
 * @param batch the batch it has come to, counted from 0
 * @param members the instances, in the order of the batches
 */
public record RollingUpdate(RollingUpdatePlan plan, Status status, int batch, List<Member> members) {
    /** How far a task is. */
    public enum Status {
        /** Instances are being updated. */
        RUNNING,
        /** A batch is done, and it waits to be told to go on. */
        BATCH_PAUSE,
        /** More instances have failed than may, and it waits for a decision on them. */
        FAILURE_PAUSE,
        /** All batches are done, and no instance is shown as failed. */
        SUCCESS,
        /** All batches are done, and some instance is shown as failed. */
        FAILED,
        /** Somebody cancelled it. */
        CANCELLED;

        /**
         * Whether nothing happens any more.
         *
         * @return true for SUCCESS, FAILED and CANCELLED
         */
        public boolean isOver() {
            return this == SUCCESS || this == FAILED || this == CANCELLED;
        }
    }

    /** How far an instance is. */
    public enum MemberStatus {
        /** Its batch has not begun. */
        WAITING,
        /** It is being updated. */
        UPDATING,
        /** It is updated. */
        UPDATED,
        /** Its update failed. */
        FAILED,
        /** It was passed over; shown as a success, but not updated. */
        SKIPPED,
        /** It was given up; shown as failed. */
        GIVEN_UP
    }

    /**
     * An instance of the task.
     *
     * @param id its id
     * @param batch its batch, counted from 0
     * @param status how far it is
     * @param standby whether the task has set it aside and not taken it back
     */
    public record Member(String id, int batch, MemberStatus status, boolean standby) {}

    /** Why an event changed nothing. */
    public enum Refusal {
        /** The task is over. */
        OVER,
        /** The instance does not take part. */
        UNKNOWN_INSTANCE,
        /** The instance is not in a state for it. */
        WRONG_STATUS,
        /** The task does not pause after a batch. */
        NOT_PAUSED
    }

    /**
     * What a step has come to.
     *
     * @param next the task afterwards
     * @param commands what to do now, in order
     * @param refusal why the event changed nothing, if it did not
     */
    public record Step(RollingUpdate next, List<UpdateCommand> commands, Optional<Refusal> refusal) {
        public Step {
            commands = List.copyOf(commands);
        }
    }

    public RollingUpdate {
        requireNonNull(plan, "plan");
        requireNonNull(status, "status");
        members = List.copyOf(members);
    }

    /**
     * Starts a task.
     *
     * @param plan who takes part
     * @return the task, and the first commands
     * @throws IllegalArgumentException if the plan was refused
     */
    public static Step start(RollingUpdatePlan plan) {
        if (!plan.refusals().isEmpty()) {
            throw new IllegalArgumentException("plan must not be refused, but is because of " + plan.refusals());
        }
        List<Member> members = new ArrayList<>();
        for (int batch = 0; batch < plan.batches().size(); batch++) {
            for (String id : plan.batches().get(batch)) {
                members.add(new Member(id, batch, MemberStatus.WAITING, false));
            }
        }
        List<UpdateCommand> commands = new ArrayList<>();
        List<ScalingProcess> suspended = new ArrayList<>(plan.policy().suspended());
        suspended.removeAll(plan.suspendedBefore());
        if (!suspended.isEmpty()) {
            commands.add(new UpdateCommand.Suspend(suspended));
        }
        RollingUpdate task = new RollingUpdate(plan, Status.RUNNING, 0, members).begin(0, commands);
        return new Step(task, commands, Optional.empty());
    }

    /**
     * What follows from an event, in O(n).
     *
     * @param event what happened
     * @return the task afterwards, and what to do now
     */
    public Step step(UpdateEvent event) {
        if (status.isOver()) {
            return refused(Refusal.OVER);
        }
        if (event instanceof UpdateEvent.Cancel) {
            return new Step(with(Status.CANCELLED, batch), List.of(), Optional.empty());
        }
        if (event instanceof UpdateEvent.Proceed) {
            if (status != Status.BATCH_PAUSE) {
                return refused(Refusal.NOT_PAUSED);
            }
            List<UpdateCommand> commands = new ArrayList<>();
            RollingUpdate next =
                    with(Status.RUNNING, batch + 1).begin(batch + 1, commands).advance(commands);
            return new Step(next, commands, Optional.empty());
        }
        return ofMember(Transition.of(event, plan.policy().action()));
    }

    private Step ofMember(Transition transition) {
        int row = indexOf(transition.instance());
        if (row < 0) {
            return refused(Refusal.UNKNOWN_INSTANCE);
        }
        Member member = members.get(row);
        if (!transition.from().contains(member.status())) {
            return refused(Refusal.WRONG_STATUS);
        }
        boolean returns = transition.to() == MemberStatus.UPDATED;
        List<Member> changed = new ArrayList<>(members);
        changed.set(row, new Member(member.id(), member.batch(), transition.to(), member.standby() && !returns));
        List<UpdateCommand> commands = new ArrayList<>(transition.commands());
        RollingUpdate next = new RollingUpdate(plan, status, batch, changed).advance(commands);
        return new Step(next, commands, Optional.empty());
    }

    /** Waits, goes on to the next batch, or ends; each turn of the loop leaves a batch behind. */
    private RollingUpdate advance(List<UpdateCommand> commands) {
        if (status == Status.BATCH_PAUSE) {
            return this;
        }
        if (count(MemberStatus.FAILED) > plan.policy().mostFailures()) {
            return with(Status.FAILURE_PAUSE, batch);
        }
        RollingUpdate task = with(Status.RUNNING, batch);
        while (task.count(MemberStatus.UPDATING) == 0) {
            int last = plan.batches().size() - 1;
            if (task.batch == last) {
                return task.finish(commands);
            }
            if (plan.policy().pause().pausesAfter(task.batch)) {
                return task.with(Status.BATCH_PAUSE, task.batch);
            }
            task = task.with(Status.RUNNING, task.batch + 1).begin(task.batch + 1, commands);
        }
        return task;
    }

    private RollingUpdate begin(int next, List<UpdateCommand> commands) {
        List<String> ids = new ArrayList<>();
        List<Member> changed = new ArrayList<>();
        for (Member member : members) {
            boolean begins = member.batch() == next && member.status() == MemberStatus.WAITING;
            changed.add(begins ? new Member(member.id(), next, MemberStatus.UPDATING, true) : member);
            if (begins) {
                ids.add(member.id());
            }
        }
        if (!ids.isEmpty()) {
            commands.add(new UpdateCommand.EnterStandby(ids));
            ids.forEach(id ->
                    commands.add(new UpdateCommand.Update(id, plan.policy().action())));
        }
        return new RollingUpdate(plan, status, next, changed);
    }

    private RollingUpdate finish(List<UpdateCommand> commands) {
        if (plan.policy().action() instanceof UpdateAction.Image image && count(MemberStatus.UPDATED) > 0) {
            commands.add(new UpdateCommand.RewriteImage(image.configuration(), image.image()));
        }
        if (plan.policy().action() instanceof UpdateAction.ContainerGroup group && count(MemberStatus.UPDATED) > 0) {
            commands.add(new UpdateCommand.RewriteContainers(group.configuration(), group.containers(), group.how()));
        }
        List<ScalingProcess> resumed = new ArrayList<>(plan.policy().resumed());
        resumed.removeAll(plan.suspendedBefore());
        if (!resumed.isEmpty()) {
            commands.add(new UpdateCommand.Resume(resumed));
        }
        boolean failed = count(MemberStatus.FAILED) + count(MemberStatus.GIVEN_UP) > 0;
        return with(failed ? Status.FAILED : Status.SUCCESS, batch);
    }

    private RollingUpdate with(Status nextStatus, int nextBatch) {
        return new RollingUpdate(plan, nextStatus, nextBatch, members);
    }

    private Step refused(Refusal refusal) {
        return new Step(this, List.of(), Optional.of(refusal));
    }

    private int indexOf(String id) {
        for (int row = 0; row < members.size(); row++) {
            if (members.get(row).id().equals(id)) {
                return row;
            }
        }
        return -1;
    }

    /**
     * How many instances are in a status.
     *
     * @param wanted the status
     * @return the count
     */
    public int count(MemberStatus wanted) {
        return (int) members.stream().filter(m -> m.status() == wanted).count();
    }

    /**
     * The instances that are updated, and that a rollback would take back.
     *
     * @return their ids in the order of the batches
     */
    public List<String> updated() {
        return members.stream()
                .filter(m -> m.status() == MemberStatus.UPDATED)
                .map(Member::id)
                .toList();
    }

    /**
     * The instances that the task has set aside. When it is over, they are to be taken back by hand.
     *
     * @return their ids in the order of the batches
     */
    public List<String> inStandby() {
        return members.stream().filter(Member::standby).map(Member::id).toList();
    }

    /**
     * The processes that the task has suspended and not resumed. When it is over, they are to be resumed by hand.
     *
     * @return the processes in the order of the policy
     */
    public List<ScalingProcess> heldProcesses() {
        List<ScalingProcess> held = new ArrayList<>(plan.policy().suspended());
        held.removeAll(plan.suspendedBefore());
        if (status == Status.SUCCESS || status == Status.FAILED) {
            held.removeAll(plan.policy().resumed());
        }
        return List.copyOf(held);
    }

    /** What an event does to the instance it names. */
    private record Transition(String instance, List<MemberStatus> from, MemberStatus to, List<UpdateCommand> commands) {
        private static final List<MemberStatus> UNDONE =
                List.of(MemberStatus.WAITING, MemberStatus.UPDATING, MemberStatus.FAILED);

        static Transition of(UpdateEvent event, UpdateAction action) {
            if (event instanceof UpdateEvent.Updated e) {
                return new Transition(
                        e.instance(),
                        List.of(MemberStatus.UPDATING),
                        MemberStatus.UPDATED,
                        List.of(new UpdateCommand.ExitStandby(e.instance())));
            }
            if (event instanceof UpdateEvent.Failed e) {
                return new Transition(e.instance(), List.of(MemberStatus.UPDATING), MemberStatus.FAILED, List.of());
            }
            if (event instanceof UpdateEvent.Retry e) {
                return new Transition(
                        e.instance(),
                        List.of(MemberStatus.FAILED),
                        MemberStatus.UPDATING,
                        List.of(new UpdateCommand.Update(e.instance(), action)));
            }
            if (event instanceof UpdateEvent.Skip e) {
                return new Transition(e.instance(), UNDONE, MemberStatus.SKIPPED, List.of());
            }
            if (event instanceof UpdateEvent.GiveUp e) {
                return new Transition(e.instance(), UNDONE, MemberStatus.GIVEN_UP, List.of());
            }
            throw new AssertionError(event);
        }
    }
}
