package io.ess4j.sim.deadline;

import io.ess4j.model.Price;
import io.ess4j.sim.cloud.AvailabilityTrace;
import java.time.Duration;
import java.util.List;

/** Small markets and jobs, written down tick by tick. */
final class Markets {
    static final List<DeadlinePolicy> POLICIES = List.of(
            DeadlinePolicy.onDemandOnly(),
            DeadlinePolicy.spotElseOnDemand(),
            DeadlinePolicy.greedy(),
            DeadlinePolicy.uniformProgress(),
            new LearnedAvailability());

    private Markets() {}

    /** A market of ticks of ten minutes: {@code +} available, {@code -} not. */
    static AvailabilityTrace market(String ticks) {
        int[] at = new int[ticks.length()];
        boolean[] values = new boolean[ticks.length()];
        for (int i = 0; i < at.length; i++) {
            at[i] = i;
            values[i] = ticks.charAt(i) == '+';
        }
        return new AvailabilityTrace(Duration.ofMinutes(10), at, values, ticks.length());
    }

    /** A job in minutes at 3 an hour on-demand and 1 on spot. */
    static DeadlineJob job(int work, int deadline, int overhead) {
        return new DeadlineJob(
                Duration.ofMinutes(work),
                Duration.ofMinutes(deadline),
                Duration.ofMinutes(overhead),
                Duration.ofMinutes(10),
                Price.perHour("3"),
                Price.perHour("1.2"));
    }
}
