package io.ess4j.sim.replay;

import io.ess4j.GroupState;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.sim.input.JsonValue;
import io.ess4j.sim.input.JsonValue.ArrayValue;
import io.ess4j.sim.input.JsonValue.WordValue;
import io.ess4j.sim.replay.RecordCodec.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The state of a group as what has changed since the last one: a field that is missing is as before, {@code null} is
 * empty. The fleet is an array of all instances, or an object of those that {@code left} and those that
 * {@code changed}.
 */
final class StateForm {
    private static final String FLEET = "fleet";

    private final List<Component> components;
    private final RecordCodec whole;
    private final ValueCodec<Instance> instances;

    StateForm(Codecs codecs) {
        // the fleet has a form of its own, below
        this.whole = codecs.record(GroupState.class, null, Set.of(FLEET));
        this.components = whole.components();
        this.instances = codecs.of(Instance.class);
    }

    /** Writes what has changed; everything if there is no state before. */
    void write(JsonGenerator json, @Nullable GroupState before, GroupState now) {
        json.writeStartObject();
        fleet(json, before == null ? null : before.fleet(), now.fleet());
        for (Component component : components) {
            Object value = component.of(now);
            if (before == null || !component.of(before).equals(value)) {
                Object content = component.content(value);
                json.writeName(component.name());
                if (content == null) {
                    json.writeNull();
                } else {
                    component.codec().write(json, content);
                }
            }
        }
        json.writeEndObject();
    }

    private void fleet(JsonGenerator json, @Nullable Fleet before, Fleet now) {
        if (before == null) {
            list(json, FLEET, now);
            return;
        }
        if (before.equals(now)) {
            return;
        }
        Map<String, Instance> known = new HashMap<>();
        before.forEach(i -> known.put(i.id(), i));
        List<Instance> changed = new ArrayList<>();
        Set<String> stay = new HashSet<>();
        for (Instance instance : now) {
            stay.add(instance.id());
            if (!instance.equals(known.get(instance.id()))) {
                changed.add(instance);
            }
        }
        List<String> left = before.stream()
                .map(Instance::id)
                .filter(id -> !stay.contains(id))
                .toList();
        if (!before.without(left).with(changed).equals(now)) {
            list(json, FLEET, now); // the order of the rows is another one
            return;
        }
        json.writeObjectPropertyStart(FLEET);
        json.writeArrayPropertyStart("left");
        left.forEach(json::writeString);
        json.writeEndArray();
        list(json, "changed", changed);
        json.writeEndObject();
    }

    private void list(JsonGenerator json, String name, List<Instance> fleet) {
        json.writeArrayPropertyStart(name);
        fleet.forEach(i -> instances.write(json, i));
        json.writeEndArray();
    }

    GroupState read(Place place, @Nullable GroupState before) {
        Map<String, JsonValue> left = new LinkedHashMap<>(place.object());
        List<Object> values = new ArrayList<>();
        JsonValue fleet = left.remove(FLEET);
        if (fleet != null) {
            values.add(fleet(place.field(FLEET, fleet), before == null ? Fleet.empty() : before.fleet()));
        } else if (before != null) {
            values.add(before.fleet());
        } else {
            throw place.problem("lacks the field " + FLEET);
        }
        for (Component component : components) {
            JsonValue field = left.remove(component.name());
            if (field instanceof WordValue word && word.word().equals("null") && component.absent() != null) {
                values.add(component.absent());
            } else if (field != null) {
                values.add(component.holding(component.codec().read(place.field(component.name(), field))));
            } else if (before != null) {
                values.add(component.of(before));
            } else {
                throw place.problem("lacks the field " + component.name());
            }
        }
        RecordCodec.noneLeft(place, left);
        return (GroupState) whole.make(place, values);
    }

    private Fleet fleet(Place place, Fleet before) {
        try {
            if (place.value() instanceof ArrayValue) {
                return Fleet.of(read(place));
            }
            Map<String, JsonValue> left = new LinkedHashMap<>(place.object());
            List<String> gone = new ArrayList<>();
            JsonValue ids = left.remove("left");
            JsonValue changed = left.remove("changed");
            if (ids == null || changed == null) {
                throw place.problem("must have the fields left and changed");
            }
            RecordCodec.noneLeft(place, left);
            Place names = place.field("left", ids);
            for (JsonValue id : names.array()) {
                gone.add(names.item(gone.size(), id).text());
            }
            return before.without(gone).with(read(place.field("changed", changed)));
        } catch (IllegalArgumentException e) {
            throw place.problem("is refused: " + e.getMessage());
        }
    }

    private List<Instance> read(Place place) {
        List<Instance> read = new ArrayList<>();
        for (JsonValue item : place.array()) {
            read.add(instances.read(place.item(read.size(), item)));
        }
        return read;
    }
}
