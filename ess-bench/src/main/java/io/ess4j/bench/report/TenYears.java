package io.ess4j.bench.report;

import io.ess4j.bench.SimulationBenchmark;
import java.io.IOException;

/** A program that simulates ten years and keeps nothing. */
final class TenYears {
    private static final int DAYS = 3650;

    private TenYears() {}

    /**
     * Simulates.
     *
     * @param args ignored
     * @throws IOException if the scenario cannot be read
     */
    public static void main(String[] args) throws IOException {
        SimulationBenchmark benchmark = new SimulationBenchmark();
        benchmark.days = DAYS;
        benchmark.prepare();
        benchmark.run();
    }
}
