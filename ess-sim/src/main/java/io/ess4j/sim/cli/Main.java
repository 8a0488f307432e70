package io.ess4j.sim.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code ess} command. */
@Command(
        name = "ess",
        mixinStandardHelpOptions = true,
        description = "Judges scaling policies before they spend money.")
public final class Main {
    private Main() {}

    /**
     * Runs the command and exits with its code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
