package io.ess4j.sim.cli;

import io.ess4j.ScalingPlan;
import io.ess4j.model.Market;
import io.ess4j.sim.input.PartFile;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.replay.DecisionLog;
import io.ess4j.sim.report.RunReport;
import io.ess4j.sim.report.SummaryText;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "1:The simulation failed; nothing was written.",
            "2:The input or the command line is wrong; nothing was written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ess run",
            "  ess run my.yaml --seed 7 --out my-report",
            "  ess run my.yaml --set group.rules[0].target=40 --set group.max=80",
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

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("ess-report");

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Also log every decision, for: ess replay FILE. Compressed if the name ends with .gz.")
    private @Nullable Path log;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        Scenario read = options.read(scenario);
        var measured = new RunFigures(read);
        PrintWriter err = spec.commandLine().getErr();
        try (RunReport report = Outputs.writing(out, () -> new RunReport(out, read));
                PartFile decisions = decisions()) {
            try (Progress progress = Progress.of(read, err, quiet)) {
                List<RunObserver> observers = new ArrayList<>(List.of(measured, report, progress));
                if (log != null) {
                    observers.add(logging(new DecisionLog(decisions.writer())));
                }
                new ScenarioRun(read, RunObserver.all(observers)).run();
            }
            report.finish(measured);
            decisions.finish();
        }
        if (!quiet) {
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.print(SummaryText.of(read, measured, Terminal.colour()));
            terminal.print("\n  Report: " + out.resolve("report.html") + "\n");
            terminal.print(log == null ? "\n" : "  Decisions: " + log + "\n\n");
            terminal.flush();
        }
        return Main.OK;
    }

    private PartFile decisions() {
        Path file = log;
        return file == null ? PartFile.none() : Outputs.writing(file, () -> PartFile.open(file));
    }

    private static RunObserver logging(DecisionLog decisions) {
        return new RunObserver() {
            @Override
            public void period(Period period) {}

            @Override
            public void activity(Activity activity) {}

            @Override
            public void decision(ScalingPlan plan, Market market) {
                decisions.add(plan, market);
            }
        };
    }
}
