package io.ess4j.sim.report;

import io.ess4j.sim.json.Json;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.metrics.RunTotals;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes {@code report.html}: charts, key figures and activities of a run. */
final class HtmlReport {
    private final Scenario scenario;
    private final Measures measures;
    private final RunTotals totals;
    private final Figures figures;
    private final ReportData data;

    HtmlReport(Scenario scenario, Measures measures, RunFigures measured, ReportData data) {
        this.scenario = scenario;
        this.measures = measures;
        this.totals = measured.totals();
        this.figures = measured.figures();
        this.data = data;
    }

    void write(Writer out) throws IOException {
        HtmlPage.write(out, "report", scenario.about().name(), scenario.about().description(), this::data);
    }

    private void data(JsonGenerator json) {
        meta(json);
        json.writeArrayPropertyStart("cards");
        KeyFigures.of(scenario, measures, totals).forEach(card -> HtmlPage.card(json, card));
        json.writeEndArray();
        figures(json);
        data.writeSeries(json);
        data.writeActivities(json);
    }

    private void figures(JsonGenerator json) {
        json.writeArrayPropertyStart("figures");
        for (Figure figure : figures.all()) {
            json.writeStartObject();
            json.writeStringProperty("name", figure.name());
            json.writeStringProperty("label", figure.label());
            json.writeStringProperty("value", figure.text());
            json.writeStringProperty("unit", figure.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void meta(JsonGenerator json) {
        json.writeObjectPropertyStart("meta");
        json.writeStringProperty("currency", scenario.about().currency());
        json.writeStringProperty("loadUnit", "requests/s");
        json.writeNumberProperty("sloMillis", scenario.slo().response().toMillis());
        json.writeStringProperty("activitiesNote", data.activitiesNote());
        Json.texts(json, "weekdays", List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"));
        facts(json);
        json.writeObjectPropertyStart("aria");
        json.writeStringProperty(
                "load",
                "Line chart of requests a second against the capacity in service over time. Peak load "
                        + Math.round(totals.peakArrivalsPerSecond()) + " requests a second, peak capacity "
                        + totals.peakCapacity() + " units.");
        json.writeStringProperty(
                "response",
                "Line chart of response times. The objective of "
                        + scenario.slo().response().toMillis() + " milliseconds was broken for "
                        + Measures.duration(totals.violatedMillis()) + ".");
        json.writeStringProperty("zones", "Stacked area chart of billed instances by zone over time.");
        json.writeStringProperty("options", "Stacked area chart of billed instances by purchase option over time.");
        json.writeStringProperty(
                "cost",
                "Stacked area chart of money spent so far by purchase option; in the end "
                        + Measures.money(totals.totalCost()) + " "
                        + scenario.about().currency() + ".");
        json.writeStringProperty(
                "utilisation",
                "Line chart of utilisation over time; mean " + Measures.percent(totals.meanUtilisation(), 1)
                        + " per cent.");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void facts(JsonGenerator json) {
        json.writeArrayPropertyStart("facts");
        HtmlPage.fact(
                json,
                "Time",
                measures.time(0).replace('T', ' ').substring(0, 16) + ", "
                        + Measures.duration(scenario.span().length().toMillis()) + ", "
                        + scenario.span().zone().getId());
        HtmlPage.fact(json, "Load", scenario.load().source());
        HtmlPage.fact(json, "Prices", scenario.about().prices());
        HtmlPage.fact(
                json,
                "Objective",
                "mean response within " + scenario.slo().response().toMillis() + " ms, nothing lost");
        HtmlPage.fact(json, "Seed", Long.toString(scenario.seed()));
        json.writeEndArray();
    }
}
