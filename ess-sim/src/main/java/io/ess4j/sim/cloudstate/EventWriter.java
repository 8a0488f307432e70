package io.ess4j.sim.cloudstate;

import io.ess4j.event.EventContent;
import io.ess4j.event.ScalingEvent;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes events as the provider delivers them, on one line, with the fields in its order. */
public final class EventWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EventWriter() {}

    /**
     * The content alone, as cloud monitor gets it.
     *
     * @param content the content
     * @return JSON on one line
     */
    public static String content(EventContent content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, content);
        }
        return out.toString();
    }

    /**
     * The envelope, as queues and topics get it.
     *
     * @param event the event
     * @return JSON on one line
     */
    public static String envelope(ScalingEvent event) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("content");
            write(json, event.content());
            json.writeStringProperty("event", event.type().apiName());
            json.writeStringProperty("eventLevel", event.type().level().name());
            json.writeStringProperty("eventStatus", event.type().level().status());
            json.writeStringProperty("product", ScalingEvent.PRODUCT);
            json.writeStringProperty("regionId", event.region());
            json.writeStringProperty("resourceArn", event.resourceArn());
            json.writeStringProperty("userId", event.userId());
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, EventContent content) {
        json.writeStartObject();
        json.writeStringProperty("cause", content.cause());
        json.writeStringProperty("description", content.description());
        json.writeStringProperty("endTime", time(content.endTime()));
        content.expectNum().ifPresent(n -> json.writeNumberProperty("expectNum", n));
        if (!content.instanceIds().isEmpty()) {
            json.writeArrayPropertyStart("instanceIds");
            content.instanceIds().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeStringProperty("requestId", content.requestId());
        json.writeStringProperty("scalingActivityId", content.activityId());
        json.writeStringProperty("startTime", time(content.startTime()));
        json.writeNumberProperty("totalCapacity", content.totalCapacity());
        json.writeEndObject();
    }

    private static String time(Instant time) {
        return MILLISECONDS.format(time);
    }
}
