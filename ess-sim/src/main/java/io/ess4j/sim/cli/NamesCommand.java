package io.ess4j.sim.cli;

import io.ess4j.naming.HostNameFinding;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.naming.HostNameRules;
import io.ess4j.naming.HostNameSequence;
import io.ess4j.naming.HostNames;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ess names}: the host names that a pattern gives. */
@Command(
        name = "names",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {"Prints the host names that a pattern gives next.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All names that were asked for are printed.",
            "1:The pattern runs out of names.",
            "2:The pattern or the command line is wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ess names 'web-(AUTO_INCREMENT)[0,3]-prod' --count 5",
            "  ess names 'web-(AUTO_INCREMENT)[0,3]-prod' --existing web-017-prod,web-018-prod"
        })
final class NamesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PATTERN", description = "The pattern, such as web-(AUTO_INCREMENT)[0,3]-prod.")
    private String pattern = "";

    @Option(names = "--count", paramLabel = "N", description = "How many names. Default: ${DEFAULT-VALUE}.")
    private int count = 3;

    @Option(
            names = "--existing",
            paramLabel = "NAMES",
            split = ",",
            description = "Names that are in use; numbers go on after the greatest of them.")
    private @Nullable List<String> existing;

    @Option(names = "--json", description = "Print the names as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (count < 0 || count > 100_000) {
            throw new ParameterException(spec.commandLine(), "--count must be from 0 to 100000");
        }
        HostNamePattern parsed;
        try {
            parsed = HostNamePattern.parse(pattern);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        HostNameSequence sequence = HostNameSequence.of(parsed);
        HostNames names = (existing == null ? sequence : sequence.observe(existing)).next(count);
        List<HostNameFinding> findings = HostNameRules.findings(parsed);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> {
                generator.writeStartObject();
                generator.writeArrayPropertyStart("names");
                names.names().forEach(generator::writeString);
                generator.writeEndArray();
                generator.writeNumberProperty("shortfall", names.shortfall());
                generator.writeArrayPropertyStart("findings");
                findings.forEach(f -> generator.writeString(f.name()));
                generator.writeEndArray();
                generator.writeEndObject();
            });
        } else {
            names.names().forEach(name -> out.print(name + "\n"));
            PrintWriter err = spec.commandLine().getErr();
            findings.forEach(
                    f -> err.print("note: " + f.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "\n"));
            names.reason()
                    .ifPresent(why -> err.print("short of " + names.shortfall() + " names: "
                            + why.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "\n"));
            err.flush();
        }
        out.flush();
        return names.shortfall() > 0 ? Main.FAILED : Main.OK;
    }
}
