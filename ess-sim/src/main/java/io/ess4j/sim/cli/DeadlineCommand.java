package io.ess4j.sim.cli;

import io.ess4j.model.Price;
import io.ess4j.model.TextFormatException;
import io.ess4j.sim.cloud.AvailabilityTrace;
import io.ess4j.sim.cloud.AvailabilityTraceReader;
import io.ess4j.sim.deadline.DeadlineJob;
import io.ess4j.sim.deadline.DeadlinePolicy;
import io.ess4j.sim.deadline.DeadlineStudy;
import io.ess4j.sim.deadline.LearnedAvailability;
import io.ess4j.sim.deadline.MarketWindows;
import io.ess4j.sim.input.Problems;
import io.ess4j.sim.scenario.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ess deadline}: what a batch job that must be done in time costs on recorded spot markets. */
@Command(
        name = "deadline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Runs a batch job that must be done by a deadline over recorded spot markets: on-demand only, spot else "
                    + "on-demand, greedy, uniform progress, learned availability, and with the market known.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ess deadline us-west-2*.csv --windows windows.json --work 48h --deadline 52h,70h \\",
            "      --overhead 3m,12m --on-demand 3.06 --spot 0.9731"
        })
final class DeadlineCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "MARKET",
            description = "Spot availability traces: CSV files with the columns tick,available.")
    private List<Path> markets = new ArrayList<>();

    @Option(
            names = "--windows",
            paramLabel = "FILE",
            description = "JSON file with window_ticks, tick_seconds and the starts of the jobs. Without it one job "
                    + "starts at tick 0 of each market, and a tick is 600 s.")
    private @Nullable Path windows;

    @Option(
            names = "--work",
            paramLabel = "TIME",
            converter = Time.class,
            description = "How long the work takes on one instance. Default: 48h.")
    private Duration work = Duration.ofDays(2);

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            split = ",",
            converter = Time.class,
            description = "By when it must be done; several are tried one after the other. Default: 52h,70h.")
    private List<Duration> deadlines = List.of(Duration.ofHours(52), Duration.ofHours(70));

    @Option(
            names = "--overhead",
            paramLabel = "TIME",
            split = ",",
            converter = Time.class,
            description = "What each start of an instance costs without progress. Default: 3m,12m.")
    private List<Duration> overheads = List.of(Duration.ofMinutes(3), Duration.ofMinutes(12));

    @Option(names = "--on-demand", paramLabel = "PRICE", description = "Price per hour. Default: ${DEFAULT-VALUE}.")
    private String onDemand = "3.06";

    @Option(names = "--spot", paramLabel = "PRICE", description = "Price per hour. Default: ${DEFAULT-VALUE}.")
    private String spot = "0.9731";

    @Option(names = "--csv", description = "One line for each setting and policy, with the mean of every market.")
    private boolean csv;

    /** Reads durations as scenarios write them. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            long millis = Durations.parseMillis(value)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + value + "' must be a duration such as 90s or 52h"));
            return Duration.ofMillis(millis);
        }
    }

    @Override
    public Integer call() {
        var problems = new Problems();
        MarketWindows read = windows == null
                ? new MarketWindows(Duration.ofMinutes(10), 1, List.of(0))
                : MarketWindows.read(windows, problems)
                        .orElse(new MarketWindows(Duration.ofMinutes(10), 1, List.of(0)));
        List<AvailabilityTrace> traces = new ArrayList<>();
        for (Path market : markets) {
            AvailabilityTraceReader.read(market, read.tick(), problems).ifPresent(traces::add);
        }
        problems.throwIfAny();
        List<DeadlineJob> jobs = jobs(read.tick());
        var table = new DeadlineTable(spec.commandLine().getOut(), markets, csv);
        List<DeadlinePolicy> policies = List.of(
                DeadlinePolicy.onDemandOnly(),
                DeadlinePolicy.spotElseOnDemand(),
                DeadlinePolicy.greedy(),
                DeadlinePolicy.uniformProgress(),
                new LearnedAvailability());
        for (DeadlineJob job : jobs) {
            var study = new DeadlineStudy(job, traces, read.starts());
            table.begin(job, traces.size() * read.starts().size());
            policies.forEach(policy -> table.add(study.run(policy)));
            table.add(study.optimum());
        }
        table.end();
        return Main.OK;
    }

    private List<DeadlineJob> jobs(Duration tick) {
        List<DeadlineJob> jobs = new ArrayList<>();
        try {
            for (Duration deadline : deadlines) {
                for (Duration overhead : overheads) {
                    jobs.add(new DeadlineJob(
                            work, deadline, overhead, tick, Price.perHour(onDemand), Price.perHour(spot)));
                }
            }
        } catch (TextFormatException e) {
            throw new ParameterException(
                    spec.commandLine(), "--on-demand and --spot must be prices: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        return jobs;
    }
}
