package io.ess4j.sim.sweep;

import java.util.List;
import java.util.function.Consumer;

/** Runs points in threads of this process; {@code where} is their number. */
public final class LocalExecutor implements SweepExecutor {
    /** Creates an executor. */
    public LocalExecutor() {}

    @Override
    public String name() {
        return "local";
    }

    @Override
    public void run(Sweep sweep, List<Integer> points, String where, Consumer<Row> done) {
        Threads.run(Math.max(1, Integer.parseInt(where)), points, sweep::run, done);
    }
}
