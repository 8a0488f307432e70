package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.LifecycleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One instance on its way into or out of its group: the state machine of the lifecycle states (guide map C-15-1 to
 * C-15-3). It takes one step of its sequence after the other and waits in its hooks. If a step fails, what was done is
 * undone and only this instance is given up; the activity and the other instances go on (guide map C-16-2).
 *
 * <p>Example: an instance whose load balancer is full fails at {@code AddBackend}. The commands are then: off the
 * allow-list, stop, count out, release; the result is {@link TransitionResult#ROLLED_BACK}.
 *
 * @param id the instance
 * @param sequence its steps
 * @param hooks the hooks it waits in, and how long it may be held
 * @param position how many steps are done
 * @param since when the step under way began
 * @param hookWait its hooks, once it has come to them
 * @param result how the way has ended, if it has
 * @param at the time of the last step
 */
public record InstanceTransition(
        String id,
        StepSequence sequence,
        Hooks hooks,
        int position,
        Instant since,
        Optional<LifecycleWait> hookWait,
        Optional<TransitionResult> result,
        Instant at) {
    /**
     * The hooks that an instance meets.
     *
     * @param hooks hooks of its direction
     * @param limits how long it may be held
     */
    public record Hooks(List<LifecycleHook> hooks, HookLimits limits) {
        /** No hook. */
        public static final Hooks NONE = new Hooks(List.of(), HookLimits.DEFAULT);

        public Hooks {
            hooks = List.copyOf(hooks);
            requireNonNull(limits, "limits");
        }
    }

    /**
     * What a step has come to.
     *
     * @param next the instance afterwards
     * @param commands what to do now, in order; the first end of a command is the next event, except after a rollback,
     *     which needs no answer
     * @param refusal why the event changed nothing, if it did not
     */
    public record Step(InstanceTransition next, List<LifecycleStep> commands, Optional<EventRefusal> refusal) {
        public Step {
            commands = List.copyOf(commands);
        }
    }

    public InstanceTransition {
        LifecycleChecks.name("id", id);
        requireNonNull(hooks, "hooks");
        requireNonNull(since, "since");
        requireNonNull(hookWait, "hookWait");
        requireNonNull(result, "result");
        requireNonNull(at, "at");
        if (position < 0 || position > sequence.steps().size()) {
            throw new IllegalArgumentException("position (" + position + ") must be from 0 to "
                    + sequence.steps().size());
        }
    }

    /**
     * Sends an instance on its way.
     *
     * @param id the instance
     * @param sequence its steps, with {@link LifecycleStep.Plain#AWAIT_HOOKS} where it is to meet its hooks
     * @param hooks the hooks it meets there
     * @param now the present moment
     * @return the instance on its way, and the first command
     */
    public static Step start(String id, StepSequence sequence, Hooks hooks, Instant now) {
        InstanceTransition first =
                new InstanceTransition(id, sequence, hooks, 0, now, Optional.empty(), Optional.empty(), now);
        return first.enter(0, now);
    }

    /**
     * What follows from an event.
     *
     * @param event what happened
     * @param now when, not before the last step
     * @return the instance afterwards, and what to do now
     * @throws IllegalArgumentException if time runs backwards
     */
    public Step step(TransitionEvent event, Instant now) {
        LifecycleChecks.notBefore(now, at);
        if (result.isPresent()) {
            return refused(EventRefusal.OVER, now);
        }
        if (event instanceof TransitionEvent.InHook hook) {
            return isWaiting() ? hook(hook.event(), now) : refused(EventRefusal.NOT_WAITING_IN_HOOK, now);
        }
        if (event instanceof TransitionEvent.TimePassed) {
            return timePassed(now);
        }
        if (isWaiting() || current() instanceof LifecycleStep.Pause) {
            return refused(EventRefusal.NO_STEP_UNDER_WAY, now);
        }
        if (event instanceof TransitionEvent.StepDone) {
            return enter(position + 1, now);
        }
        if (event instanceof TransitionEvent.StepFailed) {
            return failed(now);
        }
        throw new AssertionError(event);
    }

    private Step timePassed(Instant now) {
        if (isWaiting()) {
            return hook(new HookEvent.TimePassed(), now);
        }
        return deadline().filter(end -> !end.isAfter(now)).isPresent() ? enter(position + 1, now) : unchanged(now);
    }

    private Step hook(HookEvent event, Instant now) {
        LifecycleWait.Step answer = hookWait.orElseThrow().step(event, now);
        InstanceTransition next = at(position, since, Optional.of(answer.next()), result, now);
        Optional<HookOutcome> outcome = answer.next().outcome();
        if (outcome.isEmpty()) {
            return new Step(next, List.of(), answer.refusal());
        }
        Step step = switch (outcome.get()) {
            case JOINS, LEAVES -> next.enter(position + 1, now);
            case ROLLED_BACK, RETURNS -> next.giveUp(now);
        };
        return new Step(step.next(), step.commands(), answer.refusal());
    }

    /** A step is passed over if it comes too late to take the rest back, or is one that may fail. */
    private Step failed(Instant now) {
        boolean mayFail = (sequence.tolerant() && current().isBinding())
                || (current() instanceof LifecycleStep.Stop stop
                        && stop.timeout().isPresent());
        return mayFail || sequence.isFinal(position) ? enter(position + 1, now) : giveUp(now);
    }

    private Step giveUp(Instant now) {
        InstanceTransition next =
                at(position, since, hookWait, Optional.of(sequence.way().failure()), now);
        // An instance of the stop pool is there before its first step, and is released whichever step fails.
        int done = sequence.way() == StepSequence.Way.START ? Math.max(1, position) : position;
        return new Step(next, sequence.undo(done), Optional.empty());
    }

    private Step enter(int step, Instant now) {
        if (step == sequence.steps().size()) {
            return new Step(
                    at(step, now, hookWait, Optional.of(sequence.way().goal()), now), List.of(), Optional.empty());
        }
        LifecycleStep command = sequence.steps().get(step);
        if (command == LifecycleStep.Plain.AWAIT_HOOKS) {
            LifecycleWait begun = LifecycleWait.begin(sequence.way().transition(), hooks.hooks(), hooks.limits(), now);
            return begun.isOver()
                    ? enter(step + 1, now)
                    : new Step(at(step, now, Optional.of(begun), result, now), List.of(command), Optional.empty());
        }
        List<LifecycleStep> commands = command instanceof LifecycleStep.Pause ? List.of() : List.of(command);
        return new Step(at(step, now, hookWait, result, now), commands, Optional.empty());
    }

    private InstanceTransition at(
            int step, Instant began, Optional<LifecycleWait> waits, Optional<TransitionResult> end, Instant now) {
        return new InstanceTransition(id, sequence, hooks, step, began, waits, end, now);
    }

    private Step unchanged(Instant now) {
        return new Step(at(position, since, hookWait, result, now), List.of(), Optional.empty());
    }

    private Step refused(EventRefusal refusal, Instant now) {
        return new Step(at(position, since, hookWait, result, now), List.of(), Optional.of(refusal));
    }

    private LifecycleStep current() {
        return sequence.steps().get(position);
    }

    /** Only for an instance that is still on its way. */
    private boolean isWaiting() {
        return current() == LifecycleStep.Plain.AWAIT_HOOKS;
    }

    /**
     * When something happens without an event from outside: the end of a pause, a hook's deadline, or the timeout of a
     * stop.
     *
     * @return the moment to send {@link TransitionEvent.TimePassed}; empty if there is none
     */
    public Optional<Instant> deadline() {
        if (result.isPresent()) {
            return Optional.empty();
        }
        if (isWaiting()) {
            return hookWait.flatMap(LifecycleWait::nextDeadline);
        }
        if (current() instanceof LifecycleStep.Pause pause) {
            return Optional.of(since.plus(pause.time()));
        }
        return current() instanceof LifecycleStep.Stop stop ? stop.timeout().map(since::plus) : Optional.empty();
    }

    /**
     * The state that the group shows for the instance.
     *
     * @return pending or removing, waiting or not; then in service or stopped; empty once it is gone
     */
    public Optional<LifecycleState> state() {
        boolean joins = sequence.way().transition() == LifecycleTransition.SCALE_OUT;
        if (result.isPresent()) {
            return switch (result.get()) {
                case JOINED, RETURNED -> Optional.of(LifecycleState.IN_SERVICE);
                case STOPPED -> Optional.of(LifecycleState.STOPPED);
                case ROLLED_BACK, LEFT -> Optional.empty();
            };
        }
        if (isWaiting()) {
            return Optional.of(joins ? LifecycleState.PENDING_WAIT : LifecycleState.REMOVING_WAIT);
        }
        return Optional.of(joins ? LifecycleState.PENDING : LifecycleState.REMOVING);
    }

    /**
     * Whether another instance is to be created in its place, so that what was asked for is still reached.
     *
     * @return true if a stopped instance could not be started (guide map G3.3-3)
     */
    public boolean needsReplacement() {
        return sequence.way() == StepSequence.Way.START
                && result.filter(r -> r == TransitionResult.ROLLED_BACK).isPresent();
    }
}
