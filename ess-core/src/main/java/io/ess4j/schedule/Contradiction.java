package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Tasks of one group that do not go together.
 *
 * @param kind what is wrong
 * @param task the name of the task that suffers
 * @param because the names of the tasks that bring it about, alphabetically; empty if it is the group's own sizes
 * @param firstAt when it happens first
 * @param count how often it happens in the forecast
 */
public record Contradiction(Kind kind, String task, List<String> because, Instant firstAt, int count) {
    /** What can be wrong between tasks. */
    public enum Kind {
        /** The task's sizes do not fit those that other tasks have set, so its activity fails. */
        SIZES_DO_NOT_FIT,
        /** Several tasks are due in one minute: this one waits, and what it does overrides what they did. */
        SAME_MINUTE,
        /** Several tasks are due in one minute, and this one is not tried again, so it is dropped. */
        DROPPED
    }

    public Contradiction {
        requireNonNull(kind, "kind");
        requireNonNull(task, "task");
        because = List.copyOf(because);
        requireNonNull(firstAt, "firstAt");
    }
}
