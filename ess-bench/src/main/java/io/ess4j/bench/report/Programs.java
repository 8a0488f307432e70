package io.ess4j.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Figures of whole programs: start-up, memory at rest, and decisions a second on all cores. */
final class Programs {
    private static final int STARTS = 9;
    /** A heap that the periods of ten years would not fit, if they were kept. */
    private static final String TEN_YEARS_HEAP = "64M";

    private Programs() {}

    static String measure(PrintStream progress) throws IOException {
        progress.println("whole programs");
        int cores = Runtime.getRuntime().availableProcessors();
        Cell one = Cell.of("PlanBenchmark.scaleOut size=100");
        Cell all = one.withThreads(cores);
        Map<Cell, Measured> plans = new Laboratory(Effort.THREADS, progress).round(List.of(one, all), "throughput");
        double onOne = 1e9 / plans.getOrDefault(one, new Measured(1, 1, 1, 0)).nanos();
        double onAll =
                cores * 1e9 / plans.getOrDefault(all, new Measured(1, 1, 1, 0)).nanos();
        String[] memory = run(MillionInstances.class).split(" ", -1);
        long begin = System.nanoTime();
        run(TenYears.class, "-Xmx" + TEN_YEARS_HEAP, "-XX:ActiveProcessorCount=1");
        double tenYears = System.nanoTime() - begin;
        return "| program | figure |\n|---|---|\n"
                + row("start of a JVM that does nothing", Text.time(medianStart(Nothing.class)))
                + row("start to the first plan of an embedding program", Text.time(medianStart(FirstPlan.class)))
                + row("heap of a group of 1,000,000 instances, ids included", Text.bytes(number(memory, 0)))
                + row("the same without the ids", Text.bytes(number(memory, 1)))
                + row(
                        "ten simulated years of 200 instances, a decision every minute, one core, heap of "
                                + TEN_YEARS_HEAP,
                        Text.time(tenYears))
                + row("decisions a second, groups of 100, one core", Text.number(onOne))
                + row("decisions a second, groups of 100, " + cores + " cores", Text.number(onAll));
    }

    private static double number(String[] words, int index) {
        return Double.parseDouble(words[index].strip());
    }

    private static String row(String what, String figure) {
        return "| " + what + " | " + figure + " |\n";
    }

    private static double medianStart(Class<?> program) throws IOException {
        double[] nanos = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            run(program);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos[STARTS / 2];
    }

    private static String run(Class<?> program, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return output;
    }

    /** A program that does nothing. */
    static final class Nothing {
        private Nothing() {}

        /**
         * Ends.
         *
         * @param args ignored
         */
        public static void main(String[] args) {}
    }
}
