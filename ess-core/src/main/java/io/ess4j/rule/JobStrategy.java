package io.ess4j.rule;

/**
 * How many batch jobs to begin for work that waits: the strategies of KEDA's scaled jobs under their names (guide map
 * C-9-33). Jobs end by themselves, so there is nothing to remove.
 *
 * <p>Worked example: 3 jobs are wanted, 4 are running, 2 of them pending, 10 allowed. {@link Default} begins none (the
 * running ones are taken to be for the same work), {@link Accurate} 1 (running ones have taken their work off the
 * queue, pending ones have not), {@link Eager} 3 (as much as is free).
 */
public sealed interface JobStrategy {
    /**
     * What the strategy comes to, which may be negative.
     *
     * @param wanted how many jobs the waiting work asks for
     * @param running how many jobs have begun and not ended, less those that are there in any case
     * @param pending how many of them have not done anything yet
     * @param most how many jobs there may be
     * @return jobs to begin
     */
    long effective(long wanted, long running, long pending, long most);

    /**
     * How many jobs to begin now.
     *
     * @param demand work and jobs
     * @return what is missing to the least number, if jobs are; else what the strategy comes to, 0 or more
     */
    default long jobs(JobDemand demand) {
        if (demand.running() < demand.least()) {
            return demand.least() - demand.running();
        }
        long more = effective(demand.wanted(), demand.running() - demand.least(), demand.pending(), demand.most());
        return Math.max(0, more);
    }

    /** Wanted less running: for queues that show work until its job has ended. */
    record Default() implements JobStrategy {
        @Override
        public long effective(long wanted, long running, long pending, long most) {
            return wanted - running;
        }
    }

    /**
     * Wanted less a number less a part of what is running, at most {@code most}.
     *
     * @param deduction what is taken off the wanted jobs; negative to add some
     * @param runningPercent which part of the running jobs is taken off, 0 to 1000 percent; rounded down
     */
    record Custom(int deduction, int runningPercent) implements JobStrategy {
        public Custom {
            RuleChecks.between("runningPercent", runningPercent, 0, 1000);
        }

        @Override
        public long effective(long wanted, long running, long pending, long most) {
            return Math.min(wanted - deduction - running * runningPercent / 100, most);
        }
    }

    /** Wanted less pending, as far as there is room: for queues that show only work that no job has taken. */
    record Accurate() implements JobStrategy {
        @Override
        public long effective(long wanted, long running, long pending, long most) {
            return wanted + running - pending > most ? most - running : wanted - pending;
        }
    }

    /** Whatever is wanted, as far as there is room beside running and pending jobs. */
    record Eager() implements JobStrategy {
        @Override
        public long effective(long wanted, long running, long pending, long most) {
            return Math.min(most - running - pending, wanted);
        }
    }
}
