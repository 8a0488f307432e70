package io.ess4j.sim.replay;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.sim.input.JsonValue.TextValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Instance types, in full where they first appear in a log and by their names from then on. */
final class TypeTable implements ValueCodec<InstanceType> {
    // looked up by name, never walked
    private final Map<String, InstanceType> known = new HashMap<>();
    private @Nullable ValueCodec<Object> description;

    void describedBy(ValueCodec<Object> codec) {
        description = codec;
    }

    @Override
    public void write(JsonGenerator json, InstanceType type) {
        if (type.equals(known.get(type.name()))) {
            json.writeString(type.name());
        } else {
            known.put(type.name(), type);
            requireNonNull(description, "description").write(json, type);
        }
    }

    @Override
    public InstanceType read(Place place) {
        if (place.value() instanceof TextValue name) {
            InstanceType type = known.get(name.text());
            if (type == null) {
                throw place.mustBe("an instance type described above");
            }
            return type;
        }
        InstanceType type =
                (InstanceType) requireNonNull(description, "description").read(place);
        known.put(type.name(), type);
        return type;
    }
}
