package io.ess4j.sim.cli;

import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.scenario.Scenario;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a run has come: a bar on a terminal, four lines elsewhere, or nothing. */
abstract class Progress implements RunObserver, AutoCloseable {
    private static final long MINUTE = 60_000;
    private static final int MINUTES_PER_DAY = 1_440;

    static Progress of(Scenario scenario, PrintWriter err, boolean quiet) {
        if (quiet) {
            return new Silent();
        }
        return Terminal.isTerminal(Terminal.ERR) ? new Bar(scenario, err) : new Lines(scenario, err);
    }

    @Override
    public void activity(Activity activity) {}

    @Override
    public void close() {}

    private static final class Silent extends Progress {
        @Override
        public void period(Period period) {}
    }

    /** A line at each quarter of the run. */
    private static final class Lines extends Progress {
        private final Scenario scenario;
        private final PrintWriter err;
        private int quarter;

        Lines(Scenario scenario, PrintWriter err) {
            this.scenario = scenario;
            this.err = err;
        }

        @Override
        public void period(Period period) {
            int reached =
                    (int) (4 * period.toMillis() / scenario.span().length().toMillis());
            if (reached > quarter) {
                quarter = reached;
                err.print("ess: " + 25 * quarter + " % simulated, " + local(scenario, period) + "\n");
                err.flush();
            }
        }
    }

    /** Simulated time, rate and remaining time; drawn by a thread of its own, a few times a second. */
    private static final class Bar extends Progress {
        private final Scenario scenario;
        private final ProgressBar bar;
        private long shownHour = -1;

        Bar(Scenario scenario, PrintWriter err) {
            this.scenario = scenario;
            this.bar = ProgressBar.builder()
                    .setTaskName("Simulating")
                    .setInitialMax(scenario.span().length().toMinutes())
                    .setUnit(" days", MINUTES_PER_DAY)
                    .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .setConsumer(new OneLine(err, Terminal.columns() - 1))
                    .build();
        }

        @Override
        public void period(Period period) {
            long minutes = period.toMillis() / MINUTE;
            bar.stepTo(minutes);
            if (minutes / 60 > shownHour) {
                shownHour = minutes / 60;
                bar.setExtraMessage("  " + local(scenario, period));
            }
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Draws over one line, and leaves no trace of it in the end; the library's own way needs native code. */
    static final class OneLine implements ProgressBarConsumer {
        private final PrintWriter err;
        private final int columns;

        OneLine(PrintWriter err, int columns) {
            this.err = err;
            this.columns = columns;
        }

        @Override
        public int getMaxRenderedLength() {
            return columns;
        }

        @Override
        public void accept(String line) {
            err.print("\r" + line);
            err.flush();
        }

        @Override
        public void close() {
            err.print("\r" + " ".repeat(columns) + "\r");
            err.flush();
        }
    }

    private static String local(Scenario scenario, Period period) {
        LocalDateTime time = LocalDateTime.ofInstant(
                scenario.span().start().plusMillis(period.toMillis()),
                scenario.span().zone());
        return time.toLocalDate() + " " + time.toLocalTime().withSecond(0).withNano(0);
    }
}
