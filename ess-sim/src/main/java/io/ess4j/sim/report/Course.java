package io.ess4j.sim.report;

import io.ess4j.sim.json.Json;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.scenario.Scenario;
import java.time.ZoneOffset;
import java.util.function.IntToDoubleFunction;
import tools.jackson.core.JsonGenerator;

/** The course of a run for charts that lay several over each other, in constant memory. */
public final class Course implements RunObserver {
    private static final int BUCKETS = 720;
    private static final int LOAD = 0;
    private static final int CAPACITY = 1;
    private static final int RESPONSE = 2;
    private static final int COST = 3;

    private final Measures measures;
    private final DownSampler samples = new DownSampler(4, BUCKETS);
    private final double[] values = new double[4];

    /**
     * Begins empty.
     *
     * @param scenario what is run
     */
    public Course(Scenario scenario) {
        this.measures = new Measures(scenario);
    }

    @Override
    public void period(Period period) {
        values[LOAD] = period.traffic().arrivals() * 1000.0 / period.lengthMillis();
        values[CAPACITY] = period.capacity().average() * measures.unitRate();
        values[RESPONSE] = period.traffic().responseMillis();
        values[COST] = period.totalCost().nanos() / 1e9;
        samples.add(period.fromMillis(), period.toMillis(), values);
    }

    @Override
    public void activity(Activity activity) {}

    /** Writes the series as fields of an object. */
    void write(JsonGenerator json) {
        numbers(json, "x", 0, i -> measures.local(samples.from(i)).toEpochSecond(ZoneOffset.UTC));
        numbers(json, "load", 2, i -> samples.mean(LOAD, i));
        numbers(json, "capacity", 1, i -> samples.mean(CAPACITY, i));
        numbers(json, "response", 1, i -> samples.greatest(RESPONSE, i));
        numbers(json, "cost", 2, i -> samples.last(COST, i));
    }

    private void numbers(JsonGenerator json, String name, int decimals, IntToDoubleFunction value) {
        json.writeArrayPropertyStart(name);
        for (int i = 0; i < samples.size(); i++) {
            Json.number(json, value.applyAsDouble(i), decimals);
        }
        json.writeEndArray();
    }
}
