package io.ess4j.sim.cli;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.PartFile;
import io.ess4j.sim.report.ParetoPage;
import io.ess4j.sim.sweep.Estimate;
import io.ess4j.sim.sweep.Sweep;
import io.ess4j.sim.sweep.SweepResults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How the results of a sweep are shown, shared by {@code ess sweep} and {@code ess merge}. */
final class ParetoOptions {
    private static final int SHOWN = 15;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--cost",
            paramLabel = "FIGURE",
            description = "The figure up the Pareto chart. Default: ${DEFAULT-VALUE}.")
    private String cost = "cost.total";

    @Option(
            names = "--against",
            paramLabel = "FIGURE",
            description = "The figure along the Pareto chart. Default: ${DEFAULT-VALUE}.")
    private String against = "slo.keptPercent";

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary.")
    private boolean quiet;

    /** Refuses figures that the sweep does not have. */
    void check(Sweep sweep) {
        List<String> names = sweep.columns().stream().map(c -> c.name()).toList();
        for (String name : List.of(cost, against)) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "figure (" + name + ") must be one of " + String.join(", ", names));
            }
        }
    }

    SweepProgress progress(int left, int all) {
        return SweepProgress.of(left, all, spec.commandLine().getErr(), quiet);
    }

    void say(String line) {
        if (!quiet) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(line + "\n");
            out.flush();
        }
    }

    /** Writes the results, and prints the variants that no other one beats. */
    void finish(Path folder, Sweep sweep, SweepResults results) throws IOException {
        int up = results.column(cost);
        int along = results.column(against);
        try (PartFile runs = PartFile.open(folder.resolve("runs.csv"));
                PartFile variants = PartFile.open(folder.resolve("variants.csv"));
                PartFile page = PartFile.open(folder.resolve("pareto.html"))) {
            results.writeRuns(runs.writer());
            results.writeVariants(variants.writer());
            new ParetoPage(sweep, results, up, along).write(page.writer());
            runs.finish();
            variants.finish();
            page.finish();
        }
        List<SweepResults.Variant> front = results.paretoFront(up, along);
        say("\n" + sweep.grid().points() + " runs of " + sweep.grid().variants() + " variants. In "
                + results.columns().get(up).label().toLowerCase(java.util.Locale.ROOT) + " and "
                + results.columns().get(along).label().toLowerCase(java.util.Locale.ROOT) + " no other beats"
                + (front.size() > SHOWN ? ", the first " + SHOWN + " of " + front.size() : "") + ":\n");
        for (SweepResults.Variant variant : front.stream().limit(SHOWN).toList()) {
            say("  " + pad(text(variant.estimates().get(up)), 22) + " "
                    + results.columns().get(up).unit() + "  "
                    + pad(text(variant.estimates().get(along)), 18) + " "
                    + results.columns().get(along).unit() + "  " + variant.label());
        }
        say("\n  Chart: " + folder.resolve("pareto.html") + "\n");
    }

    private static String text(Estimate estimate) {
        return Decimals.fixed(estimate.mean(), 2)
                + (estimate.halfWidth().isPresent()
                        ? " ± " + Decimals.fixed(estimate.halfWidth().getAsDouble(), 2)
                        : "");
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
