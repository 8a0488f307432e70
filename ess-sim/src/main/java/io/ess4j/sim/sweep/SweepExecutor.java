package io.ess4j.sim.sweep;

import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the points of a sweep, wherever it does. Other implementations are found as services; the rows are the same
 * whichever runs them.
 */
public interface SweepExecutor {
    /**
     * What this executor is called.
     *
     * @return such as {@code local} or {@code spark}
     */
    String name();

    /**
     * Runs points. Rows may come in any order, each once, one at a time.
     *
     * @param sweep the sweep
     * @param points the points to run
     * @param where what the user said about the place, such as the address of a cluster
     * @param done takes the rows as they come
     */
    void run(Sweep sweep, List<Integer> points, String where, Consumer<Row> done);
}
