package io.ess4j.sim.cli;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problem;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.report.RunReport;
import io.ess4j.sim.report.SummaryText;
import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioReader;
import io.ess4j.sim.scenario.ScenarioRun;
import io.ess4j.sim.workload.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ess run}: simulates a scenario and writes its report. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Simulates a scenario and writes a report: summary.json, timeline.csv, activities.jsonl and report.html, "
                    + "one file to open in a browser.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The simulation ran to its end.",
            "1:The simulation failed.",
            "2:The input or the command line is wrong; nothing was written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ess run",
            "  ess run my.yaml --seed 7 --out my-report",
            "  ess run --trace elb_request_count.csv --trace-scale 100 \\",
            "          --prices alibaba_ondemand.csv --region cn-hangzhou"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description =
                    "The scenario, a YAML file; print one to start from with: ess scenario. Without it the built-in "
                            + "online-education scenario runs, or trace-replay if there is a trace.")
    private @Nullable Path scenario;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Replay a recorded load, a CSV file with the columns timestamp,value, in place of the "
                    + "scenario's workload. The run starts and lasts as the trace does.")
    private @Nullable Path trace;

    @Option(
            names = "--trace-unit",
            paramLabel = "UNIT",
            description = "What the values of the trace are: count, requests until the next row (default), or rate, "
                    + "requests a second.")
    private Trace.Unit traceUnit = Trace.Unit.COUNT;

    @Option(
            names = "--trace-scale",
            paramLabel = "FACTOR",
            description = "Multiply the values of the trace. Default: 1.")
    private double traceScale = 1;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "Take on-demand prices from a price list, a CSV file of the columns region, instance_type, "
                    + "price_per_hour_cny, vcpu_derived, memory_gib_derived or region, instance_type, price_per_hour, "
                    + "currency, vcpu, memory_gib. A price of 0 means unknown.")
    private @Nullable Path prices;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "The region of the price list. Default: ${DEFAULT-VALUE}.")
    private String region = "cn-hangzhou";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Seed of all random streams, in place of the scenario's.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("ess-report");

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        if (!(traceScale >= 0 && traceScale <= 1e9)) {
            throw new ParameterException(spec.commandLine(), "--trace-scale must be from 0 to 1000000000");
        }
        needs("--trace-scale", "--trace", trace);
        needs("--trace-unit", "--trace", trace);
        needs("--region", "--prices", prices);
        Scenario read = read();
        PrintWriter err = spec.commandLine().getErr();
        var measured = new RunFigures(read);
        try (RunReport report = report(read)) {
            try (Progress progress = Progress.of(read, err, quiet)) {
                new ScenarioRun(read, all(List.of(measured, report, progress))).run();
            }
            report.finish(measured);
        }
        if (!quiet) {
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.print(SummaryText.of(read, measured, Terminal.colour()));
            terminal.print("\n  Report: " + out.resolve("report.html") + "\n\n");
            terminal.flush();
        }
        return Main.OK;
    }

    /** An option that would change nothing is a mistake, and is said to be one. */
    private void needs(String option, String other, @Nullable Path value) {
        boolean given = spec.commandLine().getParseResult().hasMatchedOption(option);
        if (given && value == null) {
            throw new ParameterException(spec.commandLine(), option + " has no meaning without " + other);
        }
    }

    private Scenario read() {
        var overrides = new Overrides(
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Optional.ofNullable(trace).map(file -> new Overrides.TraceFile(file, traceUnit, traceScale)),
                Optional.ofNullable(prices).map(file -> new Overrides.PriceFile(file, region)));
        if (scenario != null) {
            return ScenarioReader.read(scenario, overrides);
        }
        return ScenarioReader.read(
                trace == null ? BuiltInScenario.ONLINE_EDUCATION : BuiltInScenario.TRACE_REPLAY, overrides);
    }

    private RunReport report(Scenario read) {
        try {
            return new RunReport(out, read);
        } catch (IOException e) {
            throw new InputException(
                    List.of(new Problem(out.toString(), 0, "the report cannot be written: " + e.getMessage())), 0);
        }
    }

    private static RunObserver all(List<RunObserver> observers) {
        return new RunObserver() {
            @Override
            public void period(Period period) {
                observers.forEach(o -> o.period(period));
            }

            @Override
            public void activity(Activity activity) {
                observers.forEach(o -> o.activity(activity));
            }
        };
    }
}
