package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule asks for at one moment (guide map C-11-5, C-11-6). One run is tried at a time: the one due first, and
 * of those due in one minute that of the task created last. The others wait in their windows.
 *
 * @param seenUntil the moment of the plan
 * @param run what is to be tried now, if anything
 * @param waiting what waits behind it, in its order
 * @param expired what can no longer start and is dropped, in its order
 */
public record SchedulePlan(Instant seenUntil, Optional<DueRun> run, List<DueRun> waiting, List<DueRun> expired) {
    public SchedulePlan {
        requireNonNull(seenUntil, "seenUntil");
        requireNonNull(run, "run");
        waiting = List.copyOf(waiting);
        expired = List.copyOf(expired);
    }

    /**
     * What a schedule asks for now. Runs of tasks that were changed, removed or switched off since are forgotten.
     *
     * @param tasks the tasks of one group
     * @param before the state that the last plan led to
     * @param now the present moment
     * @return the plan; O(runs since the last plan x log of them)
     * @throws IllegalArgumentException if the moment is not from the year 1678 to 2261
     */
    public static SchedulePlan of(List<ScheduledTask> tasks, ScheduleState before, Instant now) {
        Moments.check("now", now);
        List<DueRun> due = new ArrayList<>();
        for (DueRun run : before.waiting()) {
            if (run.task().enabled() && tasks.contains(run.task())) {
                due.add(run);
            }
        }
        for (ScheduledTask task : tasks) {
            due.addAll(task.enabled() ? runs(task, before.seenUntil(), now) : List.of());
        }
        due.sort(DueRun.ORDER);
        List<DueRun> waiting = new ArrayList<>();
        List<DueRun> expired = new ArrayList<>();
        due.forEach(r -> (r.expired(now) ? expired : waiting).add(r));
        Optional<DueRun> first = waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.remove(0));
        Instant seen = now.isBefore(before.seenUntil()) ? before.seenUntil() : now;
        return new SchedulePlan(seen, first, waiting, expired);
    }

    /** The runs of a task after one moment, up to and with another. */
    static List<DueRun> runs(ScheduledTask task, Instant after, Instant until) {
        List<DueRun> runs = new ArrayList<>();
        Optional<Instant> next = task.next(after);
        while (next.isPresent() && !next.get().isAfter(until)) {
            runs.add(new DueRun(task, next.get()));
            next = task.next(next.get());
        }
        return runs;
    }

    /**
     * The state after the run was started, or failed for good. What waits behind it can be asked for at once with
     * another plan of the same moment.
     *
     * @return the state without the run
     */
    public ScheduleState started() {
        return new ScheduleState(seenUntil, waiting);
    }

    /**
     * The state after the run could not start, because an activity is in progress or the group is disabled.
     *
     * @return the state with the run waiting first
     */
    public ScheduleState refused() {
        List<DueRun> all = new ArrayList<>(waiting);
        run.ifPresent(r -> all.add(0, r));
        return new ScheduleState(seenUntil, all);
    }
}
