package io.ess4j.sim.deadline;

/** Decides what a job runs on. Implement it to bring your own; it may keep what it has learned during one job. */
public interface DeadlinePolicy {
    /**
     * What it is called in tables.
     *
     * @return a few words
     */
    String name();

    /**
     * Begins a job about whose market nothing is known yet.
     *
     * @param job the job
     * @return decides for this job, asked once a tick in order of time
     */
    Decider begin(DeadlineJob job);

    /** The decisions of one job. */
    @FunctionalInterface
    interface Decider {
        /**
         * What the job runs on until the next decision. Not asked any more once the safety moment has come.
         *
         * @param situation what is known
         * @return what to hold; spot only if it is available. What would endanger the deadline is replaced by on-demand
         */
        Holding decide(DeadlineSituation situation);
    }

    /**
     * On-demand from the start to the end.
     *
     * @return the policy
     */
    static DeadlinePolicy onDemandOnly() {
        return of("on-demand only", s -> Holding.ON_DEMAND);
    }

    /**
     * Spot whenever it is available, on-demand in its place when it is not, as a group does that compensates with
     * on-demand (guide 1.2).
     *
     * @return the policy
     */
    static DeadlinePolicy spotElseOnDemand() {
        return of("spot, else on-demand", s -> s.isSpotAvailable() ? Holding.SPOT : Holding.ON_DEMAND);
    }

    /**
     * Spot whenever it is available, and waiting when it is not, until the safety moment.
     *
     * @return the policy
     */
    static DeadlinePolicy greedy() {
        return of("greedy: spot or wait", s -> s.isSpotAvailable() ? Holding.SPOT : Holding.NOTHING);
    }

    /**
     * Uniform progress with hysteresis, a reading of the rules of Wu et al., "Can't Be Late" (NSDI 2024): an idle job
     * that is behind a straight line from start to deadline takes on-demand and keeps it until it is two overheads
     * ahead of the line; spot is taken whenever it is available and on-demand need not be kept, and is held until lost.
     *
     * @return the policy
     */
    static DeadlinePolicy uniformProgress() {
        return of("uniform progress", DeadlinePolicy::uniform);
    }

    private static Holding uniform(DeadlineSituation s) {
        DeadlineJob job = s.job();
        double rate = (double) job.workMillis() / job.deadlineMillis();
        double done = job.workMillis() - s.remainingMillis();
        boolean keeps = s.holding() == Holding.ON_DEMAND && done < rate * (s.nowMillis() + 2 * job.overheadMillis());
        if (keeps) {
            return Holding.ON_DEMAND;
        }
        if (s.isSpotAvailable()) {
            return Holding.SPOT;
        }
        return done < rate * s.nowMillis() ? Holding.ON_DEMAND : Holding.NOTHING;
    }

    private static DeadlinePolicy of(String name, Decider decider) {
        return new DeadlinePolicy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Decider begin(DeadlineJob job) {
                return decider;
            }
        };
    }
}
