package io.ess4j.sim.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Money;
import io.ess4j.sim.cloud.AvailabilityTrace;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeadlineProperties {
    @Provide
    Arbitrary<String> markets() {
        return Arbitraries.strings().withChars('+', '-').ofMinLength(1).ofMaxLength(30);
    }

    @Provide
    Arbitrary<DeadlineJob> jobs() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 150),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 25))
                .as((work, slack, overhead) -> Markets.job(work, work + 2 * overhead + slack, overhead));
    }

    @Property(tries = 300)
    void noDeadlineIsMissedAndNobodyBeatsTheOptimum(@ForAll("jobs") DeadlineJob job, @ForAll("markets") String ticks) {
        AvailabilityTrace market = Markets.market(ticks);
        Money least = DeadlineOptimum.cost(job, market, 0);

        for (DeadlinePolicy policy : Markets.POLICIES) {
            DeadlineOutcome outcome = DeadlineRun.run(job, policy, market, 0);

            assertThat(outcome.isInTime()).as(policy.name()).isTrue();
            // two roundings of 1e-9
            assertThat(outcome.cost().nanos()).as(policy.name()).isGreaterThanOrEqualTo(least.nanos() - 2);
            long paid = outcome.spotMillis() + outcome.onDemandMillis();
            long overheads = job.overheadMillis() * outcome.starts();
            assertThat(paid).isBetween(job.workMillis(), job.workMillis() + overheads);
        }
    }

    /** A policy that does what a list says, whatever sense it makes. */
    @Property(tries = 500)
    void noDeadlineIsMissedByWhateverPolicy(
            @ForAll("jobs") DeadlineJob job, @ForAll("markets") String ticks, @ForAll List<Holding> wishes) {
        DeadlinePolicy erratic = new DeadlinePolicy() {
            @Override
            public String name() {
                return "erratic";
            }

            @Override
            public Decider begin(DeadlineJob begun) {
                return s -> {
                    int tick = (int) (s.nowMillis() / begun.tickMillis());
                    Holding wish = wishes.isEmpty() ? Holding.NOTHING : wishes.get(tick % wishes.size());
                    return wish == Holding.SPOT && !s.isSpotAvailable() ? Holding.NOTHING : wish;
                };
            }
        };

        assertThat(DeadlineRun.run(job, erratic, Markets.market(ticks), 0).isInTime())
                .isTrue();
    }

    @Provide
    Arbitrary<DeadlineJob> tinyJobs() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 14))
                .as((work, slack, overhead) -> Markets.job(work, work + 2 * overhead + slack, overhead));
    }

    @Property(tries = 300)
    void theOptimumIsTheLeastOfAllPlans(@ForAll("tinyJobs") DeadlineJob job, @ForAll("markets") String ticks) {
        AvailabilityTrace market = Markets.market(ticks);
        long best = cheapest(job, market, 0, job.workMillis(), Holding.NOTHING, 0);

        assertThat(DeadlineOptimum.cost(job, market, 0).nanos()).isEqualTo((best + 1_800_000) / 3_600_000);
    }

    /** Tries everything: the least price times milliseconds from a decision on, or a number beyond every price. */
    private static long cheapest(
            DeadlineJob job, AvailabilityTrace market, int tick, long work, Holding held, long starting) {
        long now = tick * job.tickMillis();
        if (now >= job.deadlineMillis()) {
            return Long.MAX_VALUE / 2;
        }
        long best = Long.MAX_VALUE / 2;
        for (Holding next : Holding.values()) {
            boolean lost = held == Holding.SPOT && !market.isAvailable(tick);
            if (next == Holding.SPOT && !market.isAvailable(tick)) {
                continue;
            }
            if (next == Holding.NOTHING) {
                best = Math.min(best, cheapest(job, market, tick + 1, work, next, 0));
                continue;
            }
            long overhead = next == held && !lost ? starting : job.overheadMillis();
            long price = (next == Holding.SPOT ? job.spot() : job.onDemand()).nanosPerHour();
            long needed = overhead + work;
            if (needed <= job.tickMillis()) {
                best = now + needed <= job.deadlineMillis() ? Math.min(best, price * needed) : best;
            } else {
                long passed = Math.min(overhead, job.tickMillis());
                long left = work - (job.tickMillis() - passed);
                best = Math.min(
                        best,
                        price * job.tickMillis() + cheapest(job, market, tick + 1, left, next, overhead - passed));
            }
        }
        return best;
    }
}
