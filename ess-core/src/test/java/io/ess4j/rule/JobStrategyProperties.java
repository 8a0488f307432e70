package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What each strategy promises, against beginning jobs one by one. */
class JobStrategyProperties {
    private static final int LIMIT = 40;

    @Property
    void accurateAndEagerNeverPassTheMost(
            @ForAll @IntRange(max = LIMIT) int wanted,
            @ForAll @IntRange(max = LIMIT) int running,
            @ForAll @IntRange(max = LIMIT) int waiting,
            @ForAll @IntRange(max = LIMIT) int most) {
        int pending = Math.min(waiting, running);
        JobDemand demand = JobDemand.of(Math.min(wanted, most), running, pending, most);

        assertThat(running + new JobStrategy.Accurate().jobs(demand)).isLessThanOrEqualTo(Math.max(running, most));
        assertThat(running + new JobStrategy.Eager().jobs(demand)).isLessThanOrEqualTo(Math.max(running, most));
    }

    /** A job more as long as fewer run than are wanted. */
    @Property
    void defaultFillsUpOneByOne(
            @ForAll @IntRange(max = LIMIT) int wanted,
            @ForAll @IntRange(max = LIMIT) int running,
            @ForAll @IntRange(max = LIMIT) int least) {
        int jobs = 0;
        while (running + jobs < least || (running >= least && running - least + jobs < wanted)) {
            jobs++;
        }

        assertThat(new JobStrategy.Default().jobs(new JobDemand(wanted, running, 0, LIMIT, least)))
                .isEqualTo(jobs);
    }

    /** A job more as long as there is room and there is work. */
    @Property
    void eagerTakesWhatIsFreeOneByOne(
            @ForAll @IntRange(max = LIMIT) int wanted,
            @ForAll @IntRange(max = LIMIT) int running,
            @ForAll @IntRange(max = LIMIT) int pending,
            @ForAll @IntRange(max = LIMIT) int most) {
        int jobs = 0;
        while (jobs < wanted && running + pending + jobs < most) {
            jobs++;
        }

        assertThat(new JobStrategy.Eager().jobs(JobDemand.of(wanted, running, pending, most)))
                .isEqualTo(jobs);
    }
}
