package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

/** What may happen to an instance refresh. */
public sealed interface RefreshEvent {
    /** It is its turn. */
    record Begin() implements RefreshEvent {}

    /**
     * An instance that it wanted is in service.
     *
     * @param instance its id
     * @param source what it was created from
     */
    record Launched(String instance, RefreshCommand.Source source) implements RefreshEvent {
        public Launched {
            RolloutChecks.name("instance", instance);
            requireNonNull(source, "source");
        }
    }

    /**
     * An instance that it wanted could not be created; it is tried again.
     *
     * @param source what it was to be created from
     */
    record LaunchFailed(RefreshCommand.Source source) implements RefreshEvent {
        public LaunchFailed {
            requireNonNull(source, "source");
        }
    }

    /**
     * An instance that was to leave is gone.
     *
     * @param instance its id
     */
    record Removed(String instance) implements RefreshEvent {
        public Removed {
            requireNonNull(instance, "instance");
        }
    }

    /**
     * An instance that was to leave is in service again; it is tried again later.
     *
     * @param instance its id
     */
    record RemoveFailed(String instance) implements RefreshEvent {
        public RemoveFailed {
            requireNonNull(instance, "instance");
        }
    }

    /** Normal scaling has added an instance, which is made from the target. */
    record Joined() implements RefreshEvent {}

    /**
     * Normal scaling, or somebody, has removed an instance.
     *
     * @param instance its id
     */
    record Left(String instance) implements RefreshEvent {
        public Left {
            requireNonNull(instance, "instance");
        }
    }

    /** Somebody suspends it. */
    record Suspend() implements RefreshEvent {}

    /** Somebody resumes it, after a suspension or before the end of a checkpoint pause. */
    record Resume() implements RefreshEvent {}

    /** Somebody cancels it. */
    record Cancel() implements RefreshEvent {}

    /** Somebody rolls it back. */
    record RollBack() implements RefreshEvent {}

    /** Nothing but that time has passed. */
    record TimePassed() implements RefreshEvent {}
}
