package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The wait of one instance in its hooks, which all run together. The wait is over when no hook is open any more; the
 * hook that ended last decides. Scaling in, the first ABANDON or ROLLBACK ends all others (guide map C-17-3 to C-17-6).
 *
 * <p>Deadlines are looked at in every step before its event, earliest first, equal ones in the order of the hooks; an
 * answer at the deadline comes too late.
 *
 * @param transition whether the instance joins or leaves
 * @param limits how long it may be held
 * @param open the hooks that have not ended, in the order of the group
 * @param last the result of the hook that ended last; present if one has ended
 * @param at the time of the last step
 */
public record LifecycleWait(
        LifecycleTransition transition, HookLimits limits, List<Open> open, Optional<HookResult> last, Instant at) {
    /**
     * A hook that has not ended.
     *
     * @param hook the hook
     * @param since when the wait began
     * @param deadline when it ends by itself
     * @param heartbeats how often it was extended
     */
    public record Open(LifecycleHook hook, Instant since, Instant deadline, int heartbeats) {}

    /**
     * What a step has come to.
     *
     * @param next the wait afterwards
     * @param refusal why the event changed nothing, if it did not; deadlines may have passed all the same
     */
    public record Step(LifecycleWait next, Optional<EventRefusal> refusal) {}

    public LifecycleWait {
        requireNonNull(transition, "transition");
        requireNonNull(limits, "limits");
        open = List.copyOf(open);
        requireNonNull(last, "last");
        requireNonNull(at, "at");
    }

    /**
     * The beginning of a wait.
     *
     * @param transition whether the instance joins or leaves
     * @param hooks the hooks that apply to it, all of that direction; none ends the wait at once with CONTINUE
     * @param limits how long it may be held
     * @param now the present moment
     * @return the wait
     * @throws IllegalArgumentException if a hook is of the other direction or a name repeats
     */
    public static LifecycleWait begin(
            LifecycleTransition transition, List<LifecycleHook> hooks, HookLimits limits, Instant now) {
        LifecycleChecks.distinct("hook", hooks.stream().map(LifecycleHook::name).toList());
        List<Open> open = new ArrayList<>();
        for (LifecycleHook hook : hooks) {
            if (hook.transition() != transition) {
                throw new IllegalArgumentException(
                        "transition of hook " + hook.name() + " (" + hook.transition() + ") must be " + transition);
            }
            open.add(new Open(hook, now, now.plus(hook.timeout()), 0));
        }
        return new LifecycleWait(transition, limits, open, Optional.empty(), now);
    }

    /**
     * Whether every hook has ended.
     *
     * @return true if nothing is waited for
     */
    public boolean isOver() {
        return open.isEmpty();
    }

    /**
     * What becomes of the instance.
     *
     * @return the outcome; empty as long as a hook is open
     */
    public Optional<HookOutcome> outcome() {
        return isOver() ? Optional.of(HookOutcome.of(transition, last.orElse(HookResult.CONTINUE))) : Optional.empty();
    }

    /**
     * When the next hook ends by itself.
     *
     * @return the earliest deadline; empty if the wait is over
     */
    public Optional<Instant> nextDeadline() {
        return open.stream().map(Open::deadline).min(Comparator.naturalOrder());
    }

    /**
     * What follows from an event, in O(h²) for h hooks.
     *
     * @param event what happened
     * @param now when, not before the last step
     * @return the wait afterwards
     * @throws IllegalArgumentException if time runs backwards
     */
    public Step step(HookEvent event, Instant now) {
        LifecycleChecks.notBefore(now, at);
        LifecycleWait current = pastDeadlines(now);
        if (event instanceof HookEvent.TimePassed) {
            return new Step(current, Optional.empty());
        }
        Optional<Open> found = current.find(event.concerns().orElseThrow());
        if (found.isEmpty()) {
            return new Step(current, Optional.of(EventRefusal.NOT_WAITING_IN_HOOK));
        }
        return current.apply(event, found.get());
    }

    private Step apply(HookEvent event, Open wait) {
        LifecycleHook hook = wait.hook();
        if (event instanceof HookEvent.Heartbeat heartbeat) {
            return extend(wait, at.plus(heartbeat.timeout()));
        }
        if (event instanceof HookEvent.Answered answered) {
            return ended(wait, answered.result().orElse(hook.defaultResult()));
        }
        if (event instanceof HookEvent.ExecutionEnded execution) {
            return hook.notification() == HookNotification.TEMPLATE
                    ? ended(wait, hook.resultOf(execution.succeeded()))
                    : new Step(this, Optional.of(EventRefusal.HOOK_HAS_NO_TEMPLATE));
        }
        if (event instanceof HookEvent.Deleted) {
            return ended(wait, hook.defaultResult());
        }
        throw new AssertionError(event);
    }

    private Step extend(Open wait, Instant deadline) {
        if (wait.heartbeats() >= limits.mostHeartbeats()) {
            return new Step(this, Optional.of(EventRefusal.TOO_MANY_HEARTBEATS));
        }
        if (deadline.isAfter(wait.since().plus(limits.longestWait()))) {
            return new Step(this, Optional.of(EventRefusal.WAIT_TOO_LONG));
        }
        Open extended = new Open(wait.hook(), wait.since(), deadline, wait.heartbeats() + 1);
        List<Open> waits = open.stream().map(o -> o.equals(wait) ? extended : o).toList();
        return new Step(new LifecycleWait(transition, limits, waits, last, at), Optional.empty());
    }

    private Step ended(Open wait, HookResult result) {
        return new Step(end(wait, result), Optional.empty());
    }

    private LifecycleWait end(Open wait, HookResult result) {
        boolean endsAll = transition == LifecycleTransition.SCALE_IN && result != HookResult.CONTINUE;
        List<Open> left = open.stream().filter(o -> !endsAll && !o.equals(wait)).toList();
        return new LifecycleWait(transition, limits, left, Optional.of(result), at);
    }

    private LifecycleWait pastDeadlines(Instant now) {
        LifecycleWait current = new LifecycleWait(transition, limits, open, last, now);
        // The sort is stable: equal deadlines stay in the order of the hooks.
        List<Open> due = open.stream()
                .filter(o -> !o.deadline().isAfter(now))
                .sorted(Comparator.comparing(Open::deadline))
                .toList();
        for (Open wait : due) {
            if (current.open.contains(wait)) {
                current = current.end(wait, wait.hook().resultAtDeadline());
            }
        }
        return current;
    }

    private Optional<Open> find(String hook) {
        return open.stream().filter(o -> o.hook().name().equals(hook)).findFirst();
    }
}
