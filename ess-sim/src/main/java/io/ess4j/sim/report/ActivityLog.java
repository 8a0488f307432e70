package io.ess4j.sim.report;

import io.ess4j.sim.json.Json;
import io.ess4j.sim.metrics.Activity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes {@code activities.jsonl}: one JSON object a line for each activity, as it ends. */
final class ActivityLog {
    private final Writer out;
    private final Measures measures;

    ActivityLog(Writer out, Measures measures) {
        this.out = out;
        this.measures = measures;
    }

    void write(Activity activity) throws IOException {
        try (JsonGenerator json = Json.compact(out)) {
            json.writeStartObject();
            json.writeNumberProperty("id", activity.id());
            json.writeStringProperty("start", measures.time(activity.startMillis()));
            json.writeStringProperty("end", measures.time(activity.endMillis()));
            json.writeStringProperty("status", activity.status().name());
            json.writeStringProperty("trigger", activity.trigger());
            json.writeStringProperty("cause", activity.cause());
            json.writeNumberProperty("capacityBefore", activity.capacityBefore());
            json.writeNumberProperty("capacityAfter", activity.capacityAfter());
            batches(json, "launched", activity.launched());
            batches(json, "removed", activity.removed());
            Json.texts(json, "notes", activity.notes());
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** Equal instances as a field. */
    static void batches(JsonGenerator json, String name, List<Activity.Batch> batches) {
        json.writeArrayPropertyStart(name);
        for (Activity.Batch batch : batches) {
            json.writeStartObject();
            json.writeNumberProperty("count", batch.count());
            json.writeStringProperty("type", batch.type());
            json.writeStringProperty("zone", batch.zone());
            json.writeStringProperty("option", batch.purchaseOption());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
