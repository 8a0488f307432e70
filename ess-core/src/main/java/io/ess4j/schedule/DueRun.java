package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * One run of a scheduled task.
 *
 * @param task the task
 * @param dueAt when it is due, a whole minute
 */
public record DueRun(ScheduledTask task, Instant dueAt) {
    /** The run due first; of those in one minute, the task created last (guide map C-11-6); then by name. */
    static final Comparator<DueRun> ORDER = Comparator.comparing(DueRun::dueAt)
            .thenComparing(r -> r.task.createdAt(), Comparator.reverseOrder())
            .thenComparing(r -> r.task.name());

    private static final Duration ITS_MINUTE = Duration.ofMinutes(1);

    public DueRun {
        requireNonNull(task, "task");
        requireNonNull(dueAt, "dueAt");
    }

    /**
     * Whether it is too late to start it: its minute is over, and so is the time in which it is tried again.
     *
     * @param now the present moment
     * @return true from the end of its minute, or after the end of its window if that is later
     */
    public boolean expired(Instant now) {
        return !now.isBefore(dueAt.plus(ITS_MINUTE)) && now.isAfter(dueAt.plus(task.expiration()));
    }
}
