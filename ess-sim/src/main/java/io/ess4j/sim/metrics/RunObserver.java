package io.ess4j.sim.metrics;

import io.ess4j.ScalingPlan;
import io.ess4j.model.Market;
import java.util.List;

/** Watches a run: is told every period, every decision, and every scaling activity in the order of their ends. */
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

    /**
     * A question was put to ess-core and answered. Most answers change nothing.
     *
     * @param plan the answer; it holds group, state, trigger and time
     * @param market what could be bought
     */
    default void decision(ScalingPlan plan, Market market) {}

    /**
     * Several observers as one.
     *
     * @param observers who is told, in this order
     * @return an observer that tells them all
     */
    static RunObserver all(List<RunObserver> observers) {
        List<RunObserver> copy = List.copyOf(observers);
        return new RunObserver() {
            @Override
            public void period(Period period) {
                copy.forEach(o -> o.period(period));
            }

            @Override
            public void activity(Activity activity) {
                copy.forEach(o -> o.activity(activity));
            }

            @Override
            public void decision(ScalingPlan plan, Market market) {
                copy.forEach(o -> o.decision(plan, market));
            }
        };
    }
}
