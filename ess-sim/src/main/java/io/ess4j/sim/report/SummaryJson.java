package io.ess4j.sim.report;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.metrics.Activity.Status;
import io.ess4j.sim.metrics.RunTotals;
import io.ess4j.sim.scenario.Scenario;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes {@code summary.json}: what was run, and its figures. */
final class SummaryJson {
    private final Scenario scenario;
    private final Measures measures;
    private final RunTotals totals;

    SummaryJson(Scenario scenario, Measures measures, RunTotals totals) {
        this.scenario = scenario;
        this.measures = measures;
        this.totals = totals;
    }

    void write(Writer out) {
        try (JsonGenerator json = Json.indented(out)) {
            json.writeStartObject();
            json.writeNumberProperty("schema", 1);
            scenario(json);
            requests(json);
            slo(json);
            capacity(json);
            cost(json);
            activities(json);
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
        json.writeEndObject();
    }

    private void requests(JsonGenerator json) {
        json.writeObjectPropertyStart("requests");
        json.writeNumberProperty("arrived", totals.arrivals());
        json.writeNumberProperty("served", totals.served());
        json.writeNumberProperty("lost", totals.lost());
        json.writeNumberProperty("waiting", totals.waiting());
        Json.number(json, "peakPerSecond", totals.peakArrivalsPerSecond(), 2);
        Json.number(json, "meanResponseMillis", totals.meanResponseMillis(), 1);
        Json.number(json, "worstPeriodResponseMillis", totals.worstResponseMillis(), 1);
        json.writeEndObject();
    }

    private void slo(JsonGenerator json) {
        json.writeObjectPropertyStart("slo");
        json.writeNumberProperty("responseMillis", scenario.slo().response().toMillis());
        json.writeNumberProperty("violatedSeconds", totals.violatedMillis() / 1000);
        Json.number(json, "keptPercent", Measures.keptPercent(totals), 2);
        json.writeEndObject();
    }

    private void capacity(JsonGenerator json) {
        json.writeObjectPropertyStart("capacity");
        Json.number(json, "meanUnits", totals.meanCapacity(), 2);
        json.writeNumberProperty("peakUnits", totals.peakCapacity());
        Json.number(json, "meanUtilisationPercent", 100 * totals.meanUtilisation(), 2);
        json.writeEndObject();
    }

    private void cost(JsonGenerator json) {
        json.writeObjectPropertyStart("cost");
        json.writeStringProperty("currency", scenario.about().currency());
        json.writeName("total");
        json.writeNumber(Measures.money(totals.totalCost()));
        json.writeObjectPropertyStart("byOption");
        Map<PurchaseOption, Money> cost = new TreeMap<>(totals.cost());
        for (PurchaseOption option : measures.options()) {
            json.writeObjectPropertyStart(option.name());
            json.writeName("amount");
            json.writeNumber(Measures.money(cost.getOrDefault(option, Money.ZERO)));
            Json.number(json, "instanceHours", totals.instanceHours(option), 2);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void activities(JsonGenerator json) {
        json.writeObjectPropertyStart("activities");
        for (Status status : Status.values()) {
            json.writeNumberProperty(status.name(), totals.activities(status));
        }
        json.writeNumberProperty("instancesLaunched", totals.launched());
        json.writeNumberProperty("instancesRemoved", totals.removed());
        json.writeEndObject();
    }
}
