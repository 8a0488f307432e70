package io.ess4j.sim.deadline;

import io.ess4j.model.Money;

/**
 * How a job ended.
 *
 * @param cost what was paid
 * @param endMillis when the work was done, since the start of the job
 * @param isInTime whether that was by the deadline
 * @param spotMillis time on spot instances, overheads included
 * @param onDemandMillis time on on-demand instances, overheads included
 * @param starts instances started
 * @param interruptions spot instances that were taken back while the job ran on them
 */
public record DeadlineOutcome(
        Money cost,
        long endMillis,
        boolean isInTime,
        long spotMillis,
        long onDemandMillis,
        int starts,
        int interruptions) {}
