package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

/** What may happen to a rolling update. */
public sealed interface UpdateEvent {
    /**
     * An instance was updated.
     *
     * @param instance its id
     */
    record Updated(String instance) implements UpdateEvent {
        public Updated {
            requireNonNull(instance, "instance");
        }
    }

    /**
     * The update of an instance failed.
     *
     * @param instance its id
     */
    record Failed(String instance) implements UpdateEvent {
        public Failed {
            requireNonNull(instance, "instance");
        }
    }

    /** Somebody lets a task go on that pauses after a batch. */
    record Proceed() implements UpdateEvent {}

    /**
     * Somebody wants a failed instance to be tried again.
     *
     * @param instance its id
     */
    record Retry(String instance) implements UpdateEvent {
        public Retry {
            requireNonNull(instance, "instance");
        }
    }

    /**
     * Somebody passes over an instance that is not updated yet; it is shown as a success and stays in standby.
     *
     * @param instance its id
     */
    record Skip(String instance) implements UpdateEvent {
        public Skip {
            requireNonNull(instance, "instance");
        }
    }

    /**
     * Somebody gives an instance up that is not updated yet; it is shown as failed, and the others go on.
     *
     * @param instance its id
     */
    record GiveUp(String instance) implements UpdateEvent {
        public GiveUp {
            requireNonNull(instance, "instance");
        }
    }

    /** Somebody cancels the task. */
    record Cancel() implements UpdateEvent {}
}
