package io.ess4j.sim.replay;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.input.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** One of the cases of a sealed interface: an object whose field {@code kind} names the case. */
final class SealedCodec implements ValueCodec<Object> {
    static final String KIND = "kind";

    private final Map<String, ValueCodec<Object>> byName = new LinkedHashMap<>();
    // looked up by class, never walked
    private final Map<Class<?>, ValueCodec<Object>> byClass = new LinkedHashMap<>();

    void add(Class<?> type, ValueCodec<Object> codec) {
        if (byName.put(type.getSimpleName(), codec) != null) {
            throw new AssertionError("two cases are called " + type.getSimpleName());
        }
        byClass.put(type, codec);
    }

    @Override
    public void write(JsonGenerator json, Object value) {
        requireNonNull(byClass.get(value.getClass()), () -> value.getClass().toString())
                .write(json, value);
    }

    @Override
    public Object read(Place place) {
        JsonValue kind = place.object().get(KIND);
        if (kind == null) {
            throw place.problem("lacks the field " + KIND);
        }
        Place at = place.field(KIND, kind);
        ValueCodec<Object> codec = byName.get(at.text());
        if (codec == null) {
            throw at.mustBe("one of " + byName.keySet());
        }
        return codec.read(place);
    }
}
