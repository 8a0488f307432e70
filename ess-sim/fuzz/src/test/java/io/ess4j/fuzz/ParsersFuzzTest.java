package io.ess4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.ess4j.event.Receiver;
import io.ess4j.launch.UserData;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.naming.HostNameSequence;
import io.ess4j.schedule.CronExpression;
import io.ess4j.sim.cloud.AvailabilityTraceReader;
import io.ess4j.sim.cloud.PriceList;
import io.ess4j.sim.cloud.PriceTraceReader;
import io.ess4j.sim.cloudstate.CloudFacts;
import io.ess4j.sim.cloudstate.EventReader;
import io.ess4j.sim.cloudstate.PolicyReader;
import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problems;
import io.ess4j.sim.replay.Replay;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.ScenarioReader;
import io.ess4j.sim.sweep.Axis;
import io.ess4j.sim.sweep.Grid;
import io.ess4j.sim.workload.TraceReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Everything that reads a text, led by coverage. An answer may come out or an IllegalArgumentException; anything else
 * is a finding. As tests they read the saved inputs; how to fuzz stands in docs/CONTRIBUTING.md.
 */
class ParsersFuzzTest {
    private static final Instant AT = Instant.parse("2026-01-05T12:00:00Z");

    /** Reads a text. */
    private interface Reading {
        void of(String text) throws IOException;
    }

    private static void read(byte[] bytes, Reading reading) {
        try {
            reading.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | InputException e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of those bytes. */
    private static void readFile(byte[] bytes, Reading reading) {
        read(bytes, text -> {
            Path file = Files.createTempFile("fuzz", ".csv");
            try {
                Files.write(file, bytes);
                reading.of(file.toString());
            } finally {
                Files.delete(file);
            }
        });
    }

    @FuzzTest(maxDuration = "60s")
    void hostNamePattern(byte[] bytes) {
        read(bytes, text -> {
            HostNamePattern pattern = HostNamePattern.parse(text);
            assertThat(HostNamePattern.parse(pattern.toString())).isEqualTo(pattern);
            HostNameSequence.of(pattern).observe(List.of(text, "a1")).next(3);
        });
    }

    @FuzzTest(maxDuration = "60s")
    void cron(byte[] bytes) {
        read(bytes, text -> {
            CronExpression cron = CronExpression.parse(text);
            assertThat(CronExpression.parse(cron.toString())).isEqualTo(cron);
            cron.next(AT, ZoneOffset.UTC);
        });
    }

    @FuzzTest(maxDuration = "60s")
    void amounts(byte[] bytes) {
        read(bytes, Price::perHour);
        read(bytes, Money::of);
    }

    @FuzzTest(maxDuration = "60s")
    void receiver(byte[] bytes) {
        read(
                bytes,
                text -> assertThat(Receiver.parse(Receiver.parse(text).toString()))
                        .isEqualTo(Receiver.parse(text)));
    }

    @FuzzTest(maxDuration = "60s")
    void userData(byte[] bytes) {
        read(bytes, text -> UserData.parse(text).linesWithSecrets());
    }

    @FuzzTest(maxDuration = "60s")
    void policy(byte[] bytes) {
        read(bytes, text -> PolicyReader.read("policy.json", "p", text));
    }

    @FuzzTest(maxDuration = "60s")
    void event(byte[] bytes) {
        read(bytes, text -> EventReader.content("event.json", text));
        read(bytes, text -> EventReader.envelope("event.json", text));
    }

    @FuzzTest(maxDuration = "60s")
    void cloudState(byte[] bytes) {
        read(bytes, text -> new CloudFacts().add("answer.json", text));
    }

    @FuzzTest(maxDuration = "60s")
    void scenario(byte[] bytes) {
        read(bytes, text -> ScenarioReader.parse("scenario.yaml", text, Overrides.NONE));
    }

    @FuzzTest(maxDuration = "60s")
    void decisionLog(byte[] bytes) {
        read(bytes, text -> Replay.run("decisions.jsonl", new StringReader(text)));
    }

    @FuzzTest(maxDuration = "60s")
    void sweepAxis(byte[] bytes) {
        read(bytes, Axis::parse);
        read(bytes, Grid::parseSeeds);
    }

    @FuzzTest(maxDuration = "60s")
    void trace(byte[] bytes) {
        readFile(bytes, file -> TraceReader.read(Path.of(file), ZoneOffset.UTC, new Problems()));
    }

    @FuzzTest(maxDuration = "60s")
    void prices(byte[] bytes) {
        readFile(bytes, file -> PriceList.read(Path.of(file), "cn-hangzhou", new Problems()));
        readFile(bytes, file -> PriceTraceReader.read(Path.of(file), new Problems()));
        readFile(bytes, file -> AvailabilityTraceReader.read(Path.of(file), Duration.ofMinutes(10), new Problems()));
    }
}
