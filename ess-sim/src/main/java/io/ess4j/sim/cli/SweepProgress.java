package io.ess4j.sim.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how many runs of a sweep are finished, and how long the rest will take. */
abstract class SweepProgress implements AutoCloseable {
    static SweepProgress of(int left, int all, PrintWriter err, boolean quiet) {
        if (!quiet && left < all) {
            err.print("ess: " + (all - left) + " of " + all + " runs were finished before\n");
            err.flush();
        }
        if (quiet || left == 0) {
            return new Silent();
        }
        return Terminal.isTerminal(Terminal.ERR) ? new Bar(left, err) : new Lines(left, err);
    }

    /** A run is finished. */
    abstract void step();

    @Override
    public void close() {}

    private static final class Silent extends SweepProgress {
        @Override
        void step() {}
    }

    /** A line at each tenth. */
    private static final class Lines extends SweepProgress {
        private final int runs;
        private final PrintWriter err;
        private final long begin = System.nanoTime();
        private int finished;

        Lines(int runs, PrintWriter err) {
            this.runs = runs;
            this.err = err;
        }

        @Override
        void step() {
            finished++;
            if (10L * finished / runs > 10L * (finished - 1) / runs && finished < runs) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                err.print("ess: " + finished + " of " + runs + " runs, about "
                        + time(Math.round(seconds / finished * (runs - finished))) + " left\n");
                err.flush();
            }
        }

        private static String time(long seconds) {
            return seconds < 90 ? seconds + " s" : seconds < 5_400 ? seconds / 60 + " min" : seconds / 3_600 + " h";
        }
    }

    private static final class Bar extends SweepProgress {
        private final ProgressBar bar;

        Bar(int runs, PrintWriter err) {
            this.bar = ProgressBar.builder()
                    .setTaskName("Sweeping")
                    .setInitialMax(runs)
                    .setUnit(" runs", 1)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new Progress.OneLine(err, Terminal.columns() - 1))
                    .build();
        }

        @Override
        void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
