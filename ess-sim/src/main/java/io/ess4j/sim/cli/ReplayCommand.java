package io.ess4j.sim.cli;

import io.ess4j.sim.replay.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ess replay}: decides a log again and compares. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Decides every line of a decision log again and compares the bytes. The log may come from another machine, "
                    + "another Java version, or an earlier version of the library.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every decision is the same.",
            "1:A decision differs; the first one is shown.",
            "2:The log or the command line is wrong."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ess run my.yaml --log decisions.jsonl && ess replay decisions.jsonl",
            "  ess replay decisions.jsonl --explain 2026-01-05T08:44:00Z"
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The log, written by: ess run --log FILE. May end with .gz.")
    private Path file = Path.of("unset");

    @Option(
            names = "--explain",
            paramLabel = "TIME",
            description = "Also tell in sentences what was decided at that time, such as 2026-01-05T08:44:00Z.")
    private @Nullable String explain;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<Instant> time =
                explain == null ? Optional.empty() : Optional.of(Inputs.time(spec, "--explain", explain));
        List<String> explained = new ArrayList<>();
        Replay.Outcome outcome;
        try (Reader log = Inputs.text(file)) {
            outcome = Replay.run(file.toString(), log, (line, at, plan) -> {
                if (time.isPresent() && time.get().equals(at)) {
                    explained.add(plan.explain());
                }
            });
        }
        if (time.isPresent() && explained.isEmpty() && outcome.difference().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--explain (" + explain + ") must be the time of a decision; none was made then");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> {
                generator.writeStartObject();
                generator.writeNumberProperty("decisions", outcome.decisions());
                generator.writeBooleanProperty("same", outcome.difference().isEmpty());
                if (time.isPresent()) {
                    generator.writeArrayPropertyStart("explained");
                    explained.forEach(generator::writeString);
                    generator.writeEndArray();
                }
                outcome.difference().ifPresent(d -> {
                    generator.writeObjectPropertyStart("difference");
                    generator.writeNumberProperty("line", d.line());
                    generator.writeStringProperty("place", d.place());
                    generator.writeStringProperty("logged", d.logged());
                    generator.writeStringProperty("decided", d.decided());
                    generator.writeStringProperty("explanation", d.explanation());
                    generator.writeEndObject();
                });
                generator.writeEndObject();
            });
        } else if (outcome.difference().isEmpty()) {
            explained.forEach(text -> out.print(text.stripTrailing() + "\n\n"));
            out.print(outcome.decisions() + " decisions replayed, every byte the same.\n");
        } else {
            print(out, outcome.difference().get());
        }
        out.flush();
        return outcome.difference().isEmpty() ? Main.OK : Main.FAILED;
    }

    private void print(PrintWriter out, Replay.Difference difference) {
        out.print(file + ":" + difference.line() + ": the decision is another one now\n");
        out.print("  at       "
                + (difference.place().isEmpty() ? "the writing only; the values are equal" : difference.place())
                + "\n");
        out.print("  logged   " + difference.logged() + "\n");
        out.print("  decided  " + difference.decided() + "\n");
        if (!difference.explanation().isEmpty()) {
            out.print("\n");
            difference.explanation().lines().forEach(line -> out.print("  " + line + "\n"));
        }
    }
}
