package io.ess4j.sim.deadline;

/**
 * What a policy knows when it decides. Nothing about the future.
 *
 * @param job the job
 * @param nowMillis the time since the job's start
 * @param remainingMillis work that is left, in instance time without overheads
 * @param holding what the job has run on until now; {@code NOTHING} if its spot instance was just taken
 * @param startingMillis what is left of the overhead of that instance
 * @param isSpotAvailable whether spot can be had and held until the next decision
 */
public record DeadlineSituation(
        DeadlineJob job,
        long nowMillis,
        long remainingMillis,
        Holding holding,
        long startingMillis,
        boolean isSpotAvailable) {
    /**
     * Time until the deadline.
     *
     * @return milliseconds
     */
    public long timeLeftMillis() {
        return job.deadlineMillis() - nowMillis;
    }

    /**
     * Time that may still be lost: time until the deadline less the work that is left.
     *
     * @return milliseconds
     */
    public long slackMillis() {
        return timeLeftMillis() - remainingMillis;
    }

    /**
     * Whether the safety moment has come: the time left is at most the work left and two overheads.
     *
     * @return true if the job must run on-demand from now on
     */
    public boolean isSafetyMoment() {
        return slackMillis() <= 2 * job.overheadMillis();
    }

    /**
     * The slack after one tick on something, if it makes no difference whether the work ends within it.
     *
     * @param next what the job would run on
     * @return milliseconds; what is left of an overhead is already taken off
     */
    long slackAfter(Holding next) {
        if (next == Holding.NOTHING) {
            return slackMillis() - job.tickMillis();
        }
        return slackMillis() - (next == holding ? startingMillis : job.overheadMillis());
    }

    /** Whether an on-demand instance started at the next decision would still be in time. */
    boolean isSafe(Holding next) {
        return next == Holding.ON_DEMAND || slackAfter(next) >= job.overheadMillis();
    }
}
