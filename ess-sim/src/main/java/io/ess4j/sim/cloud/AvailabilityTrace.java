package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;

/**
 * When spot capacity of one market could be had: a step function over ticks of equal length, such as 600 s. Beyond its
 * ends the first and the last known value go on.
 */
public final class AvailabilityTrace {
    private final Duration tick;
    private final int first;
    private final int end;
    private final BitSet available;

    /**
     * Creates a trace.
     *
     * @param tick the length of a tick, at least a second
     * @param ticks the ticks at which the value changes, rising strictly, from 0 on
     * @param values the value from each of those ticks on
     * @param end the first tick that is no longer known, after the last change
     * @throws IllegalArgumentException if the ticks do not rise or are not as many as the values
     */
    public AvailabilityTrace(Duration tick, int[] ticks, boolean[] values, int end) {
        this.tick = requireNonNull(tick, "tick");
        if (tick.toMillis() < 1_000) {
            throw new IllegalArgumentException("tick (" + tick + ") must be at least a second");
        }
        if (ticks.length == 0 || ticks.length != values.length || ticks[0] < 0) {
            throw new IllegalArgumentException("ticks " + Arrays.toString(ticks) + " and values (" + values.length
                    + ") must be equally many, at least one, from 0 on");
        }
        this.first = ticks[0];
        this.end = end;
        this.available = new BitSet(end);
        for (int i = 0; i < ticks.length; i++) {
            int until = i + 1 < ticks.length ? ticks[i + 1] : end;
            if (until <= ticks[i]) {
                throw new IllegalArgumentException(
                        "tick " + until + " must come after tick " + ticks[i] + ", the change before it");
            }
            available.set(ticks[i], until, values[i]);
        }
    }

    /**
     * The length of a tick.
     *
     * @return at least a second
     */
    public Duration tick() {
        return tick;
    }

    /**
     * The first tick that is known.
     *
     * @return 0 or more
     */
    public int first() {
        return first;
    }

    /**
     * The first tick that is no longer known.
     *
     * @return above {@link #first()}
     */
    public int end() {
        return end;
    }

    /**
     * Whether spot capacity could be had, and held, during a tick.
     *
     * @param number the number of the tick
     * @return the value of the tick, or of the nearest known one
     */
    public boolean isAvailable(int number) {
        return available.get(Math.max(first, Math.min(end - 1, number)));
    }

    /**
     * The first tick after one at which the value is another.
     *
     * @param number the number of a tick
     * @return a later tick, or {@link Integer#MAX_VALUE} if the value never changes again
     */
    public int nextChange(int number) {
        int from = Math.max(first, Math.min(end - 1, number));
        int next = available.get(from) ? available.nextClearBit(from) : available.nextSetBit(from);
        return next < 0 || next >= end ? Integer.MAX_VALUE : next;
    }

    /**
     * The share of the known ticks at which capacity could be had.
     *
     * @return 0 to 1
     */
    public double availableRatio() {
        return (double) available.cardinality() / (end - first);
    }
}
