package io.ess4j.sim.replay;

import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A record as an object of its components, in their order. An empty {@code Optional} is left out, and so are features
 * of which nothing is known. What the record's constructor refuses is a problem of the object.
 */
final class RecordCodec implements ValueCodec<Object> {
    private final Constructor<?> constructor;
    private final List<Component> components;
    private final @Nullable String kind;

    /** A component; {@code absent} is its value where the field is missing, null if it must be there. */
    record Component(
            String name,
            Method accessor,
            Class<?> type,
            ValueCodec<Object> codec,
            @Nullable Object absent) {
        Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a public accessor of a public record", e);
            }
        }

        /** The value inside an optional one, or the value itself; null if there is none. */
        @Nullable
        Object content(Object value) {
            if (value.equals(absent)) {
                return null;
            }
            if (value instanceof Optional<?> some) {
                return some.isPresent() ? some.get() : null;
            }
            if (value instanceof OptionalInt some) {
                return some.isPresent() ? (Object) some.getAsInt() : null;
            }
            if (value instanceof OptionalDouble some) {
                return some.isPresent() ? (Object) some.getAsDouble() : null;
            }
            if (value instanceof OptionalLong some) {
                return some.isPresent() ? (Object) some.getAsLong() : null;
            }
            return value;
        }

        /** What the component holds, given what a field holds. */
        Object holding(Object content) {
            if (type == Optional.class) {
                return Optional.of(content);
            }
            if (type == OptionalInt.class) {
                return OptionalInt.of((Integer) content);
            }
            if (type == OptionalDouble.class) {
                return OptionalDouble.of((Double) content);
            }
            return type == OptionalLong.class ? OptionalLong.of((Long) content) : content;
        }
    }

    /** A record; with a kind, the object tells it in a field of its own. */
    RecordCodec(Class<?> type, @Nullable String kind, List<Component> components) {
        this.components = List.copyOf(components);
        this.kind = kind;
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            this.constructor = type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(type + " must be a public record", e);
        }
    }

    List<Component> components() {
        return components;
    }

    @Override
    public void write(JsonGenerator json, Object value) {
        json.writeStartObject();
        if (kind != null) {
            json.writeStringProperty(SealedCodec.KIND, kind);
        }
        for (Component component : components) {
            Object content = component.content(component.of(value));
            if (content != null) {
                json.writeName(component.name());
                component.codec().write(json, content);
            }
        }
        json.writeEndObject();
    }

    @Override
    public Object read(Place place) {
        Map<String, JsonValue> left = new LinkedHashMap<>(place.object());
        left.remove(kind == null ? "" : SealedCodec.KIND);
        List<Object> values = new ArrayList<>();
        for (Component component : components) {
            JsonValue field = left.remove(component.name());
            if (field != null) {
                Object content = component.codec().read(place.field(component.name(), field));
                values.add(component.holding(content));
            } else if (component.absent() != null) {
                values.add(component.absent());
            } else {
                throw place.problem("lacks the field " + component.name());
            }
        }
        noneLeft(place, left);
        return make(place, values);
    }

    static void noneLeft(Place place, Map<String, JsonValue> left) {
        for (Map.Entry<String, JsonValue> field : left.entrySet()) {
            throw new Place(place.file(), place.path(), field.getValue())
                    .problem("has no field " + JsonText.shortened(field.getKey()));
        }
    }

    /** Calls the canonical constructor. */
    Object make(Place place, List<Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof ArithmeticException) {
                throw place.problem("is refused: " + e.getCause().getMessage());
            }
            throw new LinkageError(constructor.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a public constructor of a public record", e);
        }
    }
}
