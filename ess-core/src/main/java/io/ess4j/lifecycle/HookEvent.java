package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** What may happen while an instance waits in its hooks. */
public sealed interface HookEvent {
    /**
     * Which hook it concerns.
     *
     * @return the name of the hook, empty for {@link TimePassed}
     */
    Optional<String> concerns();

    /**
     * Somebody ended the wait early.
     *
     * @param hook the name of the hook
     * @param result how it ends; absent for the default result of the hook
     */
    record Answered(String hook, Optional<HookResult> result) implements HookEvent {
        public Answered {
            requireNonNull(hook, "hook");
            requireNonNull(result, "result");
        }

        @Override
        public Optional<String> concerns() {
            return Optional.of(hook);
        }
    }

    /**
     * Somebody needs more time: the deadline moves to now + timeout, which may also be sooner than before (guide map
     * C-17-2).
     *
     * @param hook the name of the hook
     * @param timeout 30 to 21600 seconds
     */
    record Heartbeat(String hook, Duration timeout) implements HookEvent {
        public Heartbeat {
            requireNonNull(hook, "hook");
            LifecycleChecks.between("timeout", timeout, LifecycleHook.SHORTEST, LifecycleHook.LONGEST);
        }

        @Override
        public Optional<String> concerns() {
            return Optional.of(hook);
        }
    }

    /**
     * The hook was deleted from the group, which ends its waits with its default result.
     *
     * @param hook the name of the hook
     */
    record Deleted(String hook) implements HookEvent {
        public Deleted {
            requireNonNull(hook, "hook");
        }

        @Override
        public Optional<String> concerns() {
            return Optional.of(hook);
        }
    }

    /**
     * The execution of the hook's template has ended (guide map C-17-9).
     *
     * @param hook the name of the hook
     * @param succeeded whether it succeeded
     */
    record ExecutionEnded(String hook, boolean succeeded) implements HookEvent {
        public ExecutionEnded {
            requireNonNull(hook, "hook");
        }

        @Override
        public Optional<String> concerns() {
            return Optional.of(hook);
        }
    }

    /** Nothing but that time has passed. */
    record TimePassed() implements HookEvent {
        @Override
        public Optional<String> concerns() {
            return Optional.empty();
        }
    }

    /**
     * An answer.
     *
     * @param hook the name of the hook
     * @param result how the wait ends
     * @return the event
     */
    static Answered answered(String hook, HookResult result) {
        return new Answered(hook, Optional.of(result));
    }

    /**
     * A heartbeat of the default timeout, ten minutes.
     *
     * @param hook the name of the hook
     * @return the event
     */
    static Heartbeat heartbeat(String hook) {
        return new Heartbeat(hook, LifecycleHook.DEFAULT_TIMEOUT);
    }
}
