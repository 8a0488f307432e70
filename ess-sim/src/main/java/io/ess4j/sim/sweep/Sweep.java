package io.ess4j.sim.sweep;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.JsonFields;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue.ArrayValue;
import io.ess4j.sim.input.Problem;
import io.ess4j.sim.input.Problems;
import io.ess4j.sim.json.Json;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioRun;
import io.ess4j.sim.scenario.Setting;
import io.ess4j.sim.workload.Trace;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/**
 * Many runs of one scenario: a grid over some of its fields, with several seeds. A run of a point gives a row of
 * figures that depends on nothing else, so that points may be computed anywhere in any order. Safe for use by several
 * threads.
 */
public final class Sweep {
    private static final int SCHEMA = 1;
    private static final int KEPT_SCENARIOS = 16;

    private final ScenarioSource source;
    private final Grid grid;
    private final String fingerprint;
    private final Map<Integer, Scenario> scenarios = new LinkedHashMap<>();

    /**
     * Prepares a sweep.
     *
     * @param source the scenario
     * @param grid what varies
     */
    public Sweep(ScenarioSource source, Grid grid) {
        this.source = source;
        this.grid = grid;
        MessageDigest digest = ScenarioSource.digest();
        ScenarioSource.add(digest, "ess sweep " + SCHEMA);
        List<String> values = new ArrayList<>();
        for (Axis axis : grid.axes()) {
            ScenarioSource.add(digest, axis.path());
            axis.values().forEach(v -> ScenarioSource.add(digest, v));
            values.addAll(axis.values());
        }
        ScenarioSource.add(digest, grid.seeds().toString());
        source.addTo(digest, values);
        this.fingerprint = ScenarioSource.hex(digest);
    }

    /**
     * What varies.
     *
     * @return the grid
     */
    public Grid grid() {
        return grid;
    }

    /**
     * A digest of everything that the results depend on, except the program itself.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Reads every variant, so that everything that is wrong is known before the first run.
     *
     * @throws InputException if a variant cannot be run
     */
    public void check() {
        for (int variant = 0; variant < grid.variants(); variant++) {
            scenario(variant);
        }
    }

    /**
     * The scenario of a variant with the first seed.
     *
     * @param variant its number
     * @return the scenario
     */
    public Scenario scenario(int variant) {
        synchronized (scenarios) {
            Scenario known = scenarios.get(variant);
            if (known != null) {
                return known;
            }
        }
        Scenario read =
                source.read(grid.settings(variant)).withSeed(grid.seeds().get(0));
        synchronized (scenarios) {
            if (scenarios.size() >= KEPT_SCENARIOS) {
                scenarios.remove(scenarios.keySet().iterator().next());
            }
            scenarios.put(variant, read);
        }
        return read;
    }

    /**
     * The figures that every row has, without values.
     *
     * @return names, labels and units in the order of the columns
     */
    public List<Figure> columns() {
        return new RunFigures(scenario(0)).figures().all();
    }

    /**
     * Runs a point.
     *
     * @param point its number
     * @return the row
     */
    public Row run(int point) {
        Scenario scenario = scenario(grid.variant(point)).withSeed(grid.seed(point));
        RunFigures measured = new RunFigures(scenario);
        new ScenarioRun(scenario, measured).run();
        Figures figures = measured.figures();
        List<String> values = new ArrayList<>();
        for (Figure column : columns()) {
            values.add(figures.find(column.name()).map(Figure::text).orElse(""));
        }
        return new Row(point, values);
    }

    /**
     * The sweep as text, from which another process can make it again; files are found under the same names there.
     *
     * @return JSON over several lines
     */
    public String toText() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = Json.indented(out)) {
            json.writeStartObject();
            json.writeNumberProperty("schema", SCHEMA);
            json.writeStringProperty("fingerprint", fingerprint);
            if (source.file().isPresent()) {
                json.writeStringProperty("scenario", source.file().get().toString());
            } else {
                json.writeStringProperty("builtIn", source.builtIn().name());
            }
            source.overrides().trace().ifPresent(t -> {
                json.writeStringProperty("trace", t.path().toString());
                json.writeStringProperty("traceUnit", t.unit().name());
                json.writeStringProperty("traceScale", Double.toString(t.scale()));
            });
            source.overrides().prices().ifPresent(p -> {
                json.writeStringProperty("prices", p.path().toString());
                json.writeStringProperty("region", p.region());
            });
            Json.texts(
                    json,
                    "settings",
                    source.overrides().settings().stream()
                            .map(Setting::toString)
                            .toList());
            json.writeArrayPropertyStart("axes");
            for (Axis axis : grid.axes()) {
                json.writeStartObject();
                json.writeStringProperty("path", axis.path());
                Json.texts(json, "values", axis.values());
                json.writeEndObject();
            }
            json.writeEndArray();
            Json.texts(
                    json,
                    "seeds",
                    grid.seeds().stream().map(s -> Long.toString(s)).toList());
            json.writeEndObject();
        }
        return out + "\n";
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @param file what the text is called in messages
     * @param text the text
     * @return the sweep
     * @throws InputException if it is no sweep, or its files are not those that it was made of
     */
    public static Sweep parse(String file, String text) {
        Problems problems = new Problems();
        JsonFields fields = JsonFields.of(file, problems, JsonText.read(file, problems, text), "a sweep");
        if (fields.number("schema") != SCHEMA) {
            fields.problem(fields.line(), "schema must be " + SCHEMA);
        }
        String fingerprint = fields.text("fingerprint");
        Optional<Path> scenario =
                fields.has("scenario") ? Optional.of(Path.of(fields.text("scenario"))) : Optional.empty();
        String builtIn = scenario.isPresent() ? BuiltInScenario.ONLINE_EDUCATION.name() : fields.text("builtIn");
        Optional<Overrides.TraceFile> trace = fields.has("trace") ? Optional.of(trace(fields)) : Optional.empty();
        Optional<Overrides.PriceFile> prices = fields.has("prices")
                ? Optional.of(new Overrides.PriceFile(Path.of(fields.text("prices")), fields.text("region")))
                : Optional.empty();
        List<Setting> settings = new ArrayList<>();
        for (String setting : texts(fields, "settings")) {
            settings.add(Setting.parse(setting));
        }
        List<Axis> axes = new ArrayList<>();
        fields.required("axes").ifPresent(value -> {
            for (var item : value instanceof ArrayValue array ? array.items() : List.of(value)) {
                JsonFields axis = JsonFields.of(file, problems, item, "an axis");
                String path = axis.text("path");
                List<String> values = texts(axis, "values");
                Optional.ofNullable(axis.make(() -> new Axis(path, values))).ifPresent(axes::add);
                axis.finish();
            }
        });
        List<Long> seeds = new ArrayList<>();
        Optional.ofNullable(fields.make(() -> Grid.parseSeeds(String.join(",", texts(fields, "seeds")))))
                .ifPresent(seeds::addAll);
        fields.finish();
        problems.throwIfAny();
        Overrides overrides = new Overrides(OptionalLong.empty(), trace, prices, settings);
        Sweep sweep = new Sweep(
                new ScenarioSource(scenario, BuiltInScenario.valueOf(builtIn), overrides), new Grid(axes, seeds));
        if (!sweep.fingerprint.equals(fingerprint)) {
            throw new InputException(
                    List.of(new Problem(
                            file, 0, "the scenario or a file that it names has changed since the sweep began")),
                    0);
        }
        return sweep;
    }

    private static List<String> texts(JsonFields fields, String name) {
        return fields.required(name).map(v -> fields.texts(v, name)).orElse(List.of());
    }

    private static Overrides.TraceFile trace(JsonFields fields) {
        return new Overrides.TraceFile(
                Path.of(fields.text("trace")),
                Trace.Unit.valueOf(fields.text("traceUnit")),
                Double.parseDouble(fields.text("traceScale")));
    }
}
