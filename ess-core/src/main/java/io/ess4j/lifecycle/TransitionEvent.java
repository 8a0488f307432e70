package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

/** What may happen while an instance is on its way into or out of its group. */
public sealed interface TransitionEvent {
    /** The step under way was carried out. */
    record StepDone() implements TransitionEvent {}

    /** The step under way failed. */
    record StepFailed() implements TransitionEvent {}

    /**
     * Something happened to its hooks.
     *
     * @param event what happened
     */
    record InHook(HookEvent event) implements TransitionEvent {
        public InHook {
            requireNonNull(event, "event");
        }
    }

    /** Nothing but that time has passed. */
    record TimePassed() implements TransitionEvent {}
}
