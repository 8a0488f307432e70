package io.ess4j.sim.cli;

import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioReader;
import io.ess4j.sim.scenario.Setting;
import io.ess4j.sim.workload.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** The options that change a scenario, shared by all commands that read one. */
final class ScenarioOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

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

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            converter = ToSetting.class,
            description = "Give a field of the scenario another value, such as group.rules[0].target=40 or "
                    + "instanceTypes[ecs.c5.large].weight=2; without a value the field is removed. May be repeated.")
    private List<Setting> settings = new ArrayList<>();

    /** Reads {@code path=value}. */
    static final class ToSetting implements ITypeConverter<Setting> {
        @Override
        public Setting convert(String value) {
            try {
                return Setting.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** What replaces parts of the scenario; an option that would change nothing is refused. */
    Overrides overrides() {
        if (!(traceScale >= 0 && traceScale <= 1e9)) {
            throw new ParameterException(spec.commandLine(), "--trace-scale must be from 0 to 1000000000");
        }
        needs("--trace-scale", "--trace", trace);
        needs("--trace-unit", "--trace", trace);
        needs("--region", "--prices", prices);
        return new Overrides(
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Optional.ofNullable(trace).map(file -> new Overrides.TraceFile(file, traceUnit, traceScale)),
                Optional.ofNullable(prices).map(file -> new Overrides.PriceFile(file, region)),
                settings);
    }

    private void needs(String option, String other, @Nullable Path value) {
        boolean given = spec.commandLine().getParseResult().hasMatchedOption(option);
        if (given && value == null) {
            throw new ParameterException(spec.commandLine(), option + " has no meaning without " + other);
        }
    }

    /** Reads a file, or the built-in scenario that fits. */
    Scenario read(@Nullable Path file) {
        return read(file, List.of());
    }

    /** Reads a file with further fields replaced. */
    Scenario read(@Nullable Path file, List<Setting> further) {
        Overrides overrides = overrides().with(further);
        if (file != null) {
            return ScenarioReader.read(file, overrides);
        }
        return ScenarioReader.read(
                trace == null ? BuiltInScenario.ONLINE_EDUCATION : BuiltInScenario.TRACE_REPLAY, overrides);
    }
}
