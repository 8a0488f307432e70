package io.ess4j.sim.deadline;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.cloud.AvailabilityTrace;
import java.time.Duration;

/**
 * Runs a job over a stretch of a spot market under a policy.
 *
 * <p>Once a tick the policy is told whether spot is available for this tick, and says what the job runs on. A spot
 * instance is lost when a tick begins at which spot is not available. Every start costs the overhead, which is paid but
 * makes no progress; what is left of it when the tick ends goes on in the next one. The instance is given back, and
 * paid for, to the millisecond at which the work is done.
 *
 * <p>The deadline is kept whatever the policy says. From the moment that the time left is at most the work left and two
 * overheads the job runs on-demand to its end. Since something is decided only once a tick, on-demand also takes the
 * place of a wait or of spot for one tick that would leave less than one overhead for the start of an instance.
 */
public final class DeadlineRun {
    private final DeadlineJob job;
    private final AvailabilityTrace market;
    private final int firstTick;

    private long now;
    private long remaining;
    private Holding holding = Holding.NOTHING;
    private long starting;
    private final long[] heldMillis = new long[Holding.values().length];
    private int starts;
    private int interruptions;

    private DeadlineRun(DeadlineJob job, AvailabilityTrace market, int firstTick) {
        this.job = requireNonNull(job, "job");
        this.market = requireNonNull(market, "market");
        this.firstTick = firstTick;
        this.remaining = job.workMillis();
        if (!market.tick().equals(job.tick())) {
            throw new IllegalArgumentException(
                    "tick of the market (" + market.tick() + ") must be that of the job (" + job.tick() + ")");
        }
    }

    /**
     * Runs a job.
     *
     * @param job the job
     * @param policy what decides
     * @param market when spot is available, in ticks of the job's length
     * @param firstTick the tick of the market at which the job starts
     * @return how it ended
     * @throws IllegalArgumentException if the ticks differ in length
     * @throws IllegalStateException if the policy takes spot that is not available
     */
    public static DeadlineOutcome run(DeadlineJob job, DeadlinePolicy policy, AvailabilityTrace market, int firstTick) {
        return new DeadlineRun(job, market, firstTick).run(policy.begin(job));
    }

    private DeadlineOutcome run(DeadlinePolicy.Decider decider) {
        boolean forced = false;
        for (int tick = 0; remaining > 0; tick++) {
            boolean available = market.isAvailable(firstTick + tick);
            if (holding == Holding.SPOT && !available) {
                interruptions++;
                hold(Holding.NOTHING);
            }
            var situation = new DeadlineSituation(job, now, remaining, holding, starting, available);
            Holding next = Holding.ON_DEMAND;
            forced = forced || situation.isSafetyMoment();
            if (!forced) {
                next = decider.decide(situation);
                if (next == Holding.SPOT && !available) {
                    throw new IllegalStateException("the policy takes spot at tick " + tick + ", which has none");
                }
                next = situation.isSafe(next) ? next : Holding.ON_DEMAND;
            }
            hold(next);
            pass(Math.multiplyExact(tick + 1L, job.tickMillis()) - now);
        }
        long spot = heldMillis[Holding.SPOT.ordinal()];
        long onDemand = heldMillis[Holding.ON_DEMAND.ordinal()];
        return new DeadlineOutcome(
                job.spot().over(Duration.ofMillis(spot)).plus(job.onDemand().over(Duration.ofMillis(onDemand))),
                now,
                now <= job.deadlineMillis(),
                spot,
                onDemand,
                starts,
                interruptions);
    }

    private void hold(Holding next) {
        if (next != holding) {
            starting = next == Holding.NOTHING ? 0 : job.overheadMillis();
            starts += next == Holding.NOTHING ? 0 : 1;
            holding = next;
        }
    }

    private void pass(long millis) {
        long passed = millis;
        if (holding != Holding.NOTHING) {
            passed = Math.min(millis, starting + remaining);
            long overhead = Math.min(starting, passed);
            starting -= overhead;
            remaining -= passed - overhead;
        }
        heldMillis[holding.ordinal()] += passed;
        now += passed;
    }
}
