package io.ess4j.sim.report;

import io.ess4j.sim.json.Json;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.scenario.Scenario;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes {@code summary.json}: what was run, and its figures, nested by the dots of their names. */
final class SummaryJson {
    private final Scenario scenario;
    private final Measures measures;
    private final Figures figures;

    SummaryJson(Scenario scenario, Measures measures, Figures figures) {
        this.scenario = scenario;
        this.measures = measures;
        this.figures = figures;
    }

    void write(Writer out) {
        try (JsonGenerator json = Json.indented(out)) {
            json.writeStartObject();
            json.writeNumberProperty("schema", 2);
            scenario(json);
            figures(json);
            json.writeEndObject();
        }
    }

    private void scenario(JsonGenerator json) {
        json.writeObjectPropertyStart("scenario");
        json.writeStringProperty("name", scenario.about().name());
        json.writeStringProperty("start", measures.time(0));
        json.writeStringProperty("timeZone", scenario.span().zone().getId());
        json.writeNumberProperty("lengthSeconds", scenario.span().length().toSeconds());
        json.writeNumberProperty("periodSeconds", scenario.span().period().toSeconds());
        json.writeNumberProperty("seed", scenario.seed());
        json.writeStringProperty("load", scenario.load().source());
        json.writeStringProperty("prices", scenario.about().prices());
        json.writeStringProperty("currency", scenario.about().currency());
        json.writeNumberProperty("sloResponseMillis", scenario.slo().response().toMillis());
        json.writeEndObject();
    }

    /** Opens and closes objects as the sections of the names change. */
    private void figures(JsonGenerator json) {
        List<String> open = new ArrayList<>();
        for (Figure figure : figures.all()) {
            List<String> path = List.of(figure.name().split("\\."));
            List<String> sections = path.subList(0, path.size() - 1);
            int shared = 0;
            while (shared < Math.min(open.size(), sections.size())
                    && open.get(shared).equals(sections.get(shared))) {
                shared++;
            }
            while (open.size() > shared) {
                json.writeEndObject();
                open.remove(open.size() - 1);
            }
            for (String section : sections.subList(shared, sections.size())) {
                json.writeObjectPropertyStart(section);
                open.add(section);
            }
            json.writeName(path.get(path.size() - 1));
            if (figure.value().isPresent()) {
                json.writeNumber(figure.text());
            } else {
                json.writeNull();
            }
        }
        open.forEach(section -> json.writeEndObject());
    }
}
