package io.ess4j.sim.metrics;

/**
 * Watches a run and has figures to tell in the end. What is measured in addition to the sums of a run implements this;
 * summaries, comparisons and sweeps then show it.
 */
public interface FigureSource extends RunObserver {
    /**
     * Adds the figures of the run. The names must not depend on what happened in it.
     *
     * @param figures where they go
     */
    void addTo(Figures.Builder figures);
}
