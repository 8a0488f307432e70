package io.ess4j.sim.sweep;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does pieces of work in some threads, and takes the results in this one as they come. */
final class Threads {
    private Threads() {}

    static <W, R> void run(int threads, List<W> pieces, Function<W, R> work, Consumer<R> done) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "run");
            thread.setDaemon(true);
            return thread;
        });
        try {
            ExecutorCompletionService<R> results = new ExecutorCompletionService<>(pool);
            int begun = 0;
            for (int finished = 0; finished < pieces.size(); finished++) {
                // a few ahead of the threads, so that a million pieces do not wait in memory
                while (begun < pieces.size() && begun < finished + 2 * threads) {
                    W piece = pieces.get(begun++);
                    results.submit(() -> work.apply(piece));
                }
                done.accept(results.take().get());
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
