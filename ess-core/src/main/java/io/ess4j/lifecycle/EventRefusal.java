package io.ess4j.lifecycle;

import java.util.Optional;

/** Why an event changed nothing. */
public enum EventRefusal {
    /** The instance does not wait in the named hook: unknown, ended, or of the other direction. */
    NOT_WAITING_IN_HOOK,
    /** The wait was extended as often as it may be. */
    TOO_MANY_HEARTBEATS,
    /** The wait would last longer than it may. */
    WAIT_TOO_LONG,
    /** The execution of a template was reported to a hook that has none. */
    HOOK_HAS_NO_TEMPLATE,
    /** No step is under way that could have ended. */
    NO_STEP_UNDER_WAY,
    /** The instance has arrived or is gone. */
    OVER;

    /**
     * The service's own code of the refusal (guide map C-16-4).
     *
     * @return such as {@code LifecycleAction.TimeExceeded}; empty where the documents have none
     */
    public Optional<String> code() {
        return switch (this) {
            case NOT_WAITING_IN_HOOK -> Optional.of("LifecycleHookIdAndLifecycleActionToken.Invalid");
            case TOO_MANY_HEARTBEATS -> Optional.of("LifecycleAction.RecordTimesExceeded");
            case WAIT_TOO_LONG -> Optional.of("LifecycleAction.TimeExceeded");
            default -> Optional.empty();
        };
    }
}
