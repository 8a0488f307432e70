package io.ess4j.bench.report;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures cells with JMH, each in a JVM of its own. Cells that are compared run one after the other. */
final class Laboratory {
    private final Effort effort;
    private final PrintStream progress;

    Laboratory(Effort effort, PrintStream progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /** One round: every cell once, in order. */
    Map<Cell, Measured> round(Collection<Cell> cells, String title) {
        Map<Cell, Measured> measured = new LinkedHashMap<>();
        long begin = System.nanoTime();
        for (Cell cell : cells) {
            int done = measured.size();
            long spent = System.nanoTime() - begin;
            String left = done == 0 ? "" : ", " + seconds(spent / done * (cells.size() - done)) + " s left";
            progress.println(title + ", " + (done + 1) + " of " + cells.size() + left + ": " + cell);
            measured.put(cell, measure(cell));
        }
        return measured;
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos);
    }

    private Measured measure(Cell cell) {
        boolean single = cell.benchmark().endsWith("Sampled");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^io\\.ess4j\\..*\\b" + cell.benchmark().replace(".", "\\.") + "$")
                .forks(1)
                .threads(cell.threads())
                .warmupIterations(effort.warmups())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .mode(single ? Mode.SampleTime : Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        cell.params().forEach(options::param);
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            if (results.size() != 1) {
                throw new IllegalStateException(cell + " must name one benchmark, but named " + results.size());
            }
            return measured(results.iterator().next(), single);
        } catch (RunnerException e) {
            throw new IllegalStateException(cell + " failed", e);
        }
    }

    private static Measured measured(RunResult result, boolean single) {
        Result<?> time = result.getPrimaryResult();
        double mean = time.getScore();
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Measured(
                mean,
                single ? time.getStatistics().getPercentile(50) : mean,
                single ? time.getStatistics().getPercentile(99) : mean,
                bytes == null ? 0 : bytes.getScore());
    }
}
