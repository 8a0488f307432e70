package io.ess4j.sim.cloudstate;

import io.ess4j.event.EventContent;
import io.ess4j.event.EventType;
import io.ess4j.event.ScalingEvent;
import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.JsonFields;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads events as the provider delivers them: the content alone, as cloud monitor gets it, or the envelope of queues
 * and topics. What follows from other fields (level, status, product, resource) must agree with them.
 */
public final class EventReader {
    private EventReader() {}

    /**
     * Reads the content of an event.
     *
     * @param file what the text is called in messages
     * @param json the text
     * @return the content
     * @throws InputException if something is wrong; all problems, each with its line
     */
    public static EventContent content(String file, String json) {
        Problems problems = new Problems();
        EventContent content =
                content(JsonFields.of(file, problems, JsonText.read(file, problems, json), "the content"));
        problems.throwIfAny();
        if (content == null) {
            throw new AssertionError("content without a problem");
        }
        return content;
    }

    /**
     * Reads the envelope of an event.
     *
     * @param file what the text is called in messages
     * @param json the text
     * @return the event
     * @throws InputException if something is wrong; all problems, each with its line
     */
    public static ScalingEvent envelope(String file, String json) {
        Problems problems = new Problems();
        JsonFields fields = JsonFields.of(file, problems, JsonText.read(file, problems, json), "an event");
        EventContent content = fields.required("content")
                .map(v -> content(JsonFields.of(file, problems, v, "content")))
                .orElse(null);
        String name = fields.text("event");
        Optional<EventType> type = EventType.of(name);
        if (type.isEmpty() && !name.isEmpty()) {
            fields.problem(fields.line(), "event (" + JsonText.shortened(name) + ") must be one of the ten types");
        }
        String level = fields.text("eventLevel");
        String status = fields.text("eventStatus");
        String product = fields.text("product");
        String region = fields.text("regionId");
        String resource = fields.text("resourceArn");
        String user = fields.text("userId");
        fields.finish();
        type.ifPresent(t -> {
            agree(
                    fields,
                    "eventLevel",
                    level,
                    t.level().name(),
                    level.equals(t.level().name()));
            agree(fields, "eventStatus", status, t.level().status(), t.level().hasStatus(status));
        });
        agree(fields, "product", product, ScalingEvent.PRODUCT, product.equals(ScalingEvent.PRODUCT));
        String group = resource.substring(resource.lastIndexOf('/') + 1);
        String expected = "acs:ess:" + region + ":" + user + ":scalingGroup/" + group;
        agree(
                fields,
                "resourceArn",
                resource,
                expected,
                resource.toLowerCase(Locale.ROOT).equals(expected.toLowerCase(Locale.ROOT)));
        problems.throwIfAny();
        ScalingEvent event = content == null
                ? null
                : fields.make(() -> new ScalingEvent(type.orElseThrow(), region, user, group, content));
        problems.throwIfAny();
        if (event == null) {
            throw new AssertionError("no event without a problem");
        }
        return event;
    }

    private static void agree(JsonFields fields, String name, String given, String expected, boolean agrees) {
        if (!agrees && !given.isEmpty()) {
            fields.problem(fields.line(), name + " (" + JsonText.shortened(given) + ") must be " + expected);
        }
    }

    private static @Nullable EventContent content(JsonFields fields) {
        String cause = fields.text("cause");
        String description = fields.text("description");
        Instant end = fields.time("endTime");
        OptionalLong expected = fields.optionalNumber("expectNum");
        List<String> ids = fields.optional("instanceIds")
                .map(v -> fields.texts(v, "instanceIds"))
                .orElse(List.of());
        String request = fields.text("requestId");
        String activity = fields.text("scalingActivityId");
        Instant start = fields.time("startTime");
        long total = fields.number("totalCapacity");
        fields.finish();
        if (expected.orElse(0) > Integer.MAX_VALUE || expected.orElse(0) < 0) {
            fields.problem(fields.line(), "expectNum (" + expected.getAsLong() + ") must lie in 0..2147483647");
            return null;
        }
        OptionalInt number = expected.isPresent() ? OptionalInt.of((int) expected.getAsLong()) : OptionalInt.empty();
        return fields.make(
                () -> new EventContent(cause, description, start, end, request, activity, total, number, ids));
    }
}
