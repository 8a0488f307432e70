package io.ess4j.rule;

/**
 * Work that waits and the batch jobs that are about it, from which a {@link JobStrategy} says how many to begin.
 *
 * @param wanted how many jobs the waiting work asks for, as {@link #wanted(long, long, long)} says it
 * @param running how many jobs have begun and not ended, those that are pending included
 * @param pending how many of them have not done anything yet, 0 to {@code running} unless they are counted apart
 * @param most how many jobs there may be, 0 or more; strategies do not count the least ones among them
 * @param least how many jobs there are at least, work or not, 0 to {@code most}
 */
public record JobDemand(long wanted, long running, long pending, long most, long least) {
    /** Numbers of jobs stay far below where sums overflow. */
    private static final long MOST_JOBS = 1_000_000_000_000L;

    public JobDemand {
        RuleChecks.between("wanted", wanted, 0, MOST_JOBS);
        RuleChecks.between("running", running, 0, MOST_JOBS);
        RuleChecks.between("pending", pending, 0, MOST_JOBS);
        RuleChecks.between("most", most, 0, MOST_JOBS);
        RuleChecks.between("least", least, 0, most);
    }

    /**
     * A demand without a least number of jobs.
     *
     * @param wanted how many jobs the waiting work asks for
     * @param running how many jobs have begun and not ended
     * @param pending how many of them have not done anything yet
     * @param most how many jobs there may be
     * @return the demand
     * @throws IllegalArgumentException if a number is out of range
     */
    public static JobDemand of(long wanted, long running, long pending, long most) {
        return new JobDemand(wanted, running, pending, most, 0);
    }

    /**
     * How many jobs waiting work asks for.
     *
     * @param queue how much waits, 0 or more
     * @param perJob how much one job takes on, 1 or more
     * @param most how many jobs there may be, 0 or more
     * @return the work divided by what a job takes on, rounded up, at most {@code most}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static long wanted(long queue, long perJob, long most) {
        RuleChecks.between("queue", queue, 0, Long.MAX_VALUE);
        RuleChecks.between("perJob", perJob, 1, Long.MAX_VALUE);
        RuleChecks.between("most", most, 0, MOST_JOBS);
        return Math.min(most, queue / perJob + (queue % perJob > 0 ? 1 : 0));
    }
}
