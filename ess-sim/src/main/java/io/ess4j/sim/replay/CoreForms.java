package io.ess4j.sim.replay;

import io.ess4j.model.Instance;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.naming.HostNameSequence;
import io.ess4j.removal.KeptReason;
import io.ess4j.removal.RemovalPlan;
import io.ess4j.sim.input.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;

/** The forms of the values that are no records. */
final class CoreForms {
    private CoreForms() {}

    /** A sequence of host names: its pattern, and its high-water mark if it has one. */
    static final class Names implements ValueCodec<HostNameSequence> {
        @Override
        public void write(JsonGenerator json, HostNameSequence names) {
            json.writeStartObject();
            json.writeStringProperty("pattern", names.pattern().toString());
            names.highWaterMark().ifPresent(mark -> json.writeNumberProperty("highWaterMark", mark));
            json.writeEndObject();
        }

        @Override
        public HostNameSequence read(Place place) {
            Map<String, JsonValue> left = new LinkedHashMap<>(place.object());
            JsonValue pattern = left.remove("pattern");
            JsonValue mark = left.remove("highWaterMark");
            RecordCodec.noneLeft(place, left);
            if (pattern == null) {
                throw place.problem("lacks the field pattern");
            }
            String text = place.field("pattern", pattern).text();
            try {
                HostNamePattern parsed = HostNamePattern.parse(text);
                return mark == null
                        ? HostNameSequence.of(parsed)
                        : HostNameSequence.of(
                                parsed, place.field("highWaterMark", mark).whole(0, Long.MAX_VALUE));
            } catch (IllegalArgumentException e) {
                throw place.problem("is refused: " + e.getMessage());
            }
        }
    }

    /** Who leaves, in this order, and how many stay for which reason. A plan is decided anew, never read. */
    static final class Removal implements ValueCodec<RemovalPlan> {
        @Override
        public void write(JsonGenerator json, RemovalPlan plan) {
            json.writeStartObject();
            json.writeArrayPropertyStart("removed");
            plan.removed().forEach(i -> json.writeString(i.id()));
            json.writeEndArray();
            json.writeNumberProperty("capacity", plan.capacity());
            int[] counts = new int[KeptReason.values().length];
            plan.kept().forEach(kept -> counts[kept.reason().ordinal()]++);
            json.writeObjectPropertyStart("kept");
            for (KeptReason reason : KeptReason.values()) {
                if (counts[reason.ordinal()] > 0) {
                    json.writeNumberProperty(reason.name(), counts[reason.ordinal()]);
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        }

        @Override
        public RemovalPlan read(Place place) {
            throw place.problem("is a result and is not read");
        }
    }

    /** An instance of the state that was given. */
    static final class Id implements ValueCodec<Instance> {
        @Override
        public void write(JsonGenerator json, Instance instance) {
            json.writeString(instance.id());
        }

        @Override
        public Instance read(Place place) {
            throw place.problem("is a result and is not read");
        }
    }

    /** An order that a program brought with it. */
    static final class Code implements ValueCodec<ToLongFunction<?>> {
        @Override
        public void write(JsonGenerator json, ToLongFunction<?> code) {
            throw new IllegalArgumentException("a removal policy of the caller's own code cannot be logged");
        }

        @Override
        public ToLongFunction<?> read(Place place) {
            throw place.problem("is code and is not read");
        }
    }
}
