package io.ess4j.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every peer runs once at its smallest size and is held to the same answer. */
class PeersTest {
    @Test
    void everyBenchmarkRuns() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("^io\\.ess4j\\.bench\\.peers\\.")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .mode(Mode.SingleShotTime)
                        .param("scale", "100x200")
                        .param("kind", "REALISTIC")
                        .param("pending", "1000")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();

        assertThat(results).hasSize(7);
    }

    @Test
    void timefoldFindsCovers() {
        TimefoldGap.main(new String[] {"1000"});
    }
}
