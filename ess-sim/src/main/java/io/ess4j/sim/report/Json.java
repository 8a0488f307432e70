package io.ess4j.sim.report;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.metrics.Activity;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON in which every number has a fixed form. */
final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private Json() {}

    static JsonGenerator compact(Writer out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    static JsonGenerator indented(Writer out) {
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        return FACTORY.createGenerator(context, out);
    }

    static void number(JsonGenerator json, double value, int decimals) {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Decimals.fixed(value, decimals));
        }
    }

    static void number(JsonGenerator json, String name, double value, int decimals) {
        json.writeName(name);
        number(json, value, decimals);
    }

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

    static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
