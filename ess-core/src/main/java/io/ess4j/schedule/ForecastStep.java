package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One run in the forecast of a schedule.
 *
 * @param run the run
 * @param before the sizes before it
 * @param after the sizes after it; the same if it fails
 * @param capacityBefore the capacity that the group comes to before it
 * @param capacityAfter the capacity that the group comes to after it
 * @param misfit why it fails, if it does
 */
public record ForecastStep(
        DueRun run,
        GroupSizes before,
        GroupSizes after,
        long capacityBefore,
        long capacityAfter,
        Optional<GroupSizes.Misfit> misfit) {
    public ForecastStep {
        requireNonNull(run, "run");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(misfit, "misfit");
    }
}
