package io.ess4j.sim.cli;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.PartFile;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.report.ComparePage;
import io.ess4j.sim.report.Course;
import io.ess4j.sim.scenario.Setting;
import io.ess4j.sim.sweep.Axis;
import io.ess4j.sim.sweep.Choices;
import io.ess4j.sim.sweep.Comparison;
import io.ess4j.sim.sweep.Contender;
import io.ess4j.sim.sweep.Estimate;
import io.ess4j.sim.sweep.Grid;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** {@code ess compare}: variants of a scenario side by side. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Runs variants of a scenario in the same worlds, tells the differences with their confidence intervals and "
                    + "the first decision in which they part, and writes compare.html.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All runs are finished.",
            "1:A run failed; nothing was written.",
            "2:The input or the command line is wrong; nothing was written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ess compare my.yaml --variant tight:group.rules[0].target=75 --seeds 1..10",
            "  ess compare my.yaml --variant spot:group.placement.onDemandPercent=0,group.max=80 \\",
            "              --variant safe:group.placement.onDemandPercent=100",
            "  ess compare today.yaml tomorrow.yaml"
        })
final class CompareCommand implements Callable<Integer> {
    /** What the terminal shows unless everything is asked for. */
    private static final List<String> SHOWN = List.of(
            "cost.total",
            "slo.keptPercent",
            "requests.lost",
            "requests.meanResponseMillis",
            "capacity.meanUnits",
            "capacity.meanUtilisationPercent",
            "activities.instancesLaunched");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "One scenario with variants, or several to compare as they are. Without one a built-in one, "
                    + "as in: ess run.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "NAME:PATH=VALUE,...",
            description =
                    "A name, and the fields that differ from the scenario, which is called base. May be repeated.")
    private List<String> variants = new ArrayList<>();

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            description = "A range 1..20 or a list 3,5,8. Default: ${DEFAULT-VALUE}.")
    private String seeds = "1..5";

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the page goes. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("ess-compare");

    @Option(names = "--jobs", paramLabel = "N", description = "How many runs at a time. Default: all cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--all", description = "Print all figures.")
    private boolean all;

    @Option(names = "--json", description = "Print the comparison as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        if (jobs < 1 || jobs > 1_000) {
            throw new ParameterException(spec.commandLine(), "--jobs must be from 1 to 1000");
        }
        List<Contender> contenders = contenders();
        try {
            Comparison.check(contenders);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        List<Course> courses =
                contenders.stream().map(c -> new Course(c.scenario())).toList();
        List<Choices> choices = contenders.stream().map(c -> new Choices()).toList();
        Comparison comparison = compare(contenders, courses, choices);
        List<Optional<Choices.Parting>> partings =
                choices.stream().map(c -> choices.get(0).partingFrom(c)).toList();
        ComparePage page = new ComparePage(comparison, courses, partings);
        Outputs.writing(out, () -> Files.createDirectories(out));
        try (PartFile file = PartFile.open(out.resolve("compare.html"))) {
            page.write(file.writer());
            file.finish();
        }
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(terminal, generator -> write(generator, comparison, page));
        } else if (!quiet) {
            print(terminal, comparison, page);
        }
        terminal.flush();
        return Main.OK;
    }

    private Comparison compare(List<Contender> contenders, List<Course> courses, List<Choices> choices) {
        List<Long> worlds;
        try {
            worlds = Grid.parseSeeds(seeds);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        int runs = contenders.size() * worlds.size();
        try (SweepProgress progress =
                SweepProgress.of(runs, runs, spec.commandLine().getErr(), quiet || json)) {
            return Comparison.of(
                    contenders,
                    worlds,
                    jobs,
                    c -> RunObserver.all(List.of(courses.get(c), choices.get(c))),
                    progress::step);
        }
    }

    private List<Contender> contenders() {
        if (options.overrides().seed().isPresent()) {
            throw new ParameterException(spec.commandLine(), "--seed has no meaning in a comparison; use --seeds");
        }
        if (files.size() > 1 && !variants.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "give either several scenarios, or one with --variant; not both");
        }
        List<Contender> contenders = new ArrayList<>();
        if (files.size() > 1) {
            for (Path file : files) {
                contenders.add(new Contender(
                        String.valueOf(file.getFileName()).replaceAll("\\.ya?ml$", ""), options.read(file)));
            }
        } else {
            Path file = files.isEmpty() ? null : files.get(0);
            contenders.add(new Contender("base", options.read(file)));
            for (String variant : variants) {
                int colon = variant.indexOf(':');
                contenders.add(new Contender(
                        name(variant, colon), options.read(file, settings(variant.substring(colon + 1)))));
            }
        }
        if (contenders.size() < 2) {
            throw new ParameterException(spec.commandLine(), "there is nothing to compare with; add --variant");
        }
        return contenders;
    }

    private String name(String variant, int colon) {
        if (colon < 1 || variant.substring(0, colon).isBlank() || colon > 60) {
            throw new ParameterException(
                    spec.commandLine(), "--variant must be a name, a colon and fields, such as tight:group.max=40");
        }
        return variant.substring(0, colon).strip();
    }

    private List<Setting> settings(String text) {
        try {
            return Axis.split(text).stream().map(Setting::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--variant: " + e.getMessage());
        }
    }

    private void print(PrintWriter terminal, Comparison comparison, ComparePage page) {
        List<Contender> contenders = comparison.contenders();
        terminal.print("\n" + comparison.seeds().size() + " seeds; ± is half a 95 % confidence interval\n\n");
        int width = contenders.stream().mapToInt(c -> c.name().length()).max().orElse(0);
        for (Figure figure : comparison.columns()) {
            if (!all && !SHOWN.contains(figure.name())) {
                continue;
            }
            terminal.print("  " + figure.label() + (figure.unit().isEmpty() ? "" : " in " + figure.unit()) + "\n");
            for (int c = 0; c < contenders.size(); c++) {
                String difference = "";
                if (c > 0) {
                    Estimate estimate = comparison.difference(c, figure.name());
                    String tone = ComparePage.tone(figure, estimate);
                    difference = "  difference " + pad(ComparePage.signed(estimate), 20)
                            + (tone.equals("good") ? "  better" : tone.equals("bad") ? "  worse" : "");
                }
                String name = contenders.get(c).name();
                terminal.print("    " + name + " ".repeat(width - name.length()) + "  "
                        + pad(text(comparison.mean(c, figure.name())), 22) + difference + "\n");
            }
        }
        for (int c = 1; c < contenders.size(); c++) {
            terminal.print("\n  Where " + contenders.get(0).name() + " and "
                    + contenders.get(c).name() + " part, seed "
                    + comparison.seeds().get(0) + "\n");
            page.partingLines(c).forEach(line -> terminal.print("    " + line + "\n"));
        }
        terminal.print("\n  Page: " + out.resolve("compare.html") + "\n\n");
    }

    private static void write(JsonGenerator json, Comparison comparison, ComparePage page) {
        json.writeStartObject();
        json.writeArrayPropertyStart("seeds");
        comparison.seeds().forEach(seed -> json.writeNumber(seed));
        json.writeEndArray();
        json.writeArrayPropertyStart("contenders");
        for (int c = 0; c < comparison.contenders().size(); c++) {
            json.writeStartObject();
            json.writeStringProperty("name", comparison.contenders().get(c).name());
            json.writeObjectPropertyStart("figures");
            for (Figure figure : comparison.columns()) {
                json.writeObjectPropertyStart(figure.name());
                estimate(json, "mean", comparison.mean(c, figure.name()));
                if (c > 0) {
                    estimate(json, "difference", comparison.difference(c, figure.name()));
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            if (c > 0) {
                json.writeArrayPropertyStart("parting");
                page.partingLines(c).forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void estimate(JsonGenerator json, String name, Estimate estimate) {
        if (estimate.count() > 0) {
            json.writeName(name);
            json.writeNumber(Decimals.fixed(estimate.mean(), 4));
            estimate.halfWidth().ifPresent(width -> {
                json.writeName(name + "Ci95");
                json.writeNumber(Decimals.fixed(width, 4));
            });
        }
    }

    private static String text(Estimate estimate) {
        return estimate.count() == 0
                ? "-"
                : Decimals.fixed(estimate.mean(), 2)
                        + (estimate.halfWidth().isPresent()
                                ? " ± " + Decimals.fixed(estimate.halfWidth().getAsDouble(), 2)
                                : "");
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
