package io.ess4j.sim.deadline;

import io.ess4j.model.Money;
import io.ess4j.sim.cloud.AvailabilityTrace;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The least that a job could have cost if the market had been known: the yardstick for policies.
 *
 * <p>Exact, by dynamic programming backwards over ticks. With everything in units of the greatest common divisor of
 * work, deadline, overhead and tick, the state at a tick is the slack that is left (time left less work left), what is
 * held, and what is left of its overhead. Deciding at ticks only loses nothing: availability changes at ticks only, and
 * within a tick a start is best at its beginning. The safety moment does not bind somebody who knows the market, so
 * that this is a lower bound for every policy of {@link DeadlineRun}. O(ticks x slack), a few million steps for the 70
 * hours of the published experiment.
 */
public final class DeadlineOptimum {
    private static final long NEVER = Long.MAX_VALUE / 4;

    private final DeadlineJob job;
    private final long unit;
    private final int tick;
    private final int deadline;
    private final int slacks;
    /** What may be left of an overhead at a decision: the whole one last, before it what whole ticks leave of it. */
    private final int[] starting;

    private DeadlineOptimum(DeadlineJob job) {
        this.job = job;
        this.unit = gcd(gcd(job.workMillis(), job.deadlineMillis()), gcd(job.overheadMillis(), job.tickMillis()));
        this.tick = units(job.tickMillis());
        this.deadline = units(job.deadlineMillis());
        this.slacks = units(job.deadlineMillis() - job.workMillis()) + 1;
        int overhead = units(job.overheadMillis());
        this.starting = new int[1 + (overhead + tick - 1) / tick];
        for (int i = 0; i < starting.length - 1; i++) {
            starting[starting.length - 1 - i] = overhead - i * tick;
        }
    }

    /**
     * The least cost of a job.
     *
     * @param job the job
     * @param market when spot is available, in ticks of the job's length
     * @param firstTick the tick of the market at which the job starts
     * @return the cost; it is always possible, because the deadline leaves time for on-demand
     */
    public static Money cost(DeadlineJob job, AvailabilityTrace market, int firstTick) {
        return new DeadlineOptimum(job).solve(market, firstTick);
    }

    /** The values of one tick: least price units from it on, by slack, for an idle job and one that holds something. */
    private static final class Layer {
        private final long[] idle;
        private final long[][] spot;
        private final long[][] onDemand;

        Layer(int starts, int slacks) {
            idle = new long[slacks];
            spot = new long[starts][slacks];
            onDemand = new long[starts][slacks];
        }
    }

    private Money solve(AvailabilityTrace market, int firstTick) {
        Layer next = new Layer(starting.length, slacks);
        Layer now = new Layer(starting.length, slacks);
        int last = (deadline - 1) / tick;
        fillEnd(next);
        for (int k = last; k >= 0; k--) {
            fill(now, next, deadline - k * tick, market.isAvailable(firstTick + k));
            Layer spare = next;
            next = now;
            now = spare;
        }
        BigInteger nanos = BigInteger.valueOf(next.idle[slacks - 1]).multiply(BigInteger.valueOf(unit));
        BigInteger hour = BigInteger.valueOf(3_600_000);
        return new Money(nanos.add(hour.shiftRight(1)).divide(hour).longValueExact());
    }

    /** After the deadline only finished work is worth something, and that never gets here. */
    private static void fillEnd(Layer end) {
        Arrays.fill(end.idle, NEVER);
        Arrays.stream(end.spot).forEach(row -> Arrays.fill(row, NEVER));
        Arrays.stream(end.onDemand).forEach(row -> Arrays.fill(row, NEVER));
    }

    private void fill(Layer now, Layer next, int timeLeft, boolean available) {
        long spotPrice = job.spot().nanosPerHour();
        long onDemandPrice = job.onDemand().nanosPerHour();
        int whole = starting.length - 1;
        for (int slack = 0; slack < slacks; slack++) {
            int work = timeLeft - slack;
            if (work <= 0) {
                set(now, slack, 0);
                continue;
            }
            long wait = slack >= tick ? next.idle[slack - tick] : NEVER;
            long startSpot = available ? hold(next.spot, spotPrice, whole, slack, work) : NEVER;
            long startOnDemand = hold(next.onDemand, onDemandPrice, whole, slack, work);
            long start = Math.min(wait, Math.min(startSpot, startOnDemand));
            now.idle[slack] = start;
            for (int i = 0; i < starting.length; i++) {
                long keepSpot = available ? hold(next.spot, spotPrice, i, slack, work) : NEVER;
                now.spot[i][slack] = Math.min(start, keepSpot);
                now.onDemand[i][slack] = Math.min(start, hold(next.onDemand, onDemandPrice, i, slack, work));
            }
        }
    }

    /** The cost of holding something for a tick with so much of its overhead left, and of the best from then on. */
    private long hold(long[][] next, long price, int index, int slack, int work) {
        int overhead = starting[index];
        if (overhead > slack) {
            return NEVER;
        }
        if (overhead + work <= tick) {
            return price * (overhead + work);
        }
        int left = overhead > tick ? index - 1 : 0;
        return price * tick + next[left][slack - Math.min(overhead, tick)];
    }

    private static void set(Layer layer, int slack, long value) {
        layer.idle[slack] = value;
        for (int i = 0; i < layer.spot.length; i++) {
            layer.spot[i][slack] = value;
            layer.onDemand[i][slack] = value;
        }
    }

    private int units(long millis) {
        return Math.toIntExact(millis / unit);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
