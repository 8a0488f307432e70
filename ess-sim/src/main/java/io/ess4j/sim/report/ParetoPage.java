package io.ess4j.sim.report;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.sweep.Axis;
import io.ess4j.sim.sweep.Estimate;
import io.ess4j.sim.sweep.Sweep;
import io.ess4j.sim.sweep.SweepResults;
import io.ess4j.sim.sweep.SweepResults.Variant;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Writes {@code pareto.html}: the variants of a sweep by two of their figures, and a table of them. */
public final class ParetoPage {
    /** Figures of the table beside the two of the chart. */
    private static final List<String> TABLE = List.of(
            "requests.lost",
            "requests.meanResponseMillis",
            "capacity.meanUnits",
            "capacity.meanUtilisationPercent",
            "activities.instancesLaunched");

    private final Scenario scenario;
    private final Sweep sweep;
    private final SweepResults results;
    private final int up;
    private final int along;

    /**
     * Prepares a page.
     *
     * @param sweep the sweep
     * @param results its results
     * @param up the column of the figure that goes up
     * @param along the column of the figure that goes along
     */
    public ParetoPage(Sweep sweep, SweepResults results, int up, int along) {
        this.scenario = sweep.scenario(0);
        this.sweep = sweep;
        this.results = results;
        this.up = up;
        this.along = along;
    }

    /**
     * Writes the page.
     *
     * @param out where it goes; not closed
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        HtmlPage.write(
                out,
                "pareto",
                scenario.about().name(),
                "What would each variant have cost, and how well would it have served?",
                this::data);
    }

    private void data(JsonGenerator json) {
        List<Variant> variants = results.variants();
        List<Variant> front = results.paretoFront(up, along);
        Set<Integer> unbeaten = new LinkedHashSet<>();
        front.forEach(v -> unbeaten.add(v.number()));
        meta(json, variants, front);
        json.writeArrayPropertyStart("cards");
        json.writeEndArray();
        json.writeArrayPropertyStart("axes");
        sweep.grid().axes().forEach(axis -> json.writeString(axis.path()));
        json.writeEndArray();
        int[] columns = columns();
        json.writeArrayPropertyStart("columns");
        for (int column : columns) {
            json.writeStartObject();
            json.writeStringProperty("label", results.columns().get(column).label());
            json.writeStringProperty("unit", results.columns().get(column).unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("variants");
        for (Variant variant : variants) {
            variant(json, variant, unbeaten.contains(variant.number()), columns);
        }
        json.writeEndArray();
    }

    private void meta(JsonGenerator json, List<Variant> variants, List<Variant> front) {
        Figure first = results.columns().get(up);
        Figure second = results.columns().get(along);
        json.writeObjectPropertyStart("meta");
        figure(json, "up", first);
        figure(json, "along", second);
        json.writeStringProperty(
                "note",
                Measures.grouped(variants.size()) + " variants with "
                        + sweep.grid().seeds().size() + " seeds each; those that no other beats are set in bold.");
        StringBuilder aria =
                new StringBuilder("Scatter chart of ").append(variants.size()).append(" variants, ");
        aria.append(first.label()).append(" against ").append(second.label()).append(". Not beaten: ");
        front.stream()
                .limit(10)
                .forEach(v -> aria.append(v.label())
                        .append(": ")
                        .append(text(v.estimates().get(up)))
                        .append(' ')
                        .append(first.unit())
                        .append(", ")
                        .append(text(v.estimates().get(along)))
                        .append(' ')
                        .append(second.unit())
                        .append(". "));
        json.writeStringProperty("aria", aria.toString());
        json.writeArrayPropertyStart("facts");
        HtmlPage.fact(json, "Runs", Measures.grouped(sweep.grid().points()));
        HtmlPage.fact(json, "Load", scenario.load().source());
        HtmlPage.fact(json, "Length", Measures.duration(scenario.span().length().toMillis()));
        HtmlPage.fact(json, "Seeds", seeds());
        for (Axis axis : sweep.grid().axes()) {
            HtmlPage.fact(json, axis.path(), String.join(", ", axis.values()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private String seeds() {
        List<Long> seeds = sweep.grid().seeds();
        return seeds.size() + " from " + seeds.get(0) + " to " + seeds.get(seeds.size() - 1);
    }

    private static void figure(JsonGenerator json, String name, Figure figure) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("label", figure.label());
        json.writeStringProperty("unit", figure.unit());
        json.writeStringProperty("better", figure.better().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private int[] columns() {
        Set<Integer> columns = new LinkedHashSet<>(List.of(up, along));
        for (int i = 0; i < results.columns().size(); i++) {
            if (TABLE.contains(results.columns().get(i).name())) {
                columns.add(i);
            }
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    private void variant(JsonGenerator json, Variant variant, boolean unbeaten, int[] columns) {
        json.writeStartObject();
        json.writeStringProperty("label", variant.label());
        number(json, "up", variant.estimates().get(up));
        number(json, "along", variant.estimates().get(along));
        json.writeBooleanProperty("front", unbeaten);
        json.writeArrayPropertyStart("values");
        variant.settings().forEach(s -> json.writeString(s.value()));
        json.writeEndArray();
        json.writeArrayPropertyStart("figures");
        for (int column : columns) {
            json.writeString(text(variant.estimates().get(column)));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Estimate estimate) {
        json.writeName(name);
        if (estimate.count() == 0) {
            json.writeNull();
        } else {
            json.writeNumber(Decimals.fixed(estimate.mean(), 4));
        }
        estimate.halfWidth().ifPresent(width -> {
            json.writeName(name + "Width");
            json.writeNumber(Decimals.fixed(width, 4));
        });
    }

    /** A mean with its interval. */
    static String text(Estimate estimate) {
        if (estimate.count() == 0) {
            return "–";
        }
        return Decimals.fixed(estimate.mean(), 2)
                + (estimate.halfWidth().isPresent()
                        ? " ± " + Decimals.fixed(estimate.halfWidth().getAsDouble(), 2)
                        : "");
    }
}
