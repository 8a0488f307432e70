package io.ess4j.bench.report;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
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
        Map<Cell, RunResult> runs = new HashMap<>();
        long begin = System.nanoTime();
        for (Cell cell : cells) {
            int done = measured.size();
            long spent = System.nanoTime() - begin;
            String left = done == 0 ? "" : ", " + seconds(spent / done * (cells.size() - done)) + " s left";
            progress.println(title + ", " + (done + 1) + " of " + cells.size() + left + ": " + cell);
            RunResult result = runs.computeIfAbsent(cell.run(), this::run);
            measured.put(
                    cell,
                    cell.counter().isPresent() ? counted(result, cell.counter().get()) : timed(result));
        }
        return measured;
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos);
    }

    private RunResult run(Cell cell) {
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
            return results.iterator().next();
        } catch (RunnerException e) {
            throw new IllegalStateException(cell + " failed", e);
        }
    }

    private static Measured timed(RunResult result) {
        boolean single = result.getParams().getMode() == Mode.SampleTime;
        Result<?> time = result.getPrimaryResult();
        double mean = time.getScore();
        return new Measured(
                mean,
                single ? time.getStatistics().getPercentile(50) : mean,
                single ? time.getStatistics().getPercentile(99) : mean,
                bytes(result));
    }

    /** The mean of what a method timed itself; the bytes are those of the whole call. */
    private static Measured counted(RunResult result, String counter) {
        double nanos = secondary(result, counter) / secondary(result, "calls");
        return new Measured(nanos, nanos, nanos, bytes(result));
    }

    private static double secondary(RunResult result, String name) {
        return requireNonNull(result.getSecondaryResults().get(name), name).getScore();
    }

    private static double bytes(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return bytes == null ? 0 : bytes.getScore();
    }
}
