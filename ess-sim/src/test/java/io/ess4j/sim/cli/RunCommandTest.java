package io.ess4j.sim.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.report.RunReport;
import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesFourFilesAndASummary() throws IOException {
        Shell shell = run(small(), "a");

        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(files("a").keySet())
                .containsExactly("activities.jsonl", "report.html", "summary.json", "timeline.csv");
        assertThat(shell.out()).contains("Online education platform", "Cost", "Objective kept", "report.html");
        assertThat(shell.err().lines()).hasSizeLessThanOrEqualTo(4).allMatch(l -> l.startsWith("ess: "));
    }

    @Test
    void sectionsHaveHeadingsInWordsAndThoseWithoutAnythingAreOneLine() throws IOException {
        assertThat(run(small(), "a").out().lines().map(String::strip))
                .contains("Cost by reason", "none: interruptions, batches")
                .doesNotContain("Interruptions", "Batches");
    }

    @Test
    void theSameScenarioGivesTheSameBytes() throws IOException {
        Path scenario = small();
        run(scenario, "a", "--quiet");
        run(scenario, "b", "--quiet");
        run(scenario, "c", "--quiet", "--seed", "99");

        assertThat(files("a")).isEqualTo(files("b"));
        assertThat(files("c").get("timeline.csv")).isNotEqualTo(files("a").get("timeline.csv"));
    }

    @Test
    void quietPrintsNothing() throws IOException {
        Shell shell = run(small(), "a", "--quiet");

        assertThat(shell.out() + shell.err()).isEmpty();
    }

    @Test
    void replaysATraceAtAListPrice() throws IOException {
        Path trace = Files.writeString(
                folder.resolve("t.csv"), "timestamp,value\n2014-04-10 00:00:00,600\n2014-04-10 00:05:00,900\n");
        Path prices = Files.writeString(folder.resolve("p.csv"), """
                region,instance_type,price_per_hour,currency,vcpu,memory_gib
                x,ecs.c5.large,1.5,USD,2,4
                x,ecs.c5.xlarge,3,USD,4,8
                x,ecs.c5.2xlarge,6,USD,8,16
                x,unknown,0,USD,8,16
                y,ecs.c5.large,9,EUR,2,4
                """);

        Shell shell = Shell.ess(
                "run",
                "--trace",
                trace.toString(),
                "--trace-scale",
                "2",
                "--prices",
                prices.toString(),
                "--region",
                "x",
                "--out",
                folder.resolve("a").toString());

        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(requireNonNull(files("a").get("timeline.csv")).lines()).hasSize(11);
        assertThat(files("a").get("summary.json"))
                .contains("\"arrived\" : 3000", "\"load\" : \"trace t.csv x 2\"", "\"currency\" : \"USD\"")
                .contains("region x (3 prices, 1 unknown skipped)");
    }

    @Test
    void aPriceThatTheListLacksIsAProblemOfTheOffering() throws IOException {
        Path prices = Files.writeString(
                folder.resolve("p.csv"),
                "region,instance_type,price_per_hour,currency,vcpu,memory_gib\nx,a,1.5,USD,2,4\n");

        Shell shell = Shell.ess("run", "--prices", prices.toString(), "--region", "x");

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err())
                .contains("online-education.yaml:", "the price list has no price of ecs.c5.large in region x");
    }

    @Test
    void wrongUsageIsExitCode2WithoutATrace() {
        assertThat(Shell.ess("run", "--no-such-option").code()).isEqualTo(2);
        assertThat(Shell.ess("no-such-command").code()).isEqualTo(2);
        assertThat(Shell.ess("run", "--seed", "x").err())
                .contains("Invalid value for option '--seed'")
                .doesNotContain("\tat ");
        assertThat(Shell.ess("run", "--trace-scale", "-1").err())
                .contains("--trace-scale must be from 0 to 1000000000");
        assertThat(Shell.ess("run", "--trace-scale", "2").err())
                .contains("--trace-scale has no meaning without --trace");
        assertThat(Shell.ess("run", "--region", "x").code()).isEqualTo(2);
        assertThat(Shell.ess("run", "missing.yaml").err()).isEqualTo("missing.yaml: there is no such file\n");
        assertThat(Shell.ess("run", folder.toString()).err()).contains("it is a directory");
    }

    @Test
    void anOutputThatCannotBeWrittenIsExitCode2() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        Shell shell = run(small(), "file", "--quiet");

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains("file: cannot be written: ", "file is a file, not a folder");
    }

    @Test
    void aRunThatFailsLeavesNothingBehind() throws IOException {
        Scenario scenario = ScenarioReader.read(BuiltInScenario.ONLINE_EDUCATION, Overrides.NONE);
        Path fresh = folder.resolve("fresh");
        Path used = Files.createDirectory(folder.resolve("used"));
        Files.writeString(used.resolve("timeline.csv"), "of the run before");

        new RunReport(fresh, scenario).close();
        new RunReport(used, scenario).close();

        assertThat(fresh).doesNotExist();
        assertThat(files("used")).containsExactly(Map.entry("timeline.csv", "of the run before"));
    }

    @Test
    void aUsageErrorIsOneLineAndAHint() {
        assertThat(Shell.ess("run", "--sed", "7").err()).isEqualTo("""
                ess: Unknown option: '--sed'
                Possible solutions: --seed, --set
                Try 'ess run --help'.
                """);
        assertThat(Shell.ess("rum").err())
                .contains("Did you mean")
                .contains("run")
                .contains("Try 'ess --help'.");
        assertThat(Shell.ess("help", "run").out()).contains("Usage: ess run", "Exit codes:");
        assertThat(Shell.ess("help", "run").code()).isZero();
    }

    @Test
    void aLoggedRunReplays() throws IOException {
        Path log = folder.resolve("d.jsonl");
        Path packed = folder.resolve("d.jsonl.gz");
        run(small(), "a", "--quiet", "--log", log.toString());
        run(small(), "a", "--quiet", "--log", packed.toString());

        assertThat(Shell.ess("replay", log.toString()).out())
                .matches("\\d+ decisions replayed, every byte the same.\n")
                .isEqualTo(Shell.ess("replay", packed.toString()).out());
        assertThat(Files.size(packed)).isLessThan(Files.size(log) / 10);

        Files.writeString(log, Files.readString(log).replaceFirst("AT_DESIRED", "CHOSEN"));
        Shell differs = Shell.ess("replay", log.toString());
        assertThat(differs.code()).isEqualTo(1);
        assertThat(differs.out())
                .contains("plan.decision.change.reason", "logged   \"CHOSEN\"", "decided  \"AT_DESIRED\"");
        assertThat(Shell.ess("replay", log.toString(), "--json").out()).contains("\"same\" : false");
        assertThat(Shell.ess("replay", folder.resolve("none").toString()).code())
                .isEqualTo(2);
        assertThat(Shell.ess("replay", small().toString()).err()).contains("small.yaml:1: ");
    }

    @Test
    void aLoggedDecisionIsExplained() throws IOException {
        Path log = folder.resolve("d.jsonl");
        run(small(), "a", "--quiet", "--log", log.toString());
        String line = Files.readAllLines(log).get(1);
        String at = line.substring(line.indexOf("\"at\":\"") + 6, line.indexOf("Z\"") + 1);

        Shell explained = Shell.ess("replay", log.toString(), "--explain", at);
        assertThat(explained.code()).isZero();
        assertThat(explained.out())
                .contains("group education at " + at + ", ")
                .endsWith(" decisions replayed, every byte the same.\n");
        assertThat(Shell.ess("replay", log.toString(), "--explain", at, "--json")
                        .out())
                .contains("\"explained\" : [", "\"group education at " + at);
        assertThat(Shell.ess("replay", log.toString()).out()).doesNotContain("group education");

        Shell never = Shell.ess("replay", log.toString(), "--explain", "1999-01-01T00:00:00Z");
        assertThat(never.code()).isEqualTo(2);
        assertThat(never.err()).contains("--explain (1999-01-01T00:00:00Z) must be the time of a decision");
        assertThat(Shell.ess("replay", log.toString(), "--explain", "noon").err())
                .contains("--explain (noon) must be a time such as 2026-01-05T08:00:00Z");
    }

    @Test
    void helpNamesExitCodesAndExamples() {
        String help = Shell.ess("run", "--help").out();

        assertThat(help)
                .contains("Exit codes:", "Examples:", "--trace", "--prices", "--region", "--seed", "--out", "--quiet");
        assertThat(Shell.ess("--version").out()).startsWith("ess ");
        assertThat(Shell.ess("--help").out()).contains("run", "scenario");
    }

    @Test
    void printedScenariosParseToTheBuiltInOnes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("printed.yaml"), Shell.ess("scenario").out());

        assertThat(ScenarioReader.read(file, Overrides.NONE))
                .isEqualTo(ScenarioReader.read(BuiltInScenario.ONLINE_EDUCATION, Overrides.NONE));
        assertThat(Shell.ess("scenario", "trace-replay").out()).isEqualTo(BuiltInScenario.TRACE_REPLAY.text());
        assertThat(Shell.ess("scenario", "nothing").code()).isEqualTo(2);
        assertThat(Shell.ess("scenario", "nothing").err())
                .contains("'nothing' must be one of online-education, trace-replay")
                .doesNotContain("Exception");
    }

    private Shell run(Path scenario, String out, String... more) {
        return Shell.ess(Stream.concat(
                        Stream.of(
                                "run",
                                scenario.toString(),
                                "--out",
                                folder.resolve(out).toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Path small() throws IOException {
        return Files.writeString(
                folder.resolve("small.yaml"),
                BuiltInScenario.ONLINE_EDUCATION.text().replace("length: 28d", "length: 2d"));
    }

    private Map<String, String> files(String out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder.resolve(out))) {
            for (Path file : list.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return files;
    }
}
