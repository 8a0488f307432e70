package io.ess4j.sim.cli;

import io.ess4j.sim.input.InputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code ess} command. */
@Command(
        name = "ess",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            CompareCommand.class,
            SweepCommand.class,
            MergeCommand.class,
            CheckCommand.class,
            CostCommand.class,
            StrengthCommand.class,
            NamesCommand.class,
            ReplayCommand.class,
            ScenarioCommand.class,
            DeadlineCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        description = "Judges scaling policies before they spend money.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ess run                          run the built-in scenario, write ess-report/",
            "  ess scenario > my.yaml           print it as a file to start from",
            "  ess run my.yaml --out my-report",
            "  ess run --trace requests.csv --prices alibaba_ondemand.csv"
        })
public final class Main {
    /** Everything went well. */
    static final int OK = 0;
    /** The simulation failed. */
    static final int FAILED = 1;
    /** The input or the command line is wrong. */
    static final int USAGE = 2;

    private Main() {}

    /**
     * Runs the command and exits with its code: 0, 1 if the simulation failed, 2 if the input or the command line is
     * wrong.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(out, err).execute(args);
        out.flush();
        System.exit(code);
    }

    /** The command, writing to the given streams. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(90)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((e, args) -> usageError(e))
                .setExecutionExceptionHandler((e, command, result) -> {
                    command.getErr().print((e instanceof InputException ? e.getMessage() : "ess: " + reason(e)) + "\n");
                    command.getErr().flush();
                    return e instanceof InputException ? USAGE : FAILED;
                });
    }

    /** The mistake in a line, what was meant if that is clear, and where to read on. */
    private static int usageError(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.print("ess: " + e.getMessage() + "\n");
        UnmatchedArgumentException.printSuggestions(e, err);
        err.print("Try '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
        err.flush();
        return USAGE;
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return "the simulation failed: " + (message == null ? e.getClass().getSimpleName() : message);
    }
}
