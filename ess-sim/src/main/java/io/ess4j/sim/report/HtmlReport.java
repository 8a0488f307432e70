package io.ess4j.sim.report;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.json.Json;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.metrics.RunTotals;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code report.html}: one file that needs nothing else. Scripts are inlined and allowed by their hashes, so
 * that no text of a scenario can become one.
 */
final class HtmlReport {
    private static final String ECHARTS_VERSION = "5.5.0";

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
        String echarts = resource("echarts/echarts.min.js");
        String script = resource("report.js");
        String name = escape(scenario.about().name());
        Map<String, String> values = Map.of(
                "script-hashes",
                hash(echarts) + " " + hash(script),
                "title",
                name + " - ess4j",
                "css",
                resource("report.css"),
                "name",
                name,
                "description",
                escape(scenario.about().description()),
                "echarts-version",
                ECHARTS_VERSION,
                "data",
                data(),
                "echarts",
                echarts,
                "js",
                script);
        String template = resource("report.html");
        int at = 0;
        while (true) {
            int open = template.indexOf("{{", at);
            if (open < 0) {
                out.write(template, at, template.length() - at);
                return;
            }
            int close = template.indexOf("}}", open);
            out.write(template, at, open - at);
            out.write(requireNonNull(values.get(template.substring(open + 2, close))));
            at = close + 2;
        }
    }

    /** The page's data; {@code <} is written as an escape, so that {@code </script>} cannot end the element. */
    private String data() {
        var text = new StringWriter();
        try (JsonGenerator json = Json.compact(text)) {
            json.writeStartObject();
            meta(json);
            json.writeArrayPropertyStart("cards");
            for (KeyFigures.Figure figure : KeyFigures.of(scenario, measures, totals)) {
                json.writeStartObject();
                json.writeStringProperty("label", figure.label());
                json.writeStringProperty("value", figure.value());
                json.writeStringProperty("unit", figure.unit());
                json.writeStringProperty("hint", figure.hint());
                json.writeStringProperty("tone", figure.tone());
                json.writeEndObject();
            }
            json.writeEndArray();
            figures(json);
            data.writeSeries(json);
            data.writeActivities(json);
            json.writeEndObject();
        }
        return text.toString().replace("<", "\\u003c");
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
        fact(
                json,
                "Time",
                measures.time(0).replace('T', ' ').substring(0, 16) + ", "
                        + Measures.duration(scenario.span().length().toMillis()) + ", "
                        + scenario.span().zone().getId());
        fact(json, "Load", scenario.load().source());
        fact(json, "Prices", scenario.about().prices());
        fact(
                json,
                "Objective",
                "mean response within " + scenario.slo().response().toMillis() + " ms, nothing lost");
        fact(json, "Seed", Long.toString(scenario.seed()));
        json.writeEndArray();
    }

    private static void fact(JsonGenerator json, String name, String value) {
        json.writeStartArray();
        json.writeString(name);
        json.writeString(value);
        json.writeEndArray();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{{", "{ {");
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
