package io.ess4j.sim.cli;

import io.ess4j.sim.scenario.BuiltInScenario;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ess scenario}: prints a built-in scenario as a file to start from. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a built-in scenario as a commented YAML file to start from.",
        footer = {"", "Example:", "  ess scenario > my.yaml && ess run my.yaml"})
final class ScenarioCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            converter = Name.class,
            description = "online-education (default) or trace-replay.")
    private BuiltInScenario scenario = BuiltInScenario.ONLINE_EDUCATION;

    /** Reads a scenario's name as it is printed. */
    static final class Name implements picocli.CommandLine.ITypeConverter<BuiltInScenario> {
        @Override
        public BuiltInScenario convert(String value) {
            return switch (value) {
                case "online-education" -> BuiltInScenario.ONLINE_EDUCATION;
                case "trace-replay" -> BuiltInScenario.TRACE_REPLAY;
                default ->
                    throw new TypeConversionException("'" + value + "' must be one of online-education, trace-replay");
            };
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(scenario.text());
        spec.commandLine().getOut().flush();
        return Main.OK;
    }
}
