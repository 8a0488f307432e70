package io.ess4j.sim.metrics;

/** Watches a run: is told every period and every scaling activity, in the order of their ends. */
public interface RunObserver {
    /**
     * A metric period has ended.
     *
     * @param period what was measured
     */
    void period(Period period);

    /**
     * A scaling activity has ended, or the run ended before it did.
     *
     * @param activity what was done and why
     */
    void activity(Activity activity);
}
