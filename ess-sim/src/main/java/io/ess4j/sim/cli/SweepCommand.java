package io.ess4j.sim.cli;

import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.sweep.Axis;
import io.ess4j.sim.sweep.Grid;
import io.ess4j.sim.sweep.Journal;
import io.ess4j.sim.sweep.LocalExecutor;
import io.ess4j.sim.sweep.ScenarioSource;
import io.ess4j.sim.sweep.Sweep;
import io.ess4j.sim.sweep.SweepExecutor;
import io.ess4j.sim.sweep.SweepResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ess sweep}: runs a grid of variants and seeds. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Runs all combinations of some values of a scenario's fields, each with several seeds, and writes "
                    + "runs.csv, variants.csv and pareto.html. Finished runs are kept: after an interruption the same "
                    + "command goes on where it was.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All runs are finished.",
            "1:A run failed; finished ones are kept.",
            "2:The input or the command line is wrong, or the folder holds another sweep."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ess sweep my.yaml --vary group.rules[0].target=40..70..10 \\",
            "            --vary group.placement.onDemandPercent=0,30,100 --seeds 1..10",
            "  ess sweep my.yaml --vary group.max=40,80 --shard 2/5     on the second of five machines, then:",
            "  ess merge ess-sweep"
        })
final class SweepCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "The scenario, a YAML file; without it a built-in one, as in: ess run.")
    private @Nullable Path scenario;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            description =
                    "A field and the values it takes: a list 40,50,60 or a range from..to..step. May be repeated.")
    private List<String> axes = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            description = "The seeds of each variant, a range 1..20 or a list 3,5,8. Default: ${DEFAULT-VALUE}.")
    private String seeds = "1..5";

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where everything goes. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("ess-sweep");

    @Option(names = "--jobs", paramLabel = "N", description = "How many runs at a time. Default: all cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Run only the I-th of N parts, for array jobs; join them with: ess merge.")
    private @Nullable String shard;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "Run on Apache Spark, such as spark://host:7077 or local[4]; needs the module ess-sim-spark.")
    private @Nullable String spark;

    @Mixin
    private ParetoOptions pareto = new ParetoOptions();

    @Override
    public Integer call() throws IOException {
        if (jobs < 1 || jobs > 1_000) {
            throw new ParameterException(spec.commandLine(), "--jobs must be from 1 to 1000");
        }
        int[] part = shard();
        Sweep sweep = sweep();
        sweep.check();
        pareto.check(sweep);
        SweepExecutor executor = executor();
        SweepFolder folder = Outputs.writing(out, () -> SweepFolder.create(out, sweep));
        Path file = folder.journal(part[0], part[1]);
        try (Journal journal = Outputs.writing(file, () -> Journal.open(file, sweep))) {
            Map<Integer, ?> finished = journal.rows();
            List<Integer> points = IntStream.range(0, sweep.grid().points())
                    .filter(point -> point % part[1] == part[0] - 1)
                    .boxed()
                    .toList();
            List<Integer> left =
                    points.stream().filter(p -> !finished.containsKey(p)).toList();
            try (SweepProgress progress = pareto.progress(left.size(), points.size())) {
                executor.run(sweep, left, spark == null ? Integer.toString(jobs) : spark, row -> {
                    journal.add(row);
                    progress.step();
                });
            }
            if (shard == null) {
                pareto.finish(out, sweep, new SweepResults(sweep, journal.rows().values()));
            } else {
                pareto.say(
                        "Part " + shard + " is finished: " + points.size() + " runs. When all are: ess merge " + out);
            }
        }
        return Main.OK;
    }

    private Sweep sweep() {
        Overrides overrides = options.overrides();
        if (overrides.seed().isPresent()) {
            throw new ParameterException(spec.commandLine(), "--seed has no meaning in a sweep; use --seeds");
        }
        try {
            Grid grid = new Grid(axes.stream().map(Axis::parse).toList(), Grid.parseSeeds(seeds));
            BuiltInScenario builtIn =
                    overrides.trace().isPresent() ? BuiltInScenario.TRACE_REPLAY : BuiltInScenario.ONLINE_EDUCATION;
            if (scenario != null && !Files.isRegularFile(scenario)) {
                options.read(scenario); // says what is wrong with it
            }
            return new Sweep(new ScenarioSource(Optional.ofNullable(scenario), builtIn, overrides), grid);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private int[] shard() {
        if (shard == null) {
            return new int[] {1, 1};
        }
        String[] parts = shard.split("/", -1);
        try {
            int number = Integer.parseInt(parts[0]);
            int of = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
            if (number >= 1 && number <= of && of <= 100_000) {
                return new int[] {number, of};
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new ParameterException(spec.commandLine(), "--shard (" + shard + ") must be I/N with 1 <= I <= N");
    }

    private SweepExecutor executor() {
        if (spark == null) {
            return new LocalExecutor();
        }
        for (SweepExecutor executor : ServiceLoader.load(SweepExecutor.class)) {
            if (executor.name().equals("spark")) {
                return executor;
            }
        }
        throw new ParameterException(
                spec.commandLine(), "--spark needs the module ess-sim-spark on the class path; see docs/simulator.md");
    }
}
