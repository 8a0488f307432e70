package io.ess4j.sim.metrics;

/** Averages the capacity in service over spans of time. Not safe for use by several threads. */
public final class CapacityMeter {
    private long units;
    private long sinceMillis;
    private long fromMillis;
    private double unitMillis;

    /** Creates a meter that shows 0 units at time 0. */
    public CapacityMeter() {}

    /**
     * Capacity comes into service, or leaves it.
     *
     * @param change capacity units, negative if they leave
     * @param nowMillis when, not before the last call
     */
    public void change(long change, long nowMillis) {
        unitMillis += (double) units * (nowMillis - sinceMillis);
        sinceMillis = nowMillis;
        units += change;
    }

    /**
     * The capacity in service now.
     *
     * @return capacity units
     */
    public long units() {
        return units;
    }

    /**
     * The average since the last reading; the next span begins.
     *
     * @param nowMillis when, after the last reading
     * @return capacity units
     */
    public double read(long nowMillis) {
        change(0, nowMillis);
        double average = unitMillis / (nowMillis - fromMillis);
        unitMillis = 0;
        fromMillis = nowMillis;
        return average;
    }
}
