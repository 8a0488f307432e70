package io.ess4j.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFormatsTest {
    private static final Path DATA =
            Path.of(Optional.ofNullable(System.getProperty("ess.data")).orElse("../../shared/data"));

    @TempDir
    private Path folder;

    @Test
    void aColumnOfSeveralIsChosenByName() throws IOException {
        Path file = write("a.csv", "timestamp,cpu_usage,assigned_mem\n0,10,1\n300,20,2\n");

        assertThat(read(file, "").load(Trace.Unit.RATE, 1).expected(0, 300_000)).isEqualTo(3_000);
        assertThat(read(file, "assigned_mem").load(Trace.Unit.RATE, 1).expected(300_000, 600_000))
                .isEqualTo(600);
    }

    @Test
    void rowsWithoutTimeAreFiveMinutesApart() throws IOException {
        Path file = write(
                "g.csv",
                "avg_cpu,avg_mem,avg_assigned_mem,avg_cycles_per_instruction\n0.5,0.1,0.2,3\n0.25,0.1,0.2,3\n");

        Trace trace = read(file, "");

        assertThat(trace.lengthMillis()).isEqualTo(600_000);
        assertThat(trace.load(Trace.Unit.RATE, 100).expected(0, 600_000)).isEqualTo(100 * (150 + 75));
    }

    @Test
    void singleRequestsAreCountedAndTheirTokensTimed() throws IOException {
        String text = """
                TIMESTAMP,ContextTokens,GeneratedTokens
                2023-11-16 18:15:46.6805900,400,40
                2023-11-16 18:15:46.6805900,800,0
                2023-11-16 18:16:10.1,0,80
                """;
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        Trace trace = read(file, "");

        assertThat(trace.start()).isEqualTo(Instant.parse("2023-11-16T18:15:40Z"));
        assertThat(trace.size()).as("10 s each, the empty ones too").isEqualTo(4);
        assertThat(trace.load(Trace.Unit.COUNT, 1).expected(0, 40_000)).isEqualTo(3);
        // 100 + 1000, 200 and 2000 ms
        assertThat(trace.service().orElseThrow().meanMillis()).isEqualTo(1_100, within(1e-9));
        double variance = (1_100 * 1_100 + 200 * 200 + 2_000 * 2_000) / 3.0 - 1_100 * 1_100;
        assertThat(trace.service().orElseThrow().variability()).isEqualTo(variance / (1_100 * 1_100), within(1e-9));
    }

    @Test
    void functionCallsCountWhereTheyBegin() throws IOException {
        Path file = write("f.csv", "app,func,end_timestamp,duration\na,f,61.5,60.5\na,g,12,0.5\na,g,15,1\n");

        Trace trace = read(file, "");

        assertThat(trace.load(Trace.Unit.COUNT, 1).expected(0, 10_000)).isEqualTo(1);
        assertThat(trace.load(Trace.Unit.COUNT, 1).expected(10_000, 20_000)).isEqualTo(2);
        assertThat(trace.service().orElseThrow().meanMillis()).isEqualTo(62_000 / 3.0, within(1e-9));
    }

    @Test
    void anUnknownColumnIsToldOnceAndAForeignHeaderNamesTheKnownOnes() throws IOException {
        Path file = write("a.csv", "timestamp,cpu_usage,assigned_mem\n0,10,1\n300,20,2\n");
        var problems = new Problems();
        TraceReader.read(file, ZoneOffset.UTC, new TraceReader.Options("memory", 0, 0), problems);
        assertThat(problems.count()).isEqualTo(1);
        Assertions.assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("column (memory) must be one of cpu_usage, assigned_mem");

        var more = new Problems();
        TraceReader.read(write("b.csv", "when,what\n1,2\n"), ZoneOffset.UTC, more);
        Assertions.assertThatThrownBy(more::throwIfAny).hasMessageContaining("timestamp,value or timestamp,cpu_usage");
    }

    @Test
    void aPackedFileThatIsNoneIsRefused() throws IOException {
        var problems = new Problems();
        TraceReader.read(write("a.csv.gz", "timestamp,value\n1,2\n"), ZoneOffset.UTC, problems);

        Assertions.assertThatThrownBy(problems::throwIfAny).hasMessageContaining("cannot be read");
    }

    @Test
    void aPartAtTwiceTheSpeedIsTheSameLoadInHalfTheTime() throws IOException {
        Path file = write("s.csv", "timestamp,value\n0,10\n60,20\n120,30\n180,40\n");

        Trace part = read(file, "").part(60_000, 120_000, 2);

        assertThat(part.size()).isEqualTo(2);
        assertThat(part.lengthMillis()).isEqualTo(60_000);
        assertThat(part.load(Trace.Unit.COUNT, 1).expected(0, 30_000)).isEqualTo(20);
        Assertions.assertThatThrownBy(() -> read(file, "").part(240_000, 1, 1))
                .hasMessageContaining("from (240000 ms)");
    }

    @ParameterizedTest
    @CsvSource({
        "azure-v2/vm_cpu_mem_month_300s.csv, 2592000",
        "google2019/instance_usage_month_300s.csv, 2678400",
        "azure-llm-2023/AzureLLMInferenceTrace_code.csv.gz, 3500",
        "azure-llm-2023/AzureLLMInferenceTrace_conv.csv.gz, 3500",
        "azure-llm-2023/requests_conv_per_10s.csv, 3500",
        "azure-functions/azure2021_sample_200fn.csv, 1200",
    })
    void readsTheRecordedOnes(String name, long seconds) {
        Path file = DATA.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: there is no " + file);

        assertThat((double) read(file, "").lengthMillis() / 1000).isBetween(0.9 * seconds, 20.0 * seconds);
    }

    private static Trace read(Path file, String column) {
        var problems = new Problems();
        Optional<Trace> trace =
                TraceReader.read(file, ZoneOffset.UTC, new TraceReader.Options(column, 0.25, 25), problems);
        problems.throwIfAny();
        return trace.orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
