package io.ess4j.lifecycle;

/** What may happen to a group as a whole. */
public sealed interface GroupEvent {
    /**
     * Somebody enables it.
     *
     * @param hasConfigurationSource whether it has something to create instances from
     */
    record Enable(boolean hasConfigurationSource) implements GroupEvent {}

    /** Somebody disables it. */
    record Disable() implements GroupEvent {}

    /**
     * Somebody turns deletion protection on or off.
     *
     * @param on whether it is to be protected
     */
    record ProtectFromDeletion(boolean on) implements GroupEvent {}

    /**
     * Somebody deletes it.
     *
     * @param forced whether instances and running activities do not matter
     */
    record Delete(boolean forced) implements GroupEvent {}

    /** An activity has ended, or an instance has left. */
    record SomethingEnded() implements GroupEvent {}
}
