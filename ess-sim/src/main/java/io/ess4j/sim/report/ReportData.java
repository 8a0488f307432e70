package io.ess4j.sim.report;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.sim.json.Json;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.scenario.Scenario;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import tools.jackson.core.JsonGenerator;

/** Gathers what the report page shows, in memory that does not depend on the length of the run. */
final class ReportData {
    private static final int BUCKETS = 1_440;
    private static final int FIRST_ACTIVITIES = 500;
    private static final int LAST_ACTIVITIES = 1_500;
    private static final int LOAD = 0;
    private static final int CAPACITY = 1;
    private static final int RESPONSE = 2;
    private static final int UTILISATION = 3;
    private static final int VIOLATED = 4;
    private static final int GROUPS = 5;

    private final Measures measures;
    private final double unitRate;
    private final List<Zone> zones;
    private final List<PurchaseOption> options;
    private final DownSampler samples;
    private final double[] values;
    private final List<Activity> first = new ArrayList<>();
    private final Deque<Activity> last = new ArrayDeque<>();
    private long activities;

    ReportData(Scenario scenario, Measures measures) {
        this.measures = measures;
        this.unitRate = measures.unitRate();
        this.zones = scenario.zones();
        this.options = measures.options();
        this.values = new double[GROUPS + zones.size() + 2 * options.size()];
        this.samples = new DownSampler(values.length, BUCKETS);
    }

    void add(Period period) {
        Period.Traffic traffic = period.traffic();
        Period.Capacity capacity = period.capacity();
        values[LOAD] = traffic.arrivals() * 1000.0 / period.lengthMillis();
        values[CAPACITY] = capacity.average() * unitRate;
        values[RESPONSE] = traffic.responseMillis();
        values[UTILISATION] = 100 * traffic.utilisation();
        values[VIOLATED] = traffic.violatesSlo() ? 1 : 0;
        int column = GROUPS;
        for (int count : capacity.instancesByZone()) {
            values[column++] = count;
        }
        for (PurchaseOption option : options) {
            values[column++] = capacity.instancesByOption().getOrDefault(option, 0);
        }
        for (PurchaseOption option : options) {
            Money cost = period.costSoFar().getOrDefault(option, Money.ZERO);
            values[column++] = cost.nanos() / 1e9;
        }
        samples.add(period.fromMillis(), period.toMillis(), values);
    }

    void add(Activity activity) {
        activities++;
        if (first.size() < FIRST_ACTIVITIES) {
            first.add(activity);
            return;
        }
        if (last.size() == LAST_ACTIVITIES) {
            last.removeFirst();
        }
        last.addLast(activity);
    }

    /** What the page says above the list of activities. */
    String activitiesNote() {
        long shown = (long) first.size() + last.size();
        String all = Measures.grouped(activities) + (activities == 1 ? " activity" : " activities");
        return shown == activities
                ? all + ", in the order in which they ended."
                : all + "; the first " + FIRST_ACTIVITIES + " and the last " + LAST_ACTIVITIES
                        + " are listed here, all of them in activities.jsonl.";
    }

    void writeSeries(JsonGenerator json) {
        numbers(json, "x", 0, i -> local(samples.from(i)));
        numbers(json, "ends", 0, i -> local(samples.to(i)));
        json.writeObjectPropertyStart("series");
        spread(json, "load", LOAD, 2);
        spread(json, "capacity", CAPACITY, 1);
        spread(json, "response", RESPONSE, 1);
        spread(json, "utilisation", UTILISATION, 1);
        numbers(json, "violated", 3, i -> samples.mean(VIOLATED, i));
        json.writeArrayPropertyStart("zones");
        for (int z = 0; z < zones.size(); z++) {
            int column = GROUPS + z;
            group(json, zones.get(z).id(), zones.get(z).id(), 2, i -> samples.mean(column, i));
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("options");
        for (int o = 0; o < options.size(); o++) {
            int column = GROUPS + zones.size() + o;
            group(json, options.get(o).name(), Measures.word(options.get(o)), 2, i -> samples.mean(column, i));
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("cost");
        for (int o = 0; o < options.size(); o++) {
            int column = GROUPS + zones.size() + options.size() + o;
            group(json, options.get(o).name(), Measures.word(options.get(o)), 2, i -> samples.last(column, i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Local time as if it were UTC, in seconds: the page shows it without knowing time zones. */
    private double local(long millis) {
        return measures.local(millis).toEpochSecond(ZoneOffset.UTC);
    }

    private void spread(JsonGenerator json, String name, int column, int decimals) {
        json.writeObjectPropertyStart(name);
        numbers(json, "mean", decimals, i -> samples.mean(column, i));
        numbers(json, "least", decimals, i -> samples.least(column, i));
        numbers(json, "greatest", decimals, i -> samples.greatest(column, i));
        json.writeEndObject();
    }

    private void group(JsonGenerator json, String name, String label, int decimals, IntToDoubleFunction value) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("label", label);
        numbers(json, "values", decimals, value);
        json.writeEndObject();
    }

    private void numbers(JsonGenerator json, String name, int decimals, IntToDoubleFunction value) {
        json.writeArrayPropertyStart(name);
        for (int i = 0; i < samples.size(); i++) {
            Json.number(json, value.applyAsDouble(i), decimals);
        }
        json.writeEndArray();
    }

    void writeActivities(JsonGenerator json) {
        json.writeArrayPropertyStart("activities");
        first.forEach(activity -> write(json, activity));
        last.forEach(activity -> write(json, activity));
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Activity activity) {
        json.writeStartObject();
        json.writeStringProperty("time", measures.time(activity.startMillis()).replace('T', ' '));
        json.writeStringProperty("status", activity.status().name());
        json.writeStringProperty("trigger", activity.trigger());
        json.writeStringProperty("cause", activity.cause());
        json.writeNumberProperty("before", activity.capacityBefore());
        json.writeNumberProperty("after", activity.capacityAfter());
        ActivityLog.batches(json, "launched", activity.launched());
        ActivityLog.batches(json, "removed", activity.removed());
        Json.texts(json, "notes", activity.notes());
        json.writeEndObject();
    }
}
