package io.ess4j.sim.deadline;

import java.util.Arrays;

/**
 * What a job is expected to cost from each situation on, if spot comes and goes by known laws and everything is decided
 * well: dynamic programming backwards over ticks.
 *
 * <p>A situation is the tick, the slack (a grid of two ticks, linear between), whether spot is available, the age class
 * of that run, and what is held. Amounts are money per tick of a price of 1e9 nanos. An overhead longer than a tick is
 * counted at once. Memory: 20 floats for each tick and each point of the grid.
 */
final class ValueTable {
    private static final int STATES = 5 * RunAges.CLASSES;
    private static final double IMPOSSIBLE = 1e9;

    private final double tick;
    private final double deadline;
    private final double overhead;
    private final double spotPrice;
    private final double onDemandPrice;
    private final RunLaw up;
    private final RunLaw down;
    private final double step;
    private final int points;
    private final float[][] values;

    ValueTable(DeadlineJob job, RunLaw up, RunLaw down) {
        this.tick = job.tickMillis();
        this.deadline = job.deadlineMillis();
        this.overhead = job.overheadMillis();
        this.spotPrice = job.spot().nanosPerHour() / 1e9 / tick;
        this.onDemandPrice = job.onDemand().nanosPerHour() / 1e9 / tick;
        this.up = up;
        this.down = down;
        this.step = 2 * tick;
        this.points = (int) Math.ceil((deadline - job.workMillis()) / step) + 1;
        int ticks = (int) Math.ceil(deadline / tick);
        this.values = new float[ticks + 1][STATES * points];
        Arrays.fill(values[ticks], (float) IMPOSSIBLE);
        Arrays.fill(values[ticks], 0, STATES, 0);
        for (int k = ticks - 1; k >= 0; k--) {
            fill(k);
        }
    }

    private static int state(boolean available, int ageClass, Holding holding) {
        return available
                ? 3 * ageClass + holding.ordinal()
                : 3 * RunAges.CLASSES + 2 * ageClass + (holding == Holding.ON_DEMAND ? 1 : 0);
    }

    private void fill(int k) {
        float[] row = values[k];
        for (int point = 0; point < points; point++) {
            double slack = point * step;
            double work = deadline - k * tick - slack;
            if (work > 0) {
                for (int age = 0; age < RunAges.CLASSES; age++) {
                    fill(row, point * STATES, new Place(k, slack, work, true, age, up.ends(RunAges.middle(age))));
                    fill(row, point * STATES, new Place(k, slack, work, false, age, down.ends(RunAges.middle(age))));
                }
            }
        }
    }

    /** Where a decision is made, whatever is held. */
    record Place(int tick, double slack, double work, boolean available, int ageClass, double ends) {}

    private void fill(float[] row, int at, Place place) {
        if (place.slack <= 2 * overhead) {
            for (Holding holding : Holding.values()) {
                double start = holding == Holding.ON_DEMAND ? 0 : overhead;
                row[at + state(place.available, place.ageClass, holding)] =
                        (float) (onDemandPrice * (place.work + start));
            }
            return;
        }
        double start = Math.min(cost(place, Holding.NOTHING, 0), cost(place, Holding.ON_DEMAND, overhead));
        if (place.available) {
            start = Math.min(start, cost(place, Holding.SPOT, overhead));
            row[at + state(true, place.ageClass, Holding.SPOT)] = (float) Math.min(start, cost(place, Holding.SPOT, 0));
        }
        row[at + state(place.available, place.ageClass, Holding.NOTHING)] = (float) start;
        row[at + state(place.available, place.ageClass, Holding.ON_DEMAND)] =
                (float) Math.min(start, cost(place, Holding.ON_DEMAND, 0));
    }

    /**
     * The expected cost of one tick on something, and of the best from then on.
     *
     * @param next what is held for the tick; spot only if it is available
     * @param starting what is left of its overhead
     */
    double cost(Place place, Holding next, double starting) {
        boolean waits = next == Holding.NOTHING;
        double slack = place.slack - (waits ? tick : starting);
        if (next != Holding.ON_DEMAND && slack < overhead) {
            return IMPOSSIBLE;
        }
        double price = waits ? 0 : next == Holding.SPOT ? spotPrice : onDemandPrice;
        if (!waits && place.work + starting <= tick) {
            return price * (place.work + starting);
        }
        float[] row = values[place.tick + 1];
        double advances = RunAges.advances(place.ageClass);
        double same = value(row, state(place.available, place.ageClass, next), slack);
        if (advances > 0) {
            same = (1 - advances) * same
                    + advances * value(row, state(place.available, place.ageClass + 1, next), slack);
        }
        Holding kept = place.available && next == Holding.SPOT ? Holding.NOTHING : next;
        double other = value(row, state(!place.available, 0, kept), slack);
        return price * tick + (1 - place.ends) * same + place.ends * other;
    }

    private double value(float[] row, int state, double slack) {
        double at = Math.max(0, Math.min(points - 1, slack / step));
        int point = (int) Math.min(points - 2, at);
        if (points == 1) {
            return row[state];
        }
        double part = at - point;
        return row[point * STATES + state] * (1 - part) + row[(point + 1) * STATES + state] * part;
    }
}
