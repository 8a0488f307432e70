package io.ess4j.sim.sweep;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        int threads = Math.max(1, Integer.parseInt(where));
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            ExecutorCompletionService<Row> runs = new ExecutorCompletionService<>(pool);
            int begun = 0;
            for (int finished = 0; finished < points.size(); finished++) {
                // a few ahead of the threads, so that a million points do not wait in memory
                while (begun < points.size() && begun < finished + 2 * threads) {
                    int point = points.get(begun++);
                    runs.submit(() -> sweep.run(point));
                }
                done.accept(runs.take().get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
